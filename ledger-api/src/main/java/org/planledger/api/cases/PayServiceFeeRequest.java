package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.terms.Money;

/// Records a captured payment.
record PayServiceFeeRequest(
    @Schema(description = "The whole open amount, in the currency of the region of the case.")
        Money amount,
    @BusinessMoment Instant capturedAt,
    @Schema(description = "Under which the payment provider knows it.") @Size(max = 128)
        String paymentReference,
    FeePurpose purpose) {}
