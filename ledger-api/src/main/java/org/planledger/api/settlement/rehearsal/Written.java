package org.planledger.api.settlement.rehearsal;

import java.math.BigDecimal;
import java.util.Currency;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// How the parts of lines are written.
final class Written {

  /// What stands in the place of an amount that cannot be read.
  static final String NO_AMOUNT = "pending";

  private Written() {}

  /// An amount in whole units, with all decimal places that its currency has.
  static String amount(long minor, Currency currency) {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  static String amount(Money money) {
    return amount(money.minor(), money.currency());
  }

  /// An id for a line, which is drawn from its key.
  static String id(SettlementLine line) {
    return line.key().hex().substring(0, 24);
  }
}
