package org.planledger.core.finance.matching;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.planledger.core.finance.settlement.LineType;

/// Pass 0, as far as transactions are concerned: one that is reported in two lines counts once.
final class SameTransactions {

  private final Run run;
  private final Map<Integer, Integer> originals = new HashMap<>();

  SameTransactions(Run run) {
    this.run = run;
  }

  /// The same transaction of a processor in two lines of different keys: the earlier one is the
  /// original, also if a person or a closed month has matched it.
  void find() {
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
      tell(line, originals.getOrDefault(line, line));
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

  private void tell(int line, int original) {
    run.settleLine(line, LineFate.DUPLICATE);
    run.tell(
        new Trouble(
                ExceptionKind.DUPLICATE,
                Trouble.NO_FEE,
                new int[] {line},
                run.lines.gross(line),
                run.lines.currency(line),
                run.lines.bookedOn(line))
            .because(
                "The processor reports the transaction "
                    + run.texts.text(run.lines.processor(line))
                    + " twice; the first one is in "
                    + run.lines.place(original)
                    + ".")
            .next(
                "Ask the processor whether there were two payments; if so, match this one by hand."));
  }
}
