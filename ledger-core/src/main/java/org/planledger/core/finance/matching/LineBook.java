package org.planledger.core.finance.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineType;

/// All lines of a run, in columns. A line is a number here; numbers follow the order in which lines
/// were told, which decides nothing: whatever has to be in order goes by [#rank] or by the day and
/// then the rank.
final class LineBook {

  /// The line names no fee.
  static final int NAMES_NONE = -1;

  /// The line names several fees.
  static final int NAMES_SEVERAL = -2;

  /// Longer references are texts.
  private static final int LONGEST_REFERENCE = 256;

  private final Texts texts;
  private final Currencies currencies;
  private int size;
  private long[] keys = new long[4 << 10];
  private int[] files = new int[1 << 10];
  private int[] numbers = new int[1 << 10];
  private LineType[] types = new LineType[1 << 10];
  private short[] grossCurrency = new short[1 << 10];
  private short[] netCurrency = new short[1 << 10];
  private long[] gross = new long[1 << 10];
  private long[] fee = new long[1 << 10];
  private long[] net = new long[1 << 10];
  private int[] bookedOn = new int[1 << 10];
  private int[] processor = new int[1 << 10];
  private int[] related = new int[1 << 10];
  private int[] group = new int[1 << 10];
  private int[] label = new int[1 << 10];
  private long[] identity = new long[1 << 10];
  private boolean[] rated = new boolean[1 << 10];
  private boolean[] byBatch = new boolean[1 << 10];
  private final BitSet over = new BitSet();
  private int[] hitsFrom = new int[(1 << 10) + 1];
  private long[] hits = new long[1 << 10];
  private final Set<LineType> seen = EnumSet.noneOf(LineType.class);
  private int[] order = new int[0];
  private int[] ranks = new int[0];
  private Chains byProcessor = Chains.NONE;

  LineBook(Texts texts, Currencies currencies) {
    this.texts = texts;
    this.currencies = currencies;
  }

  /// @param found what the line refers to
  void add(LineFact fact, long[] found) {
    var line = fact.line();
    room();
    keys[4 * size] = line.key().a();
    keys[4 * size + 1] = line.key().b();
    keys[4 * size + 2] = line.key().c();
    keys[4 * size + 3] = line.key().d();
    files[size] = fact.fileNumber();
    numbers[size] = line.number();
    types[size] = line.type();
    seen.add(line.type());
    grossCurrency[size] = currencies.number(line.gross().currency());
    netCurrency[size] = currencies.number(line.net().currency());
    gross[size] = line.gross().minor();
    fee[size] = line.feeMinor();
    net[size] = line.net().minor();
    bookedOn[size] = Math.toIntExact(line.bookedOn().toEpochDay());
    processor[size] = reference(line.processorReference());
    related[size] = reference(line.relatedReference());
    group[size] = reference(line.payoutId().or(line::batchId));
    byBatch[size] = line.payoutId().isEmpty();
    rated[size] = line.rate().isPresent();
    over.set(size, fact.over());
    identity[size] = LineWords.identity(line);
    label[size] =
        References.isNothing(found)
            ? LineWords.label(line).map(texts::intern).orElse(Texts.NONE)
            : Texts.NONE;
    int from = hitsFrom[size];
    if (from + found.length > hits.length) {
      hits = Arrays.copyOf(hits, Math.max(Growth.of(hits.length), from + found.length));
    }
    System.arraycopy(found, 0, hits, from, found.length);
    size++;
    hitsFrom[size] = from + found.length;
  }

