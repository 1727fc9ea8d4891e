package org.planledger.api.finance;

import java.util.List;
import org.planledger.api.finance.LinePlaces.Place;
import org.planledger.api.finance.SettlementFiles.FileFact;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.SettlementLine;

/// Finds the lines of closed months that a new file says again, as one does that goes back to the
/// beginning of the year. The first eight bytes of a key tell lines apart; if two ever had the
/// same, a line would be looked at that nothing repeats.
final class RepeatedLines {

  private final List<FileFact> candidates;
  private final LongSet keys = new LongSet();

  /// @param older the files of closed months, in their order
  /// @param newer those that came since; only files of the same days are searched
  RepeatedLines(List<FileFact> older, List<FileFact> newer) {
    this.candidates =
        older.stream()
            .filter(
                file ->
                    newer.stream()
                        .anyMatch(
                            other ->
                                file.days().isPresent()
                                    && other.days().isPresent()
                                    && file.days().get().overlap(other.days().get())))
            .toList();
  }

  /// Takes places with the keys of their lines.
  @FunctionalInterface
  interface Taker {
    void take(Place place, LineKey key);
  }

  /// Takes in a line of a new file.
  void add(SettlementLine line) {
    if (!candidates.isEmpty()) {
      keys.add(line.key().a());
    }
  }

  /// Tells where those that were there before stand, each at the first of its places.
  void find(SettlementFiles files, Taker taker) {
    var found = new LongSet();
    for (var file : candidates) {
      files.lines(
          file.number(),
          line -> {
            long key = line.key().a();
            if (keys.has(key) && found.add(key)) {
              taker.take(new Place(file.number(), line.number()), line.key());
            }
          });
    }
  }
}
