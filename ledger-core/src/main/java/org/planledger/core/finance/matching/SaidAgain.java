package org.planledger.core.finance.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Pass 0, as far as lines are concerned that stand in several files, or several times in one: the
/// one in the file of the lowest number counts. Nothing may be matched with the others, not even
/// by hand.
///
/// Files that overlap say the same many times, and nothing is wrong then: it is told once for two
/// files. A line that says something else than the one that counts is told by itself.
final class SaidAgain {

  /// More are not listed, as whole months may be said again.
  private static final int LISTED_AT_MOST = 1_000;

  private final Run run;
  private final Map<Overlap, IntRow> overlaps = new HashMap<>();

  /// Which file says again what counts in which.
  private record Overlap(int file, int first, int currency) {}

  SaidAgain(Run run) {
    this.run = run;
  }

  void find() {
    int original = -1;
    for (int rank = 0; rank < run.lines.size(); rank++) {
      int line = run.lines.at(rank);
      if (original < 0 || !run.lines.hasSameKey(original, line)) {
        original = line;
        continue;
      }
      run.settleLine(line, LineFate.DUPLICATE);
      if (isSame(original, line)) {
        overlaps
            .computeIfAbsent(
                new Overlap(
                    run.lines.file(line), run.lines.file(original), run.lines.currency(line)),
                _ -> new IntRow())
            .add(line);
      } else {
        tellContradiction(original, line);
      }
    }
    overlaps.keySet().stream()
        .sorted(
            Comparator.comparingInt(Overlap::file)
                .thenComparingInt(Overlap::first)
                .thenComparing(overlap -> code(overlap.currency())))
        .forEach(this::tell);
  }

  private String code(int currency) {
    return run.currencies.get(currency).getCurrencyCode();
  }

  private boolean isSame(int original, int line) {
    return run.lines.gross(original) == run.lines.gross(line)
        && run.lines.currency(original) == run.lines.currency(line)
        && run.lines.net(original) == run.lines.net(line)
        && run.lines.netCurrency(original) == run.lines.netCurrency(line);
  }

  private void tellContradiction(int original, int line) {
    run.tell(
        new Trouble(
                ExceptionKind.DUPLICATE,
                Trouble.NO_FEE,
                new int[] {line},
                run.lines.gross(line),
                run.lines.currency(line),
                run.lines.bookedOn(line))
            .about(run.lines.key(line).hex() + " in " + run.lines.place(line))
            .because(
                "This line stands in "
                    + run.lines.place(original)
                    + " too; it counts once. The second one is in "
                    + run.lines.place(line)
                    + ". The first one says "
                    + amounts(original)
                    + ", which counts; the second one says "
                    + amounts(line)
                    + ".")
            .next("Ask whose files they are which of the two is right."));
  }

  private String amounts(int line) {
    return run.words(run.lines.gross(line), run.lines.currency(line))
        + ", "
        + run.words(run.lines.net(line), run.lines.netCurrency(line))
        + " net";
  }

  /// No money is in doubt.
  private void tell(Overlap overlap) {
    var again = overlaps.getOrDefault(overlap, new IntRow());
    again.sort((a, b) -> Integer.compare(run.lines.number(a), run.lines.number(b)));
    long sum = 0;
    int day = Integer.MIN_VALUE;
    for (int i = 0; i < again.size(); i++) {
      sum = Sums.add(sum, Sums.size(run.lines.gross(again.get(i))));
      day = Math.max(day, run.lines.bookedOn(again.get(i)));
    }
    boolean itself = overlap.file() == overlap.first();
    run.tell(
        new Trouble(
                ExceptionKind.DUPLICATE, Trouble.NO_FEE, first(again), 0, overlap.currency(), day)
            .about(
                "file %d in file %d, %s"
                    .formatted(overlap.file(), overlap.first(), code(overlap.currency())))
            .because(
                "File "
                    + overlap.file()
                    + " says "
                    + Words.count(again.size(), "line", "lines")
                    + " of "
                    + (itself ? "its own" : "file " + overlap.first())
                    + " again, of "
                    + run.words(sum, overlap.currency())
                    + (again.size() == 1 ? ", in record " : " in all, the first in record ")
                    + run.lines.number(again.get(0))
                    + (again.size() == 1 ? ". It counts once." : ". Each counts once."))
            .next(
                itself
                    ? "Ask for a correct file, if these are not really the same."
                    : "Nothing, if the same days were imported twice; else ask for a correct"
                        + " file."));
  }

  private static int[] first(IntRow again) {
    var first = new IntRow();
    for (int i = 0; i < Math.min(again.size(), LISTED_AT_MOST); i++) {
      first.add(again.get(i));
    }
    return first.toArray();
  }
}
