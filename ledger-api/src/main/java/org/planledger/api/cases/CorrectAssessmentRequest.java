package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;

/// Corrects the assessment of a case, the last one if there are several.
record CorrectAssessmentRequest(
    @Schema(description = "What should have been recorded.") RecordAssessmentRequest instead,
    @Schema(description = "When the mistake was corrected; now if left out.") @BusinessMoment
        Optional<Instant> correctedAt,
    @Schema(description = "Kept as a private value.") @Size(max = 1000) @Lines String reason,
    @Schema(description = "Who agreed; not the actor.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        String approvedBy) {}
