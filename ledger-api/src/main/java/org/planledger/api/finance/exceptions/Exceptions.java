package org.planledger.api.finance.exceptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.findings.ExceptionFilter;
import org.planledger.api.finance.findings.ExceptionRow;
import org.planledger.api.finance.findings.KeptFindings;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.finance.matches.LaterActs;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.Handling;
import org.springframework.stereotype.Component;

/// The exceptions of the newest run, with what people have done about them.
@Component
public final class Exceptions {

  private static final int LOOKED_AT_ONCE = 500;

  private final Books books;
  private final Runs runs;
  private final KeptFindings found;

  Exceptions(Books books, Runs runs, KeptFindings found) {
    this.books = books;
    this.runs = runs;
    this.found = found;
  }

  /// Exceptions of a run after one of them; throws [ProblemException] if there is no such run.
  ///
  /// @param acts what people have decided by now
  List<ExceptionRow> list(ExceptionQuery query, long after, int limit, LaterActs.View acts) {
    var run =
        query
            .run()
            .map(number -> runs.ended(number).number())
            .or(() -> runs.newest().map(FeesReconciled::run));
    var fitting = new ArrayList<ExceptionRow>();
    if (run.isEmpty()) {
      return fitting;
    }
    boolean decided = query.decidedSince().orElse(false);
    var handlings = books.read(book -> Map.copyOf(book.handlings()));
    long from = after;
    while (fitting.size() < limit) {
      var page = found.exceptions(run.get(), query.filter(), from, LOOKED_AT_ONCE);
      for (var row : page) {
        if (fitting.size() < limit
            && query.fits(handling(handlings, row))
            && (!decided || acts.isTouched(row))) {
          fitting.add(row);
        }
      }
      if (page.size() < LOOKED_AT_ONCE) {
        break;
      }
      from = page.getLast().ordinal();
    }
    return fitting;
  }

  private static Handling handling(Map<String, Handling> handlings, ExceptionRow row) {
    return handlings.getOrDefault(row.item().exceptionId(), Handling.NONE);
  }

  /// One of the newest run; throws [ProblemException] if it has found none of this id.
  ExceptionRow get(String exceptionId) {
    return runs.newest()
        .flatMap(
            run ->
                found.exceptions(run.run(), ExceptionFilter.of(exceptionId), 0, 1).stream()
                    .findFirst())
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_EXCEPTION));
  }

  /// How many of a run nobody has explained.
  public long open(long run, Map<String, Handling> handlings) {
    long open = 0;
    long from = 0;
    for (; ; ) {
      var page = found.exceptions(run, ExceptionFilter.ANY, from, LOOKED_AT_ONCE);
      open += page.stream().filter(row -> handling(handlings, row).isOpen()).count();
      if (page.size() < LOOKED_AT_ONCE) {
        return open;
      }
      from = page.getLast().ordinal();
    }
  }
}
