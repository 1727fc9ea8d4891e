package org.planledger.core.finance.matching;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.planledger.core.finance.settlement.LineType;

/// Pass 0: what is said twice counts once.
final class DuplicatePass {

  private final Run run;
  private final Map<Integer, Integer> originals = new HashMap<>();

  DuplicatePass(Run run) {
    this.run = run;
  }

  /// The same line in several files, or several times: the one in the file of the lowest number is
  /// the original. Nothing may be matched with the others, not even by hand.
  void sameLine() {
    int original = -1;
    for (int rank = 0; rank < run.lines.size(); rank++) {
      int line = run.lines.at(rank);
      if (original < 0 || !run.lines.hasSameKey(original, line)) {
        original = line;
        continue;
      }
      String contradiction = contradiction(original, line);
      tell(
          line,
          run.lines.place(line),
          "This line stands in "
              + run.lines.place(original)
              + " too; it counts once. The second one is in "
              + run.lines.place(line)
              + "."
              + contradiction,
          contradiction.isEmpty()
              ? "Nothing, if the same days were imported twice; else ask for a correct file."
              : "Ask whose files they are which of the two is right.");
    }
  }

  /// What the second one says otherwise, although it is the same.
  private String contradiction(int original, int line) {
    boolean same =
        run.lines.gross(original) == run.lines.gross(line)
            && run.lines.currency(original) == run.lines.currency(line)
            && run.lines.net(original) == run.lines.net(line)
            && run.lines.netCurrency(original) == run.lines.netCurrency(line);
    return same
        ? ""
        : " The first one says "
            + amounts(original)
            + ", which counts; the second one says "
            + amounts(line)
            + ".";
  }

  private String amounts(int line) {
    return run.words(run.lines.gross(line), run.lines.currency(line))
        + ", "
        + run.words(run.lines.net(line), run.lines.netCurrency(line))
        + " net";
  }

  /// The same transaction of a processor in two lines of different keys: the earlier one is the
  /// original, also if a person or a closed month has matched it.
  void sameTransaction() {
    var done = new BitSet();
    var row = new IntRow();
    var chains = run.lines.byProcessor();
    for (int line = 0; line < run.lines.size(); line++) {
      int text = run.lines.processor(line);
      if (run.lines.type(line) != LineType.PAYMENT || text < 0 || done.get(text)) {
        continue;
      }
      done.set(text);
      row.clear();
      for (int place = chains.first(text); place >= 0; place = chains.next(place)) {
        if (!run.isTwice(chains.at(place))) {
          row.add(chains.at(place));
        }
      }
      row.sort(this::compare);
      for (int i = 1; i < row.size(); i++) {
        if (run.isLineFree(row.get(i)) && compareContent(row.get(i - 1), row.get(i)) == 0) {
          int before = originals.getOrDefault(row.get(i - 1), row.get(i - 1));
          originals.put(row.get(i), before);
        }
      }
    }
    int[] doubled = originals.keySet().stream().mapToInt(Integer::intValue).toArray();
    Sorting.sort(doubled, run.lines::compareByDay);
    for (int line : doubled) {
      int original = originals.getOrDefault(line, line);
      tell(
          line,
          "",
          "The processor reports the transaction "
              + run.texts.text(run.lines.processor(line))
              + " twice; the first one is in "
              + run.lines.place(original)
              + ".",
          "Ask the processor whether there were two payments; if so, match this one by hand.");
    }
  }

  private int compare(int first, int second) {
    int byContent = compareContent(first, second);
    return byContent != 0 ? byContent : run.lines.compareByDay(first, second);
  }

  private int compareContent(int first, int second) {
    int byAmount = Long.compare(run.lines.gross(first), run.lines.gross(second));
    if (byAmount != 0) {
      return byAmount;
    }
    int byCurrency = Integer.compare(run.lines.currency(first), run.lines.currency(second));
    return byCurrency != 0
        ? byCurrency
        : Long.compare(run.lines.identity(first), run.lines.identity(second));
  }

  private void tell(int line, String about, String reason, String nextStep) {
    run.settleLine(line, LineFate.DUPLICATE);
    run.tell(
        new Trouble(
                ExceptionKind.DUPLICATE,
                Trouble.NO_FEE,
                new int[] {line},
                run.lines.gross(line),
                run.lines.currency(line),
                run.lines.bookedOn(line))
            .about(about.isEmpty() ? "" : run.lines.key(line).hex() + " in " + about)
            .because(reason)
            .next(nextStep));
  }
}