  private int reference(Optional<String> reference) {
    return reference
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_REFERENCE)
        .map(texts::intern)
        .orElse(Texts.NONE);
  }

  private void room() {
    if (size == files.length) {
      resize(Growth.of(size));
    }
  }

  private void resize(int more) {
    keys = Arrays.copyOf(keys, 4 * more);
    files = Arrays.copyOf(files, more);
    numbers = Arrays.copyOf(numbers, more);
    types = Arrays.copyOf(types, more);
    grossCurrency = Arrays.copyOf(grossCurrency, more);
    netCurrency = Arrays.copyOf(netCurrency, more);
    gross = Arrays.copyOf(gross, more);
    fee = Arrays.copyOf(fee, more);
    net = Arrays.copyOf(net, more);
    bookedOn = Arrays.copyOf(bookedOn, more);
    processor = Arrays.copyOf(processor, more);
    related = Arrays.copyOf(related, more);
    group = Arrays.copyOf(group, more);
    label = Arrays.copyOf(label, more);
    identity = Arrays.copyOf(identity, more);
    rated = Arrays.copyOf(rated, more);
    byBatch = Arrays.copyOf(byBatch, more);
    hitsFrom = Arrays.copyOf(hitsFrom, more + 1);
  }

  /// Puts all lines in order; none is added any more.
  void close() {
    resize(size);
    hits = Arrays.copyOf(hits, hitsFrom[size]);
    order = new int[size];
    for (int line = 0; line < size; line++) {
      order[line] = line;
    }
    Sorting.sort(order, this::compare);
    ranks = new int[size];
    for (int rank = 0; rank < size; rank++) {
      ranks[order[rank]] = rank;
    }
    int[] payments = Arrays.stream(order).filter(line -> types[line] == LineType.PAYMENT).toArray();
    byProcessor = new Chains(texts.size(), payments, processor);
  }

  private int compare(int first, int second) {
    for (int i = 0; i < 4; i++) {
      int byKey = Long.compareUnsigned(keys[4 * first + i], keys[4 * second + i]);
      if (byKey != 0) {
        return byKey;
      }
    }
    int byFile = Integer.compare(files[first], files[second]);
    return byFile != 0 ? byFile : Integer.compare(numbers[first], numbers[second]);
  }

  /// By the day, then by the key.
  int compareByDay(int first, int second) {
    int byDay = Integer.compare(bookedOn[first], bookedOn[second]);
    return byDay != 0 ? byDay : Integer.compare(ranks[first], ranks[second]);
  }

  int size() {
    return size;
  }

  int at(int rank) {
    return order[rank];
  }

  int rank(int line) {
    return ranks[line];
  }

  /// The line of a key, in the file of the lowest number; below zero if there is none.
  int find(LineKey key) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(order[middle]).compareTo(key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < size && key(order[low]).equals(key) ? order[low] : -1;
  }

  boolean hasSameKey(int first, int second) {
    return Arrays.equals(keys, 4 * first, 4 * first + 4, keys, 4 * second, 4 * second + 4);
  }

  LineKey key(int line) {
    return new LineKey(keys[4 * line], keys[4 * line + 1], keys[4 * line + 2], keys[4 * line + 3]);
  }

  /// The file and the record, for people.
  String place(int line) {
    return "file " + files[line] + ", record " + numbers[line];
  }

  int file(int line) {
    return files[line];
  }

  int number(int line) {
    return numbers[line];
  }

  LineType type(int line) {
    return types[line];
  }

  boolean hasAny(LineType type) {
    return seen.contains(type);
  }

  int currency(int line) {
    return grossCurrency[line];
  }

  int netCurrency(int line) {
    return netCurrency[line];
  }

  long gross(int line) {
    return gross[line];
  }

  long fee(int line) {
    return fee[line];
  }

  long net(int line) {
    return net[line];
  }

  int bookedOn(int line) {
    return bookedOn[line];
  }

  int processor(int line) {
    return processor[line];
  }

  int related(int line) {
    return related[line];
  }

  /// The payout or batch, or [Texts#NONE].
  int group(int line) {
    return group[line];
  }

  /// Whether the group is a batch: those are counted from one by each source.
  boolean isByBatch(int line) {
    return byBatch[line];
  }

  Optional<String> label(int line) {
    return label[line] == Texts.NONE ? Optional.empty() : Optional.of(texts.text(label[line]));
  }

  long identity(int line) {
    return identity[line];
  }

  /// The lines that closed months have explained.
  IntStream over() {
    return over.stream();
  }

  boolean isRated(int line) {
    return rated[line];
  }

  int hitCount(int line) {
    return hitsFrom[line + 1] - hitsFrom[line];
  }

  long hit(int line, int index) {
    return hits[hitsFrom[line] + index];
  }

  /// Payments of one reference of their processor.
  Chains byProcessor() {
    return byProcessor;
  }
}
