package org.planledger.core.axon;

import org.planledger.core.json.KeptDecision;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Unit;
import org.planledger.core.store.UnitRow.NewAttempt;

/// What the handler of a command gives back. A refusal is among it, because to refuse is to answer:
/// only conflicts and faults are exceptions.
sealed interface Handled {

  /// The command was decided; number and positions are in the unit's receipt once it is durable.
  record Decided(KeptDecision decision, NewAttempt attempt, Unit unit) implements Handled {}

  /// The command would now be refused, but its key stands for an attempt already.
  record KeyUsed(AttemptRow earlier) implements Handled {}

  /// There is nothing to decide, for one of the reasons that leave no attempt behind.
  record Undecided(Outcome reason) implements Handled {}
}
