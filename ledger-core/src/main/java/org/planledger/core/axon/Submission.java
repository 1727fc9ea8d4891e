package org.planledger.core.axon;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.store.Bytes;

/// A command as it is handed to the ledger, with all that is kept beside it.
///
/// @param idempotencyKey the client's own name for this request: sent again with the same
///     fingerprint, it is answered as before and nothing happens twice
/// @param fingerprint a hash of the request as it came in
/// @param expectedSequence what the sequence of the plan's last event must be for the command to
///     be decided at all; a purchase has none to expect
/// @param recordedAt when the ledger took the command in; whole microseconds are kept
/// @param privateRows the values that the command only refers to; they are kept if it is accepted
public record Submission(
    PlanCommand command,
    Caller caller,
    String idempotencyKey,
    Bytes fingerprint,
    OptionalLong expectedSequence,
    Instant recordedAt,
    PrivateRows privateRows) {

  public Submission {
    if (idempotencyKey.isBlank()) {
      throw new IllegalArgumentException("a command needs an idempotency key");
    }
    if (command instanceof PurchasePlan && expectedSequence.isPresent()) {
      throw new IllegalArgumentException("a plan that is not sold yet has no sequence to expect");
    }
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
  }
}
