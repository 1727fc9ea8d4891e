package org.planledger.core.finance.book;

import java.time.YearMonth;
import java.util.Optional;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.FinanceEvent.PeriodClosed;

/// A month of the books.
///
/// @param run its newest run
/// @param closed how it was closed; none while it is open
/// @param closings how often it was closed
public record PeriodState(
    YearMonth period, Optional<FeesReconciled> run, Optional<PeriodClosed> closed, int closings) {

  static PeriodState opened(YearMonth period) {
    return new PeriodState(period, Optional.empty(), Optional.empty(), 0);
  }

  public boolean isClosed() {
    return closed.isPresent();
  }

  PeriodState reconciled(FeesReconciled by) {
    return new PeriodState(period, Optional.of(by), closed, closings);
  }

  PeriodState closedBy(PeriodClosed by) {
    return new PeriodState(period, run, Optional.of(by), closings + 1);
  }

  /// The run by which it was closed has to be made once more.
  PeriodState reopened() {
    return new PeriodState(period, Optional.empty(), Optional.empty(), closings);
  }
}
