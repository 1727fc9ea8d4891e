package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.FeeAnswer;
import org.planledger.api.decision.DecisionAnswer.ConditionAnswer;
import org.planledger.core.plan.Eligibility;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// What a customer could use at the counter, at which fee, and why not.
@Schema(name = "Eligibility")
record EligibilityAnswer(
    String deviceId, UUID planId, LocalDate on, String region, List<ServiceAnswer> services) {

  /// One way to be served.
  @Schema(name = "EligibleService")
  record ServiceAnswer(
      Service service,
      @Nullable ReplacementMode mode,
      @Schema(description = "How the case would be opened; null where nothing has to be chosen.")
          @Nullable Channel process,
      boolean eligible,
      @Schema(description = "What the customer would pay; null where it is free or not to be had.")
          @Nullable FeeAnswer fee,
      @Schema(description = "Why not, in catalogue order.") List<RefusalCode> codes,
      List<ConditionAnswer> conditions,
      List<Notice> notices) {

    static ServiceAnswer of(Eligibility row) {
      var offer = row.offer();
      return new ServiceAnswer(
          offer.service(),
          offer.mode().orElse(null),
          row.process().orElse(null),
          offer.open(),
          offer.fee().map(FeeAnswer::of).orElse(null),
          offer.codes(),
          offer.conditions().stream().map(ConditionAnswer::of).toList(),
          offer.notices());
    }
  }
}
