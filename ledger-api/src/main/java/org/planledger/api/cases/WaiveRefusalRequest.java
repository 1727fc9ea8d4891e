package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;
import org.planledger.core.rule.RefusalCode;

/// Overrules grounds of refusal for the rest of a case.
record WaiveRefusalRequest(
    @BusinessMoment Instant at,
    @Schema(description = "The grounds to overrule.") @Size(min = 1) List<RefusalCode> codes,
    @Schema(description = "Kept as a private value.") @Size(max = 1000) @Lines String reason,
    @Schema(description = "Who agreed; not the actor.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        String approvedBy) {}
