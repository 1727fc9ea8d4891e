package org.planledger.api.finance.periods;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.Lines;

/// Opens a closed month again.
record ReopenPeriodRequest(
    @Size(max = 1000) @Lines String reason,
    @Schema(description = "Who agreed; not the actor.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        String approvedBy) {}
