package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.List;

/// What could be meant by a line without a fee, or a fee without money, by nothing but amount and
/// day: for a person to look at.
final class Likely {

  private static final int SCORE = SignalKind.AMOUNT.weight() + SignalKind.DATE.weight();

  private final Run run;
  private final Signs signs;
  private final AmountIndex fees;
  private final AmountIndex lines;
  private final GroupFinder groups;

  Likely(Run run, Signs signs) {
    this.run = run;
    this.signs = signs;
    var feesOfRun =
        new AmountIndex.Columns() {
          @Override
          public int currency(int fee) {
            return run.fees.currency(fee);
          }

          @Override
          public long minor(int fee) {
            return run.open(fee);
          }

          @Override
          public int day(int fee) {
            return run.fees.since(fee);
          }

          @Override
          public int rank(int fee) {
            return run.fees.rank(fee);
          }
        };
    int[] owed = owed();
    fees = new AmountIndex(owed, feesOfRun, true);
    groups = new GroupFinder(run, signs, new AmountIndex(owed.clone(), feesOfRun, false));
    lines =
        new AmountIndex(
            freeMoney(),
            new AmountIndex.Columns() {
              @Override
              public int currency(int line) {
                return run.lines.currency(line);
              }

              @Override
              public long minor(int line) {
                return run.lines.gross(line);
              }

              @Override
              public int day(int line) {
                return run.lines.bookedOn(line);
              }

              @Override
              public int rank(int line) {
                return run.lines.rank(line);
              }
            },
            true);
  }

  private int[] owed() {
    var row = new IntRow();
    for (int fee = 0; fee < run.fees.size(); fee++) {
      if (run.isOwed(fee)) {
        row.add(fee);
      }
    }
    return row.toArray();
  }

  private int[] freeMoney() {
    var row = new IntRow();
    for (int line = 0; line < run.lines.size(); line++) {
      if (run.isFreeMoney(line)) {
        row.add(line);
      }
    }
    return row.toArray();
  }

  /// The first day from which a day is no more than so many working days away.
  private int earliest(int day, int workingDays) {
    int first = day;
    while (run.days.between(first - 1L, day) <= workingDays) {
      first--;
    }
    return first;
  }

  private int latest(int day, int workingDays) {
    int last = day;
    while (run.days.between(day, last + 1L) <= workingDays) {
      last++;
    }
    return last;
  }

  /// Fees that are owed and have the amount of a line within their days.
  List<Candidate> fees(int line) {
    List<Candidate> found = new ArrayList<>();
    int day = run.lines.bookedOn(line);
    int near = earliest(day, run.rules.windowDays());
    add(line, near, latest(day, run.rules.earlyDays()), found);
    add(line, earliest(day, run.rules.openWindowDays()), near - 1, found);
    return found;
  }

  private void add(int line, int fromDay, int toDay, List<Candidate> found) {
    var same = fees.find(run.lines.currency(line), run.lines.gross(line), fromDay, toDay);
    for (int i = 0; i < same.size() && found.size() < run.rules.candidates(); i++) {
      int fee = same.get(i);
      if (run.isOwed(fee) && signs.isInTime(fee, line)) {
        found.add(
            new Candidate(
                List.of(run.fees.id(fee)),
                List.of(run.lines.key(line)),
                SCORE,
                "Amount and day agree, and nothing else does: that alone is no match."));
      }
    }
  }

  /// Groups of fees that together make the amount of a line.
  List<Candidate> groups(int line) {
    int day = run.lines.bookedOn(line);
    return groups.find(
        line, earliest(day, run.rules.windowDays()), latest(day, run.rules.earlyDays()));
  }

  /// Lines without a fee that bring the amount of a fee within its days.
  List<Candidate> lines(int fee) {
    List<Candidate> found = new ArrayList<>();
    var same =
        lines.find(
            run.fees.currency(fee),
            run.open(fee),
            earliest(run.fees.quotedOn(fee), run.rules.earlyDays()),
            latest(run.fees.since(fee), run.rules.windowDays()));
    for (int i = 0; i < same.size() && found.size() < run.rules.candidates(); i++) {
      int line = same.get(i);
      if (signs.isInTime(fee, line)) {
        found.add(
            new Candidate(
                List.of(run.fees.id(fee)),
                List.of(run.lines.key(line)),
                SCORE,
                "Amount and day agree, and nothing else does: that alone is no match."));
      }
    }
    return found;
  }
}
