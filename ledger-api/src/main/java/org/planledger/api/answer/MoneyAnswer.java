package org.planledger.api.answer;

import io.swagger.v3.oas.annotations.media.Schema;
import org.planledger.core.terms.Money;

/// Money, in whole minor units of its currency.
@Schema(name = "Money", example = "{\"minor\": 15900, \"currency\": \"USD\"}")
public record MoneyAnswer(long minor, String currency) {

  public static MoneyAnswer of(Money money) {
    return new MoneyAnswer(money.minor(), money.currency().getCurrencyCode());
  }
}
