package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.terms.Money;

/// Pays a captured fee back.
record RefundFeeRequest(
    @Schema(description = "In the currency of the region of the case.") Money amount,
    @BusinessMoment Instant refundedAt,
    @Schema(description = "Kept as a private value.") @Size(max = 1000) @Lines String reason,
    @Schema(description = "What had been paid for; SERVICE_FEE if left out.")
        Optional<FeePurpose> purpose,
    @Schema(description = "Who agreed to goodwill where nothing is due; not the actor.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        Optional<String> approvedBy) {}
