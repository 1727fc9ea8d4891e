package org.planledger.api.finance.accounts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.planledger.api.finance.findings.KeptPostings;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.statements.Settlements;
import org.springframework.stereotype.Component;

/// What the runs that count have found for each fee. A run stands as it was made until there is a
/// newer one of its month, whatever was withdrawn since.
@Component
final class SettledFees implements Settlements {

  private final Runs runs;
  private final KeptRuns runStore;
  private final KeptPostings postings;

  SettledFees(Runs runs, KeptRuns runStore, KeptPostings postings) {
    this.runs = runs;
    this.runStore = runStore;
    this.postings = postings;
  }

  /// What was found of one fee.
  ///
  /// @param unsettled what a later run finds again, if it finds anything of the fee
  private record Found(long settled, long unsettled) {
    private static final Found NOTHING = new Found(0, 0);

    long minor() {
      return settled + unsettled;
    }
  }

  @Override
  public ToLongFunction<String> matchedMinor(long position) {
    var sums = new HashMap<String, Found>();
    for (var run : runs.standing()) {
      if (runStore.find(run).filter(row -> row.inputs().cutOff() <= position).isPresent()) {
        add(run, sums);
      }
    }
    return feeId -> sums.getOrDefault(feeId, Found.NOTHING).minor();
  }

  /// What an earlier run has left unsettled of a fee is found again by this one, if it finds
  /// anything of it.
  private void add(long run, Map<String, Found> sums) {
    var again = new HashSet<String>();
    postings.shares(
        run,
        (fee, minor) -> {
          var before = before(fee, again, sums);
          sums.put(fee, new Found(before.settled() + minor, before.unsettled()));
        },
        (fee, minor) -> {
          var before = before(fee, again, sums);
          sums.put(fee, new Found(before.settled(), before.unsettled() + minor));
        });
  }

  private static Found before(String fee, Set<String> again, Map<String, Found> sums) {
    var before = sums.getOrDefault(fee, Found.NOTHING);
    return again.add(fee) ? new Found(before.settled(), 0) : before;
  }
}
