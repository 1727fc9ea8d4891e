package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.projections.fees.FeeStatus;
import org.planledger.projections.fees.FeeView;

/// A fee in the list of fees.
@Schema(name = "FeeRow")
record FeeRowAnswer(
    @Schema(description = "Names the fee for ever.") String feeId,
    UUID planId,
    UUID caseId,
    FeePurpose purpose,
    @Nullable ReplacementMode mode,
    @Schema(description = "Which replacement of the plan it is for.") @Nullable Integer ordinal,
    String region,
    FeeStatus status,
    MoneyAnswer quoted,
    MoneyAnswer paid,
    MoneyAnswer open,
    @Nullable String source,
    @Schema(description = "Whether the figure is made up for demonstrations; null if not known.")
        @Nullable Boolean sample,
    Instant quotedAt,
    @Nullable Instant paidAt,
    @Nullable String paymentReference,
    long quotedPosition,
    @Nullable Long paidPosition,
    @Schema(description = "The place of the last event that changed it.") long position) {

  static FeeRowAnswer of(FeeView view) {
    return new FeeRowAnswer(
        view.feeId(),
        view.planId().value(),
        view.caseId().value(),
        view.purpose(),
        view.mode().orElse(null),
        view.ordinal().orElse(null),
        view.region().code(),
        view.status(),
        MoneyAnswer.of(view.quoted()),
        MoneyAnswer.of(view.paid()),
        MoneyAnswer.of(view.open()),
        view.source().orElse(null),
        view.sample().orElse(null),
        view.quotedAt(),
        view.paidAt().orElse(null),
        view.paymentReference().orElse(null),
        view.quotedPosition(),
        view.paidPosition().orElse(null),
        view.position());
  }
}
