package org.planledger.core.finance.rehearsal;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.planledger.core.terms.Money;

/// Amounts of real tariffs: few of them, so that many fees have the same one.
record Prices(Currency currency, int share, List<Long> minor) {

  private static final List<Prices> ALL =
      List.of(
          of("USD", 40, 3900, 4900, 6300, 7900, 8500, 9900, 10900, 11900, 14900, 15900, 35900),
          of("EUR", 30, 3900, 4900, 6300, 7900, 8500, 9900, 10900, 11900, 14900, 15900, 35900),
          of("GBP", 10, 3400, 4300, 5500, 6900, 7400, 8600, 9700, 10900, 12900, 13900, 31900),
          of("JPY", 8, 4399, 5500, 6900, 8800, 9400, 11000, 12100, 13200, 15600, 39900),
          of("CNY", 8, 24900, 31900, 38900, 47900, 51900, 59900, 65900, 71900, 89900),
          of("CAD", 4, 5300, 6600, 8500, 10900, 11900, 13900, 14900, 15900, 19900, 47900));

  private static final int SHARES = ALL.stream().mapToInt(Prices::share).sum();

  private static Prices of(String currency, int share, long... minor) {
    return new Prices(Currency.getInstance(currency), share, Arrays.stream(minor).boxed().toList());
  }

  static Money any(Dice dice) {
    int place = dice.below(SHARES);
    for (var prices : ALL) {
      place -= prices.share;
      if (place < 0) {
        return new Money(prices.minor.get(dice.below(prices.minor.size())), prices.currency);
      }
    }
    throw new IllegalStateException("the shares do not add up");
  }

  /// A currency that is not that one.
  static Currency other(Currency currency) {
    return ALL.get(currency.equals(ALL.get(0).currency) ? 1 : 0).currency;
  }
}
