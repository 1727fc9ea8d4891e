package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.settlement.LineKey;

/// A payout or batch while it is added up.
final class Payout {

  private static final int NOBODY = -1;

  final Key key;
  final IntRow sent = new IntRow();
  long sum;
  int lines;
  int day = Integer.MIN_VALUE;
  boolean arrived;
  private @Nullable LineKey first;

  /// Batches are counted from one by each source, so a batch is one of its file.
  record Key(int text, int file, int currency) {

    static Key of(LineBook lines, int line) {
      int file = lines.isByBatch(line) ? lines.file(line) : NOBODY;
      return new Key(lines.group(line), file, lines.netCurrency(line));
    }

    static Key of(Run run, OpenPayout open) {
      return new Key(
          run.texts.intern(open.name().id()),
          open.name().file().orElse(NOBODY),
          run.currencies.number(open.currency()));
    }
  }

  Payout(Key key) {
    this.key = key;
  }

  /// Goes on from what earlier months have added up.
  void goOn(OpenPayout from) {
    sum = from.sumMinor();
    lines = from.lines();
    day = Math.toIntExact(from.day().toEpochDay());
    first = from.first();
    arrived = from.arrived();
  }

  /// Takes in a line.
  void add(LineBook of, int line, boolean isSent) {
    var key = of.key(line);
    if (first == null || key.compareTo(first) < 0) {
      first = key;
    }
    day = Math.max(day, of.bookedOn(line));
    if (isSent) {
      sent.add(line);
    } else {
      sum = Sums.add(sum, of.net(line));
      lines++;
    }
  }

  PayoutName name(Texts texts) {
    return new PayoutName(
        texts.text(key.text()), key.file() == NOBODY ? Optional.empty() : Optional.of(key.file()));
  }

  /// The lowest key of its lines.
  LineKey first() {
    return Objects.requireNonNull(first, "a payout without a line");
  }

  /// What it comes to: of its lines, or as the processor says, if there are none.
  long total(LineBook of) {
    return lines > 0 ? sum : said(of);
  }

  /// Whether the processor sends what the lines come to.
  boolean isWhole(LineBook of) {
    return lines == 0 || said(of) == Sums.size(sum);
  }

  /// Whether the processor sends something else than the lines come to.
  boolean isOff(LineBook of) {
    return sent.size() > 0 && !isWhole(of);
  }

  /// What the processor says that it sends.
  long said(LineBook of) {
    long said = 0;
    for (int i = 0; i < sent.size(); i++) {
      said = Sums.add(said, Sums.size(of.net(sent.get(i))));
    }
    return said;
  }

  /// What the next month goes on from.
  OpenPayout handedOn(Run run) {
    List<LineKey> keys = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      keys.add(run.lines.key(sent.get(i)));
    }
    return new OpenPayout(
        name(run.texts),
        run.currencies.get(key.currency()),
        sum,
        lines,
        LocalDate.ofEpochDay(day),
        first(),
        keys,
        arrived);
  }
}
