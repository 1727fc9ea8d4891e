package org.planledger.core.terms;

import java.util.Currency;

/// An amount of money in the minor units of one currency: 15900 with USD is 159 dollars, 15900
/// with JPY is 15,900 yen. Amounts are whole minor units, so sums are exact.
///
/// @param minor the amount in minor units; it may be negative, for example as a difference
/// @param currency the currency, never converted
public record Money(long minor, Currency currency) {

  /// The amount in the currency of that ISO 4217 code.
  ///
  /// @throws IllegalArgumentException if the code is not a currency
  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  /// The sum of both amounts.
  ///
  /// @throws IllegalArgumentException if the currencies differ
  /// @throws ArithmeticException if the sum does not fit
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot add " + other.currency + " to an amount in " + currency);
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /// Whether nothing is to be paid.
  public boolean isZero() {
    return minor == 0;
  }
}
