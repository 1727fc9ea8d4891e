package org.planledger.core.finance.matching;

import org.planledger.core.finance.settlement.SettlementLine;

/// A line of a settlement or a statement, with the file it was found in.
///
/// @param fileNumber which imported file, by the number that the import gave it; the line of the
///     lowest number is the original of a line that stands in several
/// @param line what it says
/// @param over whether a closed month has explained it, so that it is there only for those that say
///     the same again
public record LineFact(int fileNumber, SettlementLine line, boolean over) {

  /// A line of a file.
  public static LineFact of(int fileNumber, SettlementLine line) {
    return new LineFact(fileNumber, line, false);
  }
}
