package org.planledger.api.finance.matches;

import java.util.ArrayList;
import java.util.List;
import org.planledger.api.finance.findings.KeptFindings;
import org.planledger.api.finance.findings.KeptTouched;
import org.planledger.api.finance.findings.MatchFilter;
import org.planledger.api.finance.findings.MatchRow;
import org.planledger.api.finance.findings.Runs;
import org.springframework.stereotype.Component;

/// The matches of the runs that count, or of one.
@Component
final class Matches {

  private final Runs runs;
  private final KeptFindings found;
  private final KeptTouched touched;

  Matches(Runs runs, KeptFindings found, KeptTouched touched) {
    this.runs = runs;
    this.found = found;
    this.touched = touched;
  }

  /// Matches behind a place, in their order; throws
  /// [org.planledger.api.problem.ProblemException] if there is no such run.
  ///
  /// @param acts what people have decided by now
  List<MatchRow> list(MatchQuery query, RowKey after, int limit, LaterActs.View acts) {
    var of =
        query.run().map(number -> List.of(runs.ended(number).number())).orElseGet(runs::standing);
    return query.decidedSince().orElse(false)
        ? decided(of, query.filter(), after, limit, acts)
        : found.matches(of, query.filter(), after.run(), after.ordinal(), limit);
  }

  private List<MatchRow> decided(
      List<Long> of, MatchFilter filter, RowKey after, int limit, LaterActs.View acts) {
    var rows = new ArrayList<MatchRow>();
    for (long run : of) {
      if (run >= after.run() && rows.size() < limit) {
        long behind = run == after.run() ? after.ordinal() : 0;
        rows.addAll(touched.matches(run, acts.since(run), filter, behind, limit - rows.size()));
      }
    }
    return rows;
  }
}
