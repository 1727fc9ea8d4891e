package org.planledger.core.plan;

import java.time.LocalDate;
import java.time.ZoneId;

/// The last day on which the device may be given to a carrier, as it was worked out when the case
/// was opened.
///
/// @param lastDay a whole day in [#zone], the zone of the region in which service was requested
/// @param calendar the name and version of the working calendar, or `CALENDAR_DAYS`
public record SendBackDeadline(LocalDate lastDay, ZoneId zone, String calendar) {}
