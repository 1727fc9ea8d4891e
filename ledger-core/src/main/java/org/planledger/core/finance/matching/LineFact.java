package org.planledger.core.finance.matching;

import org.planledger.core.finance.settlement.SettlementLine;

/// A line of a settlement or a statement, with the file it was found in.
///
/// @param fileNumber which imported file, by the number that the import gave it; the line of the
///     lowest number is the original of a line that stands in several
/// @param line what it says
public record LineFact(int fileNumber, SettlementLine line) {

  /// A line of a file.
  public static LineFact of(int fileNumber, SettlementLine line) {
    return new LineFact(fileNumber, line);
  }
}
