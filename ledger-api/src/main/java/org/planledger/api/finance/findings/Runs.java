package org.planledger.api.finance.findings;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.api.finance.books.Books;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.FinanceGround;
import org.planledger.core.finance.book.Verdict;
import org.planledger.core.finance.book.Verdict.Objection;
import org.springframework.stereotype.Component;

/// The runs that count: of each month the one that closed it, or else the newest.
@Component
public final class Runs {

  private final Books books;
  private final KeptRuns store;

  Runs(Books books, KeptRuns store) {
    this.books = books;
    this.store = store;
  }

  /// A run that has ended; throws [ProblemException] if there is none of that number.
  public RunRow ended(long number) {
    return store
        .find(number)
        .filter(run -> run.endedAt().isPresent())
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_RUN));
  }

  /// A run, also one that is still made; none if there is none of that number.
  public Optional<RunRow> find(long number) {
    return store.find(number);
  }

  /// The same; throws [ProblemException] if there is none.
  public RunRow any(long number) {
    return store.find(number).orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_RUN));
  }

  /// The numbers of the runs that count, by their months.
  public List<Long> standing() {
    return books.read(FinanceBook::standingRuns);
  }

  /// What of the matches of each run counts, by the months: all of the newest; of an earlier one,
  /// what no later one looks at anew.
  public Map<Long, MatchFilter> counting(MatchFilter filter) {
    var standing = standing();
    var counting = new LinkedHashMap<Long, MatchFilter>();
    standing.forEach(
        run -> counting.put(run, run.equals(standing.getLast()) ? filter : filter.onlySettled()));
    return counting;
  }

  /// The newest run that counts, whose exceptions are the ones to be looked at.
  public Optional<FeesReconciled> newest() {
    return books.read(FinanceBook::newestRun);
  }

  /// Ends a request that wants to work in a month that is closed, or before one that is.
  public void requireOpen(YearMonth period) {
    boolean over =
        books.read(
            book ->
                book.periods().stream()
                    .anyMatch(state -> state.isClosed() && !state.period().isBefore(period)));
    if (over) {
      throw Books.refused(
          new Verdict.Refused(List.of(new Objection(FinanceGround.PERIOD_CLOSED, "period", ""))));
    }
  }
}
