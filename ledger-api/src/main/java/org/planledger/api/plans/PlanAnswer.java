package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.api.answer.WindowAnswer;
import org.planledger.api.decision.DecisionAnswer.TermsAnswer;
import org.planledger.api.state.CaseState;
import org.planledger.api.state.CorrectionState;
import org.planledger.api.state.EndState;
import org.planledger.api.state.EndedServiceState;
import org.planledger.api.state.EntitlementState;
import org.planledger.api.state.FactCorrectionState;
import org.planledger.api.state.LinkState;
import org.planledger.api.state.NextCommand;
import org.planledger.api.state.ObligationState;
import org.planledger.api.state.PlanState;
import org.planledger.api.state.RewardState;
import org.planledger.api.state.UpgradeState;
import org.planledger.api.state.WarrantyState;
import org.planledger.core.device.BindingCause;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.plan.Reward;
import org.planledger.core.plan.Stage;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.PlanType;

/// A plan, with what is left of it and what could come next.
@Schema(name = "Plan")
record PlanAnswer(
    UUID planId,
    PlanStatus status,
    PlanType planType,
    String region,
    @Schema(description = "The zone in which its contract days are counted.") String zone,
    @Schema(description = "The edition it is under now; open cases keep theirs.") TermsAnswer terms,
    @Schema(description = "Every move to a newer edition.") List<UpgradeState> termsUpgrades,
    LocalDate effectiveOn,
    Instant purchasedAt,
    MoneyAnswer pricePaid,
    HolderAnswer holder,
    @Schema(description = "What it covers now; null before the first binding.")
        @Nullable DeviceAnswer device,
    @Schema(description = "Bindings that were undone because they named the wrong device.")
        List<CorrectionState> bindingCorrections,
    @Schema(description = "Links that were recorded wrongly.")
        List<FactCorrectionState> linkCorrections,
    @Schema(description = "By service; `until` is the first day outside.")
        Map<String, WindowAnswer> windows,
    @Schema(description = "By service; FLYAWAY is the limit inside REPLACEMENT.")
        Map<String, EntitlementState> entitlements,
    @Schema(description = "By component of the device.") Map<String, WarrantyState> warranty,
    List<LinkState> links,
    RewardAnswer reward,
    @Schema(description = "Services of which it was recorded that they are over.")
        List<EndedServiceState> endedServices,
    EndState end,
    @Schema(description = "Devices that were found after they had become the provider's.")
        List<ObligationState> obligations,
    List<OpenCaseAnswer> openCases,
    List<NextCommand> allowedCommands,
    List<NextCommand> blockedCommands,
    @Schema(description = "The contract day for which this was worked out.") LocalDate on,
    @Schema(description = "The sequence of the last event that is in it.") long sequence,
    @Schema(description = "The place of that event in the whole ledger.") long position) {

  /// The device that a plan covers.
  @Schema(name = "PlanDevice")
  record DeviceAnswer(
      String deviceId,
      @Schema(description = "All but the last four characters hidden.")
          @Nullable String maskedSerial,
      String model,
      Instant boundAt,
      BindingCause cause,
      @Schema(description = "The device whose place it took.") @Nullable String inheritedFrom) {}

  /// The reward for safe flight.
  @Schema(name = "Reward")
  record RewardAnswer(
      Reward status,
      @Schema(description = "When it protects, or would; null once it is forfeited.")
          @Nullable WindowAnswer window,
      RewardState recorded) {}

  /// A case that is not closed.
  @Schema(name = "OpenCase")
  record OpenCaseAnswer(
      UUID caseId,
      CaseType type,
      Channel process,
      Stage stage,
      String centreId,
      Instant submittedAt,
      @Schema(description = "The last day to send the device in, while that is awaited.")
          @Nullable LocalDate dueOn) {

    static OpenCaseAnswer of(String id, CaseState state) {
      return new OpenCaseAnswer(
          UUID.fromString(id),
          state.type(),
          state.process(),
          state.stage(),
          state.centreId(),
          state.submittedAt(),
          state.dueOn());
    }
  }

  static PlanAnswer of(
      PlanState state,
      HolderAnswer holder,
      @Nullable DeviceAnswer device,
      List<NextCommand> allowed,
      List<NextCommand> blocked,
      Place place) {
    return new PlanAnswer(
        state.planId(),
        state.status(),
        state.planType(),
        state.region(),
        state.zone(),
        state.terms(),
        state.termsUpgrades(),
        state.effectiveOn(),
        state.purchasedAt(),
        state.pricePaid(),
        holder,
        device,
        state.bindingCorrections(),
        state.linkCorrections(),
        state.windows(),
        state.entitlements(),
        state.warranty(),
        state.links(),
        new RewardAnswer(
            state.reward(), state.windows().get("SAFE_FLIGHT_REWARD"), state.recordedReward()),
        state.endedServices(),
        state.end(),
        state.obligations(),
        state.cases().entrySet().stream()
            .filter(entry -> !entry.getValue().stage().closed())
            .map(entry -> OpenCaseAnswer.of(entry.getKey(), entry.getValue()))
            .toList(),
        allowed,
        blocked,
        place.on(),
        place.sequence(),
        place.position());
  }

  /// Which day and which point of the past is shown.
  record Place(LocalDate on, long sequence, long position) {}
}
