package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.util.List;

/// What a report is of. Together with the ledger up to its cut-off, the files and the decisions by
/// hand it says all that is needed to make the same report again.
///
/// @param period the period, as finance names it
/// @param cutOffPosition the last event of the ledger that was looked at
/// @param asOf the day on which ages are counted
/// @param rulesVersion the version of the rules
/// @param files the files, in the order of their numbers
/// @param decisions the ids of the decisions by hand, in their order
public record ReportHeader(
    String period,
    long cutOffPosition,
    LocalDate asOf,
    String rulesVersion,
    List<File> files,
    List<String> decisions) {

  /// An imported file.
  ///
  /// @param number the number that the import gave it
  /// @param sha256 the hash of its bytes, in hexadecimal digits
  public record File(int number, String sha256) {}

  /// Takes the lists as they are.
  public ReportHeader {
    files = List.copyOf(files);
    decisions = List.copyOf(decisions);
  }
}
