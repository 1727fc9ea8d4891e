package org.planledger.core.finance.book;

import java.math.BigDecimal;
import org.planledger.core.terms.Money;

/// Up to what one person acts alone.
///
/// @param onePerson in whole units of any currency, such as dollars
public record Limits(BigDecimal onePerson) {

  /// Whether this is more than one person may decide. Debits count like credits.
  boolean isAbove(Money amount) {
    var units =
        BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits()).abs();
    return units.compareTo(onePerson) > 0;
  }
}
