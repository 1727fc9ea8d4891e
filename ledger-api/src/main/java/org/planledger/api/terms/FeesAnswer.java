package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.FeeAnswer;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Terms;

/// What the services of a plan cost for a model in a region. What is not configured is not there:
/// it is never free.
@Schema(name = "ModelFees")
record FeesAnswer(
    String edition,
    String model,
    String region,
    @Schema(description = "In which fees are quoted and paid there.") String currency,
    @Schema(description = "Every replacement of every type of plan, in order.")
        List<ReplacementFeeAnswer> replacements,
    @Schema(description = "What a discounted repair takes off; null where there is none.")
        @Nullable DiscountAnswer repairDiscount) {

  /// What one replacement costs.
  @Schema(name = "ReplacementFee")
  record ReplacementFeeAnswer(
      PlanType planType,
      ReplacementMode mode,
      @Schema(description = "Which replacement of the plan, both modes together, from 1.")
          int ordinal,
      FeeAnswer fee) {}

  static FeesAnswer of(Terms terms, Model model, Region region) {
    var replacements = new ArrayList<ReplacementFeeAnswer>();
    for (var type : PlanType.values()) {
      for (var mode : ReplacementMode.values()) {
        for (int ordinal = 1; ordinal <= terms.figures(type).replacementTotal(); ordinal++) {
          int number = ordinal;
          terms
              .replacementFee(region.code(), type, model.code(), mode, ordinal)
              .map(fee -> new ReplacementFeeAnswer(type, mode, number, FeeAnswer.of(fee)))
              .ifPresent(replacements::add);
        }
      }
    }
    return new FeesAnswer(
        terms.edition().id(),
        model.code().code(),
        region.code().code(),
        region.currency().getCurrencyCode(),
        replacements,
        terms.repairDiscount(region.code(), model.code()).map(DiscountAnswer::of).orElse(null));
  }
}
