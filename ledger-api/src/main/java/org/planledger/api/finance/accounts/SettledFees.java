package org.planledger.api.finance.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.planledger.api.finance.findings.KeptPostings;
import org.planledger.api.finance.findings.KeptPostings.ShareTaker;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.statements.Settlements;
import org.planledger.core.finance.matching.Match;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.stereotype.Component;

/// What the runs that count have found for each fee, and what people have given up. A run stands as
/// it was made until there is a newer one of its month, whatever was withdrawn since.
@Component
final class SettledFees implements Settlements {

  private final Runs runs;
  private final KeptRuns runStore;
  private final KeptPostings postings;
  private final WriteOffs writeOffs;

  SettledFees(Runs runs, KeptRuns runStore, KeptPostings postings, WriteOffs writeOffs) {
    this.runs = runs;
    this.runStore = runStore;
    this.postings = postings;
    this.writeOffs = writeOffs;
  }

  /// What runs have settled of a fee.
  private record Found(long matchedMinor, long explainedMinor) {
    private static final Found NOTHING = new Found(0, 0);

    Found plus(Found other) {
      return new Found(
          Math.addExact(matchedMinor, other.matchedMinor),
          Math.addExact(explainedMinor, other.explainedMinor));
    }
  }

  @Override
  public Function<String, Settled> upTo(long position) {
    var found = new HashMap<String, Found>();
    for (var run : runs.standing()) {
      if (runStore.find(run).filter(row -> row.inputs().cutOff() <= position).isPresent()) {
        add(run, found);
      }
    }
    var givenUp = writeOffs.minorByFee(Span.upTo(position));
    return feeId -> {
      var settled = found.getOrDefault(feeId, Found.NOTHING);
      return new Settled(
          settled.matchedMinor(), settled.explainedMinor(), givenUp.getOrDefault(feeId, 0L));
    };
  }

  /// What a run looks at anew is taken back first, as it is in the accounts.
  private void add(long run, Map<String, Found> found) {
    ShareTaker adding =
        (fee, matched, explained) -> found.merge(fee, new Found(matched, explained), Found::plus);
    postings.undone(run).forEach(match -> takeBack(match, adding));
    postings.shares(run, adding);
  }

  private static void takeBack(Match match, ShareTaker adding) {
    var arrived = match.arrived();
    var settled = match.settled();
    for (int i = 0; i < arrived.size(); i++) {
      adding.accept(match.feeIds().get(i), -arrived.get(i), arrived.get(i) - settled.get(i));
    }
  }
}
