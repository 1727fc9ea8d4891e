package org.planledger.api.calendar;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// On which days of the week nobody works.
///
/// @param weekend the rule
/// @param weekends the exceptions, by the code of the region
@Validated
@ConfigurationProperties("ledger.working-days")
public record WorkingDays(
    @DefaultValue({"SATURDAY", "SUNDAY"}) Set<DayOfWeek> weekend,
    @DefaultValue Map<String, Set<DayOfWeek>> weekends) {

  Set<DayOfWeek> weekendOf(String region) {
    return weekends.getOrDefault(region, weekend);
  }
}
