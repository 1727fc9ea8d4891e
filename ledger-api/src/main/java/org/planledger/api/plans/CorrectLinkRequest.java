package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;
import org.planledger.core.plan.LinkKind;

/// Corrects a link that was told wrongly.
record CorrectLinkRequest(
    @Schema(description = "Of the link as it is held now.") LinkKind kind,
    @Schema(
            description =
                "The beginning of the link as it is held now. Of several links, the one recorded"
                    + " last is meant.")
        @BusinessMoment
        Instant linkedAt,
    @Schema(description = "What should have been recorded; left out if the link never was.")
        Optional<RecordLinkRequest> instead,
    @Schema(description = "When the mistake was corrected; now if left out.") @BusinessMoment
        Optional<Instant> correctedAt,
    @Schema(description = "Kept as a private value.") @Size(max = 1000) @Lines String reason,
    @Schema(description = "Who agreed; not the actor.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        String approvedBy) {}
