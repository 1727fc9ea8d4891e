package org.planledger.api.finance.sources;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.planledger.core.finance.matching.UnreadableFact;
import org.planledger.core.finance.settlement.SettlementLine;

/// The imported files, as a run reads them.
public interface SettlementFiles {

  /// An imported file.
  ///
  /// @param lines how many it has
  /// @param days on which they were booked; none in a file without lines
  record FileFact(int number, String sha256, int lines, Optional<Days> days) {}

  /// Some days.
  ///
  /// @param first the first of them
  /// @param last the last of them
  record Days(LocalDate first, LocalDate last) {
    public boolean overlap(Days others) {
      return !first.isAfter(others.last) && !last.isBefore(others.first);
    }
  }

  /// The number of the newest one; 0 if there is none.
  int newest();

  /// Those with a number after the first and up to the second, in their order.
  List<FileFact> between(long after, long upTo);

  /// Tells every line of a file, in its order.
  void lines(int file, Consumer<SettlementLine> lines);

  /// Tells some lines of a file, in its order.
  ///
  /// @param numbers theirs
  void lines(int file, BitSet numbers, Consumer<SettlementLine> lines);

  /// All lines of a file, some at a time, as they are asked for.
  Iterator<List<SettlementLine>> pages(int file);

  /// One line.
  Optional<SettlementLine> line(int file, int number);

  /// Tells every record of a file that was put aside.
  void quarantined(int file, Consumer<UnreadableFact> records);
}
