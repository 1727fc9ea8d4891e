package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.projections.fees.FeeStatus;
import org.planledger.projections.fees.FeeView;

/// A fee in the list of fees.
@Schema(name = "FeeRow")
record FeeRowAnswer(
    @Schema(description = "Names the fee for ever.") String feeId,
    UUID planId,
    UUID caseId,
    FeePurpose purpose,
    @Schema(description = "The service of the plan that it belongs to.") Service service,
    @Nullable ReplacementMode mode,
    @Schema(description = "Which replacement of the plan it is for.") @Nullable Integer ordinal,
    String region,
    FeeStatus status,
    MoneyAnswer quoted,
    MoneyAnswer paid,
    MoneyAnswer open,
    MoneyAnswer refunded,
    @Schema(description = "What is still to be paid back.") MoneyAnswer dueBack,
    @Nullable String source,
    @Schema(description = "Whether the figure is made up for demonstrations; null if not known.")
        @Nullable Boolean sample,
    Instant quotedAt,
    @Nullable Instant paidAt,
    @Nullable String paymentReference,
    @Schema(description = "When the payment became the customer's again.")
        @Nullable Instant dueBackSince,
    @Schema(description = "When money was paid back last.") @Nullable Instant refundedAt,
    @Schema(description = "Whether any of that was more than what was due.") boolean goodwill,
    long quotedPosition,
    @Nullable Long paidPosition,
    @Schema(description = "The place of the last event that changed it.") long position) {

  static FeeRowAnswer of(FeeView view) {
    return new FeeRowAnswer(
        view.feeId(),
        view.planId().value(),
        view.caseId().value(),
        view.purpose(),
        view.service(),
        view.mode().orElse(null),
        view.ordinal().orElse(null),
        view.region().code(),
        view.status(),
        MoneyAnswer.of(view.quoted()),
        MoneyAnswer.of(view.paid()),
        MoneyAnswer.of(view.open()),
        MoneyAnswer.of(view.refunded()),
        MoneyAnswer.of(view.dueBack()),
        view.source().orElse(null),
        view.sample().orElse(null),
        view.quotedAt(),
        view.paidAt().orElse(null),
        view.paymentReference().orElse(null),
        view.dueBackSince().orElse(null),
        view.refundedAt().orElse(null),
        view.goodwill(),
        view.quotedPosition(),
        view.paidPosition().orElse(null),
        view.position());
  }
}
