package org.planledger.api.finance.runs;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.planledger.api.finance.findings.LinePlaces.Place;
import org.planledger.api.finance.runs.RunProgress.Phase;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.api.finance.sources.SettlementFiles.FileFact;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.matching.UnreadableFact;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.SettlementLine;

/// The lines that a run looks at: those of the files since the last closed month, and of older ones
/// those that are told to it by their places.
final class RunLines {

  private final SettlementFiles files;
  private final RunProgress progress;
  private final List<FileFact> newFiles;
  private final Map<Integer, BitSet> older = new TreeMap<>();
  private final long fromFile;

  /// @param open of older files: the numbers of their lines, by the number of the file
  RunLines(
      RunInputs inputs, SettlementFiles files, Map<Integer, BitSet> open, RunProgress progress) {
    this.files = files;
    this.progress = progress;
    this.newFiles = files.between(inputs.fromFile(), inputs.toFile());
    this.fromFile = inputs.fromFile();
    open.forEach((file, numbers) -> older.put(file, (BitSet) numbers.clone()));
  }

  /// Takes lines, one by one.
  @FunctionalInterface
  interface Taker {
    void take(int file, SettlementLine line);
  }

  /// Looks at a line of an older file, too.
  void add(Place place) {
    older.computeIfAbsent(place.file(), _ -> new BitSet()).set(place.number());
  }

  /// Looks at some lines of older files, too.
  ///
  /// @param places their numbers, by the number of the file
  void add(Map<Integer, BitSet> places) {
    places.forEach((file, numbers) -> older.computeIfAbsent(file, _ -> new BitSet()).or(numbers));
  }

  /// Looks at the lines of these keys in older files, too, each at the first of its places.
  void find(Set<LineKey> keys) {
    Set<LineKey> wanted = new HashSet<>(keys);
    for (var file : files.between(0, fromFile)) {
      if (wanted.isEmpty()) {
        return;
      }
      files.lines(
          file.number(),
          line -> {
            if (wanted.remove(line.key())) {
              add(new Place(file.number(), line.number()));
            }
          });
    }
  }

  /// Whether a line of an older file is among them.
  boolean has(Place place) {
    var numbers = older.get(place.file());
    return numbers != null && numbers.get(place.number());
  }

  /// Whether a file is of an earlier month.
  boolean isOlder(int file) {
    return file <= fromFile;
  }

  /// Finds what the new files have and older ones had already.
  RepeatedLines repeated() {
    return RepeatedLines.find(files, files.between(0, fromFile), newFiles);
  }

  /// Tells all of them.
  void tell(Taker taker) {
    long total =
        newFiles.stream().mapToLong(FileFact::lines).sum()
            + older.values().stream().mapToLong(BitSet::cardinality).sum();
    var count = progress.count(Phase.READING_LINES, OptionalLong.of(total));
    Taker counted =
        (file, line) -> {
          count.incrementAndGet();
          taker.take(file, line);
        };
    older.forEach(
        (file, numbers) -> {
          if (isOlder(file)) {
            files.lines(file, numbers, line -> counted.take(file, line));
          }
        });
    for (var file : newFiles) {
      files.lines(file.number(), line -> counted.take(file.number(), line));
    }
  }

  /// Tells the records that could not be read: all of the new files, and of older ones those that
  /// nobody had explained when the month before was closed.
  ///
  /// @param explained the exceptions that somebody had
  void tellUnreadable(Set<String> explained, Consumer<? super UnreadableFact> taker) {
    for (var file : files.between(0, fromFile)) {
      files.quarantined(
          file.number(),
          broken -> {
            if (!explained.contains(broken.exceptionId())) {
              taker.accept(broken);
            }
          });
    }
    newFiles.forEach(file -> files.quarantined(file.number(), taker::accept));
  }

  /// The files, in the order of their numbers.
  Stream<FileFact> files() {
    return Stream.concat(
        older.keySet().stream()
            .filter(this::isOlder)
            .flatMap(file -> files.between(file - 1L, file).stream()),
        newFiles.stream());
  }
}
