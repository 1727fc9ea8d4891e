package org.planledger.core.finance.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which fees a line is for by its own word: those that its strongest reference names. A weaker
/// reference to another fee never takes its place; it is told as the runner-up.
final class Naming {

  private static final List<SignalKind> STRONGEST_FIRST =
      List.of(SignalKind.FEE_ID, SignalKind.FEE_ID_IN_TEXT, SignalKind.PAYMENT_REFERENCE);

  private final Run run;
  private final int[] single;
  private final byte[] how;
  private final Map<Integer, int[]> several = new HashMap<>();
  private final int[] first;
  private final int[] next;

  Naming(Run run) {
    this.run = run;
    single = new int[run.lines.size()];
    how = new byte[run.lines.size()];
    first = new int[run.fees.size()];
    next = new int[run.lines.size()];
    Arrays.fill(first, -1);
    var named = new IntRow();
    for (int line = 0; line < run.lines.size(); line++) {
      named.clear();
      find(line, named);
      if (named.size() == 1) {
        int fee = named.get(0);
        single[line] = fee;
        next[line] = first[fee];
        first[fee] = line;
      } else {
        single[line] = named.size() == 0 ? LineBook.NAMES_NONE : LineBook.NAMES_SEVERAL;
        if (named.size() > 1) {
          named.sort((one, other) -> Integer.compare(run.fees.rank(one), run.fees.rank(other)));
          several.put(line, named.toArray());
        }
      }
    }
  }

  private void find(int line, IntRow named) {
    for (var kind : STRONGEST_FIRST) {
      for (int i = 0; i < run.lines.hitCount(line); i++) {
        long hit = run.lines.hit(line, i);
        if (References.kind(hit) == kind) {
          expand(line, hit, named);
        }
      }
      if (named.size() > 0) {
        how[line] = (byte) kind.code();
        return;
      }
    }
  }

  /// Adds the fees of a hit that people did not rule out.
  void expand(int line, long hit, IntRow named) {
    var kind = References.kind(hit);
    int value = References.value(hit);
    if (References.isOfFee(kind)) {
      add(line, value, named);
      return;
    }
    var chain = run.fees.by(kind);
    for (int place = chain.first(value); place >= 0; place = chain.next(place)) {
      add(line, chain.at(place), named);
    }
  }

  private void add(int line, int fee, IntRow named) {
    if (!named.contains(fee) && !isBarred(fee, line)) {
      named.add(fee);
    }
  }

  boolean isBarred(int fee, int line) {
    return run.bans.areAbout(run.lines.key(line))
        && run.bans.bar(run.fees.id(fee), run.lines.key(line));
  }

  /// The one fee that the line names, or [LineBook#NAMES_NONE], or [LineBook#NAMES_SEVERAL].
  int named(int line) {
    return single[line];
  }

  /// The fees of a line that names several, in their order.
  int[] several(int line) {
    return several.getOrDefault(line, new int[0]);
  }

  /// The lines that name several fees, in the order of their days.
  int[] linesOfSeveral() {
    int[] lines = several.keySet().stream().mapToInt(Integer::intValue).toArray();
    Sorting.sort(lines, run.lines::compareByDay);
    return lines;
  }

  /// By what the line names its fees.
  SignalKind how(int line) {
    return SignalKind.of(how[line]);
  }

  /// The lines with money that name this fee alone and are free, in the order of their days.
  void money(int fee, IntRow found) {
    found.clear();
    for (int line = first[fee]; line >= 0; line = next[line]) {
      if (run.isFreeMoney(line)) {
        found.add(line);
      }
    }
    if (found.size() > 1) {
      found.sort(run.lines::compareByDay);
    }
  }

  /// For each fee whether a line that is free names it.
  boolean[] spokenFor() {
    boolean[] spoken = new boolean[run.fees.size()];
    for (int line = 0; line < run.lines.size(); line++) {
      if (run.isFreeMoney(line) && single[line] >= 0) {
        spoken[single[line]] = true;
      }
    }
    several.forEach(
        (line, fees) -> {
          if (run.isFreeMoney(line)) {
            for (int fee : fees) {
              spoken[fee] = true;
            }
          }
        });
    return spoken;
  }
}
