package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.planledger.core.plan.FeePayment;
import org.planledger.core.terms.Money;

/// Money that was captured.
record FeePaymentRequest(
    @Schema(description = "In the currency of the region in which service is requested.")
        Money amount,
    @Schema(description = "An authorisation is not a payment.") Instant capturedAt,
    @Schema(description = "Under which the payment provider knows it.") @Size(max = 128)
        String paymentReference) {

  FeePayment payment() {
    return new FeePayment(amount, capturedAt, paymentReference);
  }
}
