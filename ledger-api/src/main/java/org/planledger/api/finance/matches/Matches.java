package org.planledger.api.finance.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Map<Long, MatchFilter> of =
        query
            .run()
            .map(number -> Map.of(runs.ended(number).number(), query.filter()))
            .orElseGet(() -> runs.counting(query.filter()));
    boolean touchedOnly = query.decidedSince().orElse(false);
    var rows = new ArrayList<MatchRow>();
    of.forEach(
        (run, filter) -> {
          int left = limit - rows.size();
          if (run >= after.run() && left > 0) {
            long behind = run == after.run() ? after.ordinal() : 0;
            rows.addAll(
                touchedOnly
                    ? touched.matches(run, acts.since(run), filter, behind, left)
                    : found.matches(run, filter, behind, left));
          }
        });
    return rows;
  }
}
