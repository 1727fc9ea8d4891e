package org.planledger.core.finance.matching;

import java.time.LocalDate;

/// A record of a file that could not be read and was put aside by the import.
///
/// @param fileNumber which imported file
/// @param number which record of it, from 1
/// @param reason what is wrong with it, for people
/// @param since when it was imported
public record UnreadableFact(int fileNumber, int number, String reason, LocalDate since) {

  /// The id of the exception that tells of it, in every run.
  public String exceptionId() {
    return new FindingIds().ofUnreadable(place());
  }

  /// Where it stands, for people.
  String place() {
    return "file " + fileNumber + ", record " + number;
  }
}
