package org.planledger.api.json;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How far the dates of a request may go. What lies outside is a slip of the keyboard, or a clock
/// that was never set.
///
/// @param earliestDay the first day that any request can mean
/// @param latestDay the last one
/// @param ahead how far a moment may be ahead of the server's clock, because clocks differ
/// @param back how far the business moment of a command may lie back; unlimited if left out
@Validated
@ConfigurationProperties("ledger.requests")
public record RequestLimits(
    @DefaultValue("2000-01-01") LocalDate earliestDay,
    @DefaultValue("2099-12-31") LocalDate latestDay,
    @DefaultValue("PT5M") Duration ahead,
    Optional<Duration> back) {

  /// The limits of an installation that sets none.
  public static RequestLimits defaults() {
    return new RequestLimits(
        LocalDate.of(2000, 1, 1),
        LocalDate.of(2099, 12, 31),
        Duration.ofMinutes(5),
        Optional.empty());
  }
}
