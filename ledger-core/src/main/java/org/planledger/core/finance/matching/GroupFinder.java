package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Pass 5: a few fees that together make the amount of a line, by nothing but their sum. It stops
/// after a stated number of steps, and it only proposes.
final class GroupFinder {

  private static final int FEES_LOOKED_AT = 64;
  private static final int SCORE = SignalKind.AMOUNT_IN_SUM.weight() + SignalKind.DATE.weight();

  private final Run run;
  private final Signs signs;
  private final AmountIndex fees;
  private long stepsLeft;
  private int lineSteps;
  private final IntRow near = new IntRow();

  GroupFinder(Run run, Signs signs, AmountIndex fees) {
    this.run = run;
    this.signs = signs;
    this.fees = fees;
    this.stepsLeft = run.rules.groupSearch().stepsPerRun();
  }

  List<Candidate> find(int line, int fromDay, int toDay) {
    List<Candidate> found = new ArrayList<>();
    lineSteps = (int) Math.min(run.rules.groupSearch().stepsPerLine(), stepsLeft);
    int allowed = lineSteps;
    if (allowed == 0) {
      return found;
    }
    near.clear();
    var all = fees.find(run.lines.currency(line), 0, fromDay, toDay);
    for (int i = all.size() - 1; i >= 0 && near.size() < FEES_LOOKED_AT; i--) {
      int fee = all.get(i);
      if (run.isOwed(fee) && run.open(fee) < run.lines.gross(line) && signs.isInTime(fee, line)) {
        near.add(fee);
      }
    }
    List<int[]> sets = new ArrayList<>();
    search(0, run.lines.gross(line), new int[run.rules.groupSearch().feesAtMost()], 0, sets);
    stepsLeft -= allowed - lineSteps;
    for (int[] set : sets) {
      found.add(candidate(line, set));
    }
    return found;
  }

  private void search(int from, long left, int[] taken, int count, List<int[]> sets) {
    for (int i = from;
        i < near.size() && lineSteps > 0 && sets.size() < run.rules.candidates();
        i++) {
      lineSteps--;
      long open = run.open(near.get(i));
      taken[count] = near.get(i);
      if (open == left && count > 0) {
        sets.add(Arrays.copyOf(taken, count + 1));
      } else if (open < left && count + 1 < taken.length) {
        search(i + 1, left - open, taken, count + 1, sets);
      }
    }
  }

  private Candidate candidate(int line, int[] set) {
    Sorting.sort(set, (one, other) -> Integer.compare(run.fees.rank(one), run.fees.rank(other)));
    List<String> ids = new ArrayList<>();
    for (int fee : set) {
      ids.add(run.fees.id(fee));
    }
    return new Candidate(
        ids,
        List.of(run.lines.key(line)),
        SCORE,
        set.length + " fees of these days make this amount; their sum alone is no match.");
  }
}
