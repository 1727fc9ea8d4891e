package org.planledger.api.settlement.format;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The currencies of ISO 4217 that have minor units, by their codes in either case.
final class Currencies {

  private static final Map<String, Currency> KNOWN = known();

  private Currencies() {}

  private static Map<String, Currency> known() {
    Map<String, Currency> known = new HashMap<>();
    Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
        .forEach(
            currency -> {
              known.put(currency.getCurrencyCode(), currency);
              known.put(currency.getCurrencyCode().toLowerCase(Locale.ROOT), currency);
            });
    return Map.copyOf(known);
  }

  /// The currency of a code.
  ///
  /// @throws BrokenRecordException if there is none
  static Currency of(String code, String column) {
    Currency currency = KNOWN.get(code.strip());
    if (currency == null) {
      throw BrokenRecordException.in(
          column,
          QuarantineReason.UNKNOWN_CURRENCY,
          "ISO 4217 has no currency \"%s\" with minor units".formatted(Texts.shown(code)));
    }
    return currency;
  }
}
