package org.planledger.api.finance;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.projections.movements.MovementsQueries;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.stereotype.Component;

/// The movements of fees, from their view.
@Component
final class ViewedMovements implements FeeMovements {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MovementsQueries movements;

  ViewedMovements(MovementsQueries movements) {
    this.movements = movements;
  }

  @Override
  public boolean await(long position) {
    return movements.position().await(position, PATIENCE);
  }

  @Override
  public void upTo(long position, Consumer<FeeMovement> taker) {
    try (var fees = movements.fees(Span.upTo(position))) {
      fees.forEach(fee -> fee.movements().forEach(taker));
    }
  }

  @Override
  public List<FeeMovement> ofFee(String feeId) {
    return movements.ofFee(feeId);
  }
}
