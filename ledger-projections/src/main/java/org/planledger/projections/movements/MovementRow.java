package org.planledger.projections.movements;

import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.projections.fold.Row;

/// A movement as it is kept. Only the event that made it ever writes it.
record MovementRow(FeeMovement movement) implements Row {

  /// Tells the movements of a plan apart.
  record Key(long position, int number) {}

  Key key() {
    return new Key(movement.position(), movement.number());
  }

  @Override
  public long position() {
    return movement.position();
  }
}
