package org.planledger.api.finance.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.api.finance.findings.KeptPostings;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.posting.LineStanding;
import org.planledger.core.finance.posting.LineStandings;

/// How closed months have left lines and matches; each file is read when it is asked for.
final class LeftStandings {

  private final KeptPostings store;
  private final List<Long> closedRuns;
  private final Map<Integer, LineStandings> byFile = new HashMap<>();

  /// @param closedRuns the runs of the closed months, in the order of the months
  LeftStandings(KeptPostings store, List<Long> closedRuns) {
    this.store = store;
    this.closedRuns = List.copyOf(closedRuns);
  }

  /// The matches that the last of them has made with too little or too much.
  List<Match> unsettled() {
    return closedRuns.isEmpty() ? List.of() : store.unsettled(closedRuns.getLast());
  }

  /// How they have left the lines of a file.
  LineStandings of(int file) {
    return byFile.computeIfAbsent(file, number -> store.leftBy(closedRuns, number));
  }

  /// How they have left a line; none if they have not looked at it.
  Optional<LineStanding> of(int file, int line) {
    return of(file).at(line);
  }
}
