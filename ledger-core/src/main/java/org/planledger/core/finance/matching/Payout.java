package org.planledger.core.finance.matching;

/// A payout or batch while it is added up.
final class Payout {

  private static final int NOBODY = -1;

  final Key key;
  final IntRow sent = new IntRow();
  long sum;
  int lines;
  int day = Integer.MIN_VALUE;
  int lowest = NOBODY;
  boolean arrived;

  /// Batches are counted from one by each source, so a batch is one of its file.
  record Key(int text, int file, int currency) {

    static Key of(LineBook lines, int line) {
      int file = lines.isByBatch(line) ? lines.file(line) : NOBODY;
      return new Key(lines.group(line), file, lines.netCurrency(line));
    }
  }

  Payout(Key key) {
    this.key = key;
  }

  /// Takes in a line, those of the lowest rank first.
  void add(LineBook of, int line, boolean isSent) {
    if (lowest == NOBODY) {
      lowest = line;
    }
    day = Math.max(day, of.bookedOn(line));
    if (isSent) {
      sent.add(line);
    } else {
      sum = Sums.add(sum, of.net(line));
      lines++;
    }
  }

  /// What it comes to: of its lines, or as the processor says, if there are none.
  long total(LineBook of) {
    return lines > 0 ? sum : said(of);
  }

  /// Whether the processor sends what the lines come to.
  boolean isWhole(LineBook of) {
    return lines == 0 || said(of) == Sums.size(sum);
  }

  /// What the processor says that it sends.
  long said(LineBook of) {
    long said = 0;
    for (int i = 0; i < sent.size(); i++) {
      said = Sums.add(said, Sums.size(of.net(sent.get(i))));
    }
    return said;
  }
}
