package org.planledger.api.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.terms.Region;
import org.springframework.stereotype.Component;

/// Counts working days: not on weekends, and not on the public holidays that a whole region keeps.
/// The name and version of the calendar go with every deadline, so that it can be told later which
/// days were taken for holidays, even when a later version knows more.
@Component
public final class WorkingCalendar {
  private static final String VERSION_RESOURCE =
      "/META-INF/maven/de.focus-shift/jollyday-core/pom.properties";
  private static final Set<HolidayType> FREE =
      Set.of(HolidayType.PUBLIC_HOLIDAY, HolidayType.BANK_HOLIDAY);

  private final WorkingDays week;
  private final String version;
  private final Set<String> calendars = HolidayManager.getSupportedCalendarCodes();

  WorkingCalendar(WorkingDays week) {
    this.week = week;
    this.version = version();
  }

  /// The last day of a deadline of so many working days. The first of them is the next working day
  /// after the day of the submission in the region (decision A-05).
  ///
  /// @param workingDays at least one
  public SendBackDeadline deadline(Region region, Instant submittedAt, int workingDays) {
    var day = submittedAt.atZone(region.zone()).toLocalDate();
    for (int counted = 0; counted < workingDays; ) {
      day = day.plusDays(1);
      if (isWorkingDay(region, day)) {
        counted++;
      }
    }
    return new SendBackDeadline(day, region.zone(), name(region));
  }

  private boolean isWorkingDay(Region region, LocalDate day) {
    return !week.weekendOf(region.code().code()).contains(day.getDayOfWeek())
        && holidays(region).map(manager -> manager.getHolidays(day, day)).stream()
            .flatMap(Set::stream)
            .map(Holiday::getType)
            .noneMatch(FREE::contains);
  }

  private Optional<HolidayManager> holidays(Region region) {
    return hasCalendar(region)
        ? Optional.of(HolidayManager.getInstance(ManagerParameters.create(code(region))))
        : Optional.empty();
  }

  /// Without a calendar of its holidays a region has weekends only, and the deadline says so.
  private String name(Region region) {
    return hasCalendar(region)
        ? "jollyday %s, %s".formatted(version, region.code().code())
        : "weekends, " + region.code().code();
  }

  private boolean hasCalendar(Region region) {
    return calendars.contains(region.code().code());
  }

  private static String code(Region region) {
    return region.code().code().toLowerCase(Locale.ROOT);
  }

  private static String version() {
    var properties = new Properties();
    try (var stream = HolidayManager.class.getResourceAsStream(VERSION_RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the holiday calendar does not tell its version");
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
