package org.planledger.core.finance.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Pass 0, as far as lines are concerned that stand in several files, or several times in one: the
/// one in the file of the lowest number counts. Nothing may be matched with the others, not even
/// by hand.
///
/// Files that overlap say the same many times, and nothing is wrong then: it is told once for each
/// file that does. A line that says something else than the one that counts is told by itself.
final class SaidAgain {

  /// More are not listed, as whole months may be said again.
  private static final int LISTED_AT_MOST = 1_000;

  private final Run run;

  /// By their files.
  private final SortedMap<Integer, Again> overlaps = new TreeMap<>();

  /// What a file says again.
  ///
  /// @param files those in which it counts
  private record Again(IntRow lines, SortedSet<Integer> files) {}

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
        var again =
            overlaps.computeIfAbsent(
                run.lines.file(line), _ -> new Again(new IntRow(), new TreeSet<>()));
        again.lines().add(line);
        again.files().add(run.lines.file(original));
      } else {
        tellContradiction(original, line);
      }
    }
    overlaps.forEach(this::tell);
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

  /// No money is in doubt, so none is told in the currency of the first line.
  private void tell(int file, Again again) {
    var lines = again.lines();
    lines.sort((a, b) -> Integer.compare(run.lines.number(a), run.lines.number(b)));
    int day = Integer.MIN_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      day = Math.max(day, run.lines.bookedOn(lines.get(i)));
    }
    boolean one = lines.size() == 1;
    run.tell(
        new Trouble(
                ExceptionKind.DUPLICATE,
                Trouble.NO_FEE,
                Arrays.copyOf(lines.toArray(), Math.min(lines.size(), LISTED_AT_MOST)),
                0,
                run.lines.currency(lines.get(0)),
                day)
            .about("file " + file + " says again")
            .because(
                "File "
                    + file
                    + " says "
                    + Words.count(lines.size(), "line", "lines")
                    + " of "
                    + source(file, again.files())
                    + " again, of "
                    + sums(lines)
                    + (one ? ", in record " : " in all, the first in record ")
                    + run.lines.number(lines.get(0))
                    + (one ? ". It counts once." : ". Each counts once."))
            .next(
                again.files().contains(file)
                    ? "Ask for a correct file, if these are not really the same."
                    : "Nothing, if the same days were imported twice; else ask for a correct"
                        + " file."));
  }

  private String sums(IntRow lines) {
    SortedMap<Currency, Long> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    for (int i = 0; i < lines.size(); i++) {
      int line = lines.get(i);
      sums.merge(
          run.currencies.get(run.lines.currency(line)),
          Sums.size(run.lines.gross(line)),
          Sums::add);
    }
    return sums.entrySet().stream()
        .map(sum -> Words.money(sum.getValue(), sum.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String source(int file, SortedSet<Integer> files) {
    if (files.size() > 1) {
      return files.size() + " files (" + files.first() + " to " + files.last() + ")";
    }
    return files.first() == file ? "its own" : "file " + files.first();
  }
}
