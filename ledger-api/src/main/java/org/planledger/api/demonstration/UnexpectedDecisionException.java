package org.planledger.api.demonstration;

import java.util.List;
import org.planledger.core.axon.Outcome;
import org.planledger.core.rule.RefusalCode;

/// The ledger decided a command of the demonstration in another way than its story goes on from.
final class UnexpectedDecisionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnexpectedDecisionException(String place, List<RefusalCode> expected, Outcome outcome) {
    super(
        "%s of the demonstration: expected %s and got %s"
            .formatted(place, expected.isEmpty() ? "acceptance" : expected, description(outcome)));
  }

  private static String description(Outcome outcome) {
    return outcome instanceof Outcome.Decided decided
        ? decided.attempt().commandType() + " " + decided.attempt().decision().codes()
        : outcome.toString();
  }
}
