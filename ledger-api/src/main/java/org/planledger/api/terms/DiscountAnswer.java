package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import org.planledger.core.terms.Discount;

/// What a discounted repair takes off its list price.
@Schema(name = "Discount")
record DiscountAnswer(
    @Schema(description = "Percent off the list price of the parts.") int materialPercent,
    @Schema(description = "Percent off the list price of the work.") int labourPercent,
    String source,
    @Schema(description = "Whether the figures are made up for demonstrations.") boolean sample) {

  static DiscountAnswer of(Discount discount) {
    return new DiscountAnswer(
        discount.materialPercent(), discount.labourPercent(), discount.source(), discount.sample());
  }
}
