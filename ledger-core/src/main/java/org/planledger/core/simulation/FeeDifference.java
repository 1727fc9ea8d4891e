package org.planledger.core.simulation;

import java.time.YearMonth;
import java.util.Currency;

/// What customers were asked for in a month and what they would have been asked for.
///
/// @param month the contract month, in the zone of each plan
/// @param recordedMinor in minor units of the currency
/// @param simulatedMinor in minor units of the currency
public record FeeDifference(
    YearMonth month, Currency currency, long recordedMinor, long simulatedMinor) {

  /// What would have been asked for beyond what was; less than nothing where it is less.
  public long differenceMinor() {
    return Math.subtractExact(simulatedMinor, recordedMinor);
  }
}
