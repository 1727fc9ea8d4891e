package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Currencies by number.
final class Currencies {

  private final Map<Currency, Integer> numbers = new HashMap<>();
  private final List<Currency> currencies = new ArrayList<>();

  short number(Currency currency) {
    Integer known = numbers.get(currency);
    if (known != null) {
      return known.shortValue();
    }
    numbers.put(currency, currencies.size());
    currencies.add(currency);
    return (short) (currencies.size() - 1);
  }

  Currency get(int number) {
    return currencies.get(number);
  }

  int size() {
    return currencies.size();
  }
}
