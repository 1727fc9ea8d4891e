package org.planledger.api.finance.books;

import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.planledger.core.finance.book.Limits;
import org.planledger.core.finance.matching.MatchingRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the operator says of finance.
///
/// @param onePerson up to how much one person matches by hand, withdraws and writes off, in whole
///     units of any currency
/// @param holidays days from Monday to Friday that are no working days
@Validated
@ConfigurationProperties("ledger.finance")
public record FinanceSettings(
    @DefaultValue("500") @DecimalMin("0") BigDecimal onePerson,
    @DefaultValue Set<LocalDate> holidays) {

  public FinanceSettings {
    holidays = Set.copyOf(holidays);
  }

  /// The standard rules of matching, with the holidays.
  public MatchingRules rules() {
    return MatchingRules.standard().withHolidays(holidays);
  }

  Limits limits() {
    return new Limits(onePerson);
  }
}
