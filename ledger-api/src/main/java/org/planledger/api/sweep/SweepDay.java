package org.planledger.api.sweep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The contract day that a sweep looks at.
///
/// @param on the day that was asked for; none for the today of each plan
/// @param now when the sweep began
record SweepDay(Optional<LocalDate> on, Instant now) {

  /// The day in a zone. It never lies in the future there.
  LocalDate in(ZoneId zone) {
    var today = now.atZone(zone).toLocalDate();
    return on.filter(today::isAfter).orElse(today);
  }

  /// The first moment of that day.
  Instant beginningIn(ZoneId zone) {
    return in(zone).atStartOfDay(zone).toInstant();
  }
}
