package org.planledger.api.answer;

import io.swagger.v3.oas.annotations.media.Schema;
import org.planledger.core.terms.Fee;

/// What the customer pays, and where the figure comes from.
@Schema(name = "Fee")
public record FeeAnswer(
    MoneyAnswer amount,
    String source,
    @Schema(description = "Whether the figure is made up for demonstrations.") boolean sample) {

  public static FeeAnswer of(Fee fee) {
    return new FeeAnswer(MoneyAnswer.of(fee.amount()), fee.source(), fee.sample());
  }
}
