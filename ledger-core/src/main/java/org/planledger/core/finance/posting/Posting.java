package org.planledger.core.finance.posting;

import java.time.LocalDate;
import java.time.YearMonth;

/// When something is posted: in the month that it is of, on the day on which it was done, or the
/// last of the month if that was over.
///
/// @param period the month, such as `2026-03`
public record Posting(String period, LocalDate postedOn) {

  /// Of something that was done on a day for a month.
  public static Posting of(YearMonth month, LocalDate doneOn) {
    var last = month.atEndOfMonth();
    return new Posting(month.toString(), last.isBefore(doneOn) ? last : doneOn);
  }
}
