package org.planledger.api.settlement.format;

import org.planledger.core.finance.settlement.SettlementLine;

/// Takes in what is read from a file, in the order of its numbers.
public interface LineSink {

  /// A record that could be read.
  void line(SettlementLine line);

  /// A record that could not, or that is no money yet.
  void quarantined(QuarantinedRecord broken);

  /// Told now and then how far the reading is.
  ///
  /// @param bytes of the file
  void reached(long bytes);
}
