package org.planledger.core.plan;

import java.time.Instant;
import org.planledger.core.terms.Money;

/// Money that was captured, with the reference under which the payment provider knows it.
public record FeePayment(Money amount, Instant capturedAt, String paymentReference) {}
