package org.planledger.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// When a step of a story happens: at an instant, at noon of a day, or soon after the step before.
final class Moment {
  private Optional<LocalDate> day = Optional.empty();
  private Optional<Instant> instant = Optional.empty();

  Moment on(String date) {
    day = Optional.of(LocalDate.parse(date));
    return this;
  }

  Moment at(String moment) {
    instant = Optional.of(Instant.parse(moment));
    return this;
  }

  boolean told() {
    return day.isPresent() || instant.isPresent();
  }

  Instant in(StoryLedger ledger, ZoneId zone) {
    return instant
        .map(ledger::moment)
        .or(() -> day.map(date -> ledger.noonOf(date, zone)))
        .orElseGet(ledger::next);
  }
}
