package org.planledger.api.finance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.planledger.api.statements.Settlements;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.MatchState;
import org.springframework.stereotype.Component;

/// What the runs that count have found for each fee.
@Component
final class SettledFees implements Settlements {

  private final Books books;
  private final Runs runs;
  private final KeptRuns runStore;
  private final KeptFindings found;
  private final Standing standing;

  SettledFees(Books books, Runs runs, KeptRuns runStore, KeptFindings found, Standing standing) {
    this.books = books;
    this.runs = runs;
    this.runStore = runStore;
    this.found = found;
    this.standing = standing;
  }

  /// What was found of one fee.
  ///
  /// @param unsettled what a later run finds again, if it finds anything of the fee
  private record Found(long settled, long unsettled) {
    long minor() {
      return settled + unsettled;
    }
  }

  @Override
  public ToLongFunction<String> matchedMinor(long position) {
    var sums = new HashMap<String, Found>();
    var withdrawn = withdrawn();
    for (var run : runs.standing()) {
      if (runStore.find(run).filter(row -> row.inputs().cutOff() <= position).isPresent()) {
        add(run, withdrawn, sums);
      }
    }
    return feeId -> sums.getOrDefault(feeId, new Found(0, 0)).minor();
  }

  private void add(long run, Set<String> withdrawn, Map<String, Found> sums) {
    var again = new HashSet<String>();
    found
        .allMatches(Set.of(run))
        .filter(row -> !withdrawn.contains(row.match().matchId()))
        .forEach(
            row -> {
              var match = row.match();
              for (var feeId : match.feeIds()) {
                var before = sums.getOrDefault(feeId, new Found(0, 0));
                if (again.add(feeId)) {
                  before = new Found(before.settled(), 0);
                }
                sums.put(feeId, plus(before, match, share(match, feeId)));
              }
            });
  }

  private static Found plus(Found before, Match match, long minor) {
    boolean unsettled =
        match.state() == MatchState.UNDERPAID || match.state() == MatchState.OVERPAID;
    return unsettled
        ? new Found(before.settled(), before.unsettled() + minor)
        : new Found(before.settled() + minor, before.unsettled());
  }

  /// Of a line for several fees, each has what is due for it.
  private long share(Match match, String feeId) {
    if (match.feeIds().size() == 1) {
      return match.matched().minor();
    }
    FeeFact fee = standing.fee(feeId);
    return fee.due().minor();
  }

  private Set<String> withdrawn() {
    return books.read(FinanceBook::withdrawnMatches);
  }
}
