package org.planledger.api.finance.sources;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.projections.movements.EarlierFeesQueries;
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
  public void quotedAfter(long quotedAfter, long upTo, Consumer<FeeMovement> taker) {
    try (var fees = movements.feesQuoted(new Span(quotedAfter, upTo))) {
      fees.forEach(fee -> fee.movements().forEach(taker));
    }
  }

  @Override
  public Earlier earlier(long quotedUpTo, long upTo) {
    return new Viewed(movements.earlierFees(new Span(quotedUpTo, upTo)));
  }

  @Override
  public List<FeeMovement> ofFee(String feeId) {
    return movements.ofFee(feeId);
  }

  private record Viewed(EarlierFeesQueries fees) implements Earlier {

    @Override
    public long movements() {
      return fees.movements();
    }

    @Override
    public List<String> movedSince() {
      return fees.movedSince();
    }

    @Override
    public Set<String> paidUnder(Collection<String> references) {
      return fees.paidUnder(references);
    }

    @Override
    public Set<String> named(Predicate<String> name) {
      return fees.named(name);
    }

    @Override
    public void tell(Collection<String> feeIds, Consumer<FeeMovement> taker) {
      fees.of(feeIds).forEach(fee -> fee.movements().forEach(taker));
    }
  }
}
