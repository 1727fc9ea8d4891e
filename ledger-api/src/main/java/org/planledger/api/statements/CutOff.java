package org.planledger.api.statements;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.planledger.api.lists.Standpoints;
import org.planledger.api.moment.Asked;
import org.planledger.api.moment.Past;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.projections.movements.MovementsQueries;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.stereotype.Component;

/// Finds out up to where the fee ledger is asked. What it answers goes up to a position, whether
/// one was asked for or not, and says which.
@Component
public final class CutOff {
  private final MovementsQueries movements;
  private final Standpoints standpoints;

  /// Up to where the fee ledger is asked.
  ///
  /// @param span which positions
  /// @param day in UTC at its end: that of the last event of the past, or today
  public record Asking(Span span, LocalDate day) {}

  CutOff(MovementsQueries movements, Standpoints standpoints) {
    this.movements = movements;
    this.standpoints = standpoints;
  }

  /// The span that is asked for; throws [ProblemException] if it ends before it begins.
  public Asking of(Asked asked, Optional<Long> afterPosition, Optional<Long> minPosition) {
    var then = standpoints.of(asked, movements.position(), minPosition);
    long upTo = then.past().map(Past::position).orElseGet(movements.position()::seen);
    long after = afterPosition.orElse(0L);
    if (after > upTo) {
      throw ProblemException.malformed(
          Flaw.inQuery(
              "afterPosition",
              FlawCode.OUT_OF_RANGE,
              "what is asked for ends at position %d, before it begins".formatted(upTo)));
    }
    return new Asking(new Span(after, upTo), then.day());
  }

  /// The currency of a code; throws [ProblemException] if there is none.
  static Currency currency(String code) {
    return Currency.availableCurrencies()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.malformed(
                    Flaw.inQuery(
                        "currency",
                        FlawCode.UNKNOWN_VALUE,
                        "ISO 4217 has no currency of this code")));
  }
}
