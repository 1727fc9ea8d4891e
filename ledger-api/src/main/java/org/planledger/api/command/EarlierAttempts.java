package org.planledger.api.command;

import java.util.Optional;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Attempts;

/// Finds what a client's key already stands for. Asked only when a request is about to fail: a
/// command that was decided once is answered as it was then, even if the same request would no
/// longer be taken today, because a moment in it has become too old or the plan has moved on.
final class EarlierAttempts {
  private final Attempts attempts;
  private final PlanLedger ledger;

  EarlierAttempts(Attempts attempts, PlanLedger ledger) {
    this.attempts = attempts;
    this.ledger = ledger;
  }

  Optional<Attempt> byKey(String client, String key) {
    return attempts.byKey(client, key).map(AttemptRow::number).flatMap(ledger::attempt);
  }
}
