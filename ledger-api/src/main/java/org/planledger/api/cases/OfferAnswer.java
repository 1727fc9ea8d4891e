package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.FeeAnswer;
import org.planledger.api.decision.DecisionAnswer.ConditionAnswer;
import org.planledger.core.plan.Offer;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// One way to serve a case: a row of the decision tables of clauses 3.2.1 and 3.3.
@Schema(name = "Offer")
public record OfferAnswer(
    Service service,
    @Schema(description = "The kind of replacement; null for a warranty.")
        @Nullable ReplacementMode mode,
    @Schema(description = "Whether the customer can take it now.") boolean open,
    @Schema(description = "What the customer pays; null where it is free or has no tariff.")
        @Nullable FeeAnswer fee,
    @Schema(description = "Why it is not open, in catalogue order.") List<RefusalCode> codes,
    List<ConditionAnswer> conditions,
    List<Notice> notices) {

  public static OfferAnswer of(Offer offer) {
    return new OfferAnswer(
        offer.service(),
        offer.mode().orElse(null),
        offer.open(),
        offer.fee().map(FeeAnswer::of).orElse(null),
        offer.codes(),
        offer.conditions().stream().map(ConditionAnswer::of).toList(),
        offer.notices());
  }
}
