package org.planledger.projections.movements;

import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.projections.movements.StatementView.Flow;

/// One fee with all its movements up to some position.
///
/// @param movements one or more, oldest first; the first is the quote
public record FeeMovementsView(List<FeeMovement> movements) {

  public FeeMovementsView {
    movements = List.copyOf(movements);
  }

  /// The quote that made the fee.
  public FeeMovement quote() {
    return movements.getFirst();
  }

  /// The payment, if there was one.
  public Optional<FeeMovement> capture() {
    return of(MovementKind.CAPTURED).stream().findFirst();
  }

  /// What of it was paid back, oldest first.
  public List<FeeMovement> refunds() {
    return of(MovementKind.REFUNDED);
  }

  /// What the movements come to.
  public Flow flow() {
    return movements.stream()
        .map(movement -> Flow.of(movement.kind(), movement.amount().minor()))
        .reduce(Flow.nothing(), Flow::plus);
  }

  private List<FeeMovement> of(MovementKind kind) {
    return movements.stream().filter(movement -> movement.kind() == kind).toList();
  }
}
