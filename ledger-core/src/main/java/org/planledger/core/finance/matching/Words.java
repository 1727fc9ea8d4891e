package org.planledger.core.finance.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/// Amounts and days as people read them.
final class Words {

  private Words() {}

  /// 15900 in USD is `159.00 USD`.
  static String money(long minor, Currency currency) {
    int places = Math.max(0, currency.getDefaultFractionDigits());
    return BigDecimal.valueOf(minor, places).toPlainString() + " " + currency.getCurrencyCode();
  }

  static String day(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  static String count(int count, String one, String many) {
    return count == 1 ? "1 " + one : count + " " + many;
  }
}
