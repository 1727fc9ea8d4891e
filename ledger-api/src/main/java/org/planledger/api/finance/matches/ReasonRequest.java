package org.planledger.api.finance.matches;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.Lines;

/// Does something for a reason, and perhaps with somebody's consent.
record ReasonRequest(
    @Size(max = 1000) @Lines String reason,
    @Schema(description = "Who else has agreed; needed above the limit of one person.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        Optional<String> approvedBy) {}
