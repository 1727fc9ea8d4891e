package org.planledger.api.finance;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.planledger.core.finance.matching.UnreadableFact;
import org.planledger.core.finance.settlement.SettlementLine;

/// The imported files, as a run reads them.
interface SettlementFiles {

  /// An imported file.
  ///
  /// @param lines how many it has
  record FileFact(int number, String sha256, int lines) {}

  /// The number of the newest one; 0 if there is none.
  int newest();

  /// Those with a number after the first and up to the second, in their order.
  List<FileFact> between(long after, long upTo);

  /// Tells every line of a file, in its order.
  void lines(int file, Consumer<SettlementLine> lines);

  /// The same, some at a time, as they are asked for.
  Iterator<List<SettlementLine>> pages(int file);

  /// One line.
  Optional<SettlementLine> line(int file, int number);

  /// Tells every record of a file that was put aside.
  void quarantined(int file, Consumer<UnreadableFact> records);
}
