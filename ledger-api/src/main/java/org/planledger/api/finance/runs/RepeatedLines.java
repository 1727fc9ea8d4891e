package org.planledger.api.finance.runs;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.api.finance.sources.SettlementFiles.FileFact;
import org.planledger.core.finance.settlement.SettlementLine;

/// The lines of closed months that new files say again, as one does that goes back to the beginning
/// of the year. The first eight bytes of a key tell lines apart.
final class RepeatedLines {

  private final LongSet keys = new LongSet();
  private final Map<Integer, BitSet> places = new TreeMap<>();

  private RepeatedLines() {}

  /// Finds them. Only files of closed months with lines of the same days are searched; if there are
  /// none, nothing is read.
  ///
  /// @param older the files of closed months, in their order
  /// @param newer those that came since
  static RepeatedLines find(SettlementFiles files, List<FileFact> older, List<FileFact> newer) {
    var repeated = new RepeatedLines();
    var candidates = sharingDays(older, newer);
    if (!candidates.isEmpty()) {
      var wanted = new LongSet();
      for (var file : sharingDays(newer, older)) {
        files.lines(file.number(), line -> wanted.add(line.key().a()));
      }
      candidates.forEach(file -> repeated.search(files, file.number(), wanted));
    }
    return repeated;
  }

  private static List<FileFact> sharingDays(List<FileFact> files, List<FileFact> others) {
    return files.stream()
        .filter(
            file ->
                others.stream()
                    .flatMap(other -> other.days().stream())
                    .anyMatch(days -> file.days().filter(days::overlap).isPresent()))
        .toList();
  }

  private void search(SettlementFiles files, int file, LongSet wanted) {
    files.lines(
        file,
        line -> {
          long key = line.key().a();
          if (wanted.has(key) && keys.add(key)) {
            places.computeIfAbsent(file, _ -> new BitSet()).set(line.number());
          }
        });
  }

  /// Whether a closed month has seen the line.
  boolean has(SettlementLine line) {
    return keys.has(line.key().a());
  }

  /// The numbers of the lines, each at the first of its places, by the number of the file.
  Map<Integer, BitSet> places() {
    return places;
  }
}
