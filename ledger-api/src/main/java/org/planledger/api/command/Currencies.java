package org.planledger.api.command;

import java.util.Currency;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.terms.Money;

/// Money is taken in the currency of its region and never converted.
public final class Currencies {

  private Currencies() {}

  /// Adds a flaw if the money is in another currency.
  ///
  /// @param at the JSON pointer of the money
  public static void require(Draft draft, Money money, Currency expected, String at) {
    if (!money.currency().equals(expected)) {
      draft.flaw(
          at + "/currency",
          FlawCode.FOREIGN_CURRENCY,
          "the currency here is " + expected.getCurrencyCode());
    }
  }
}
