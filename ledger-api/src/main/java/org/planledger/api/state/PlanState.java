package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.api.answer.WindowAnswer;
import org.planledger.api.decision.DecisionAnswer.TermsAnswer;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.plan.Reward;
import org.planledger.core.terms.PlanType;

/// What follows from the events of a plan and a contract day, and from nothing else.
@Schema(name = "PlanState")
public record PlanState(
    UUID planId,
    PlanStatus status,
    PlanType planType,
    String region,
    String zone,
    @Schema(description = "The edition it is under now; open cases keep theirs.") TermsAnswer terms,
    @Schema(description = "Every move to a newer edition.") List<UpgradeState> termsUpgrades,
    LocalDate effectiveOn,
    Instant purchasedAt,
    MoneyAnswer pricePaid,
    @Nullable DeviceState device,
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
    Reward reward,
    RewardState recordedReward,
    @Schema(description = "Services of which it was recorded that they are over.")
        List<EndedServiceState> endedServices,
    EndState end,
    @Schema(description = "Devices that were found after they had become the provider's.")
        List<ObligationState> obligations,
    @Schema(description = "By case id, in the order of opening.") Map<String, CaseState> cases) {

  /// The plan as it shows itself on a contract day.
  public static PlanState of(Plan plan, LocalDate on) {
    var sold = plan.sold();
    var cases = new LinkedHashMap<String, CaseState>();
    plan.cases().forEach((id, c) -> cases.put(id.toString(), CaseState.of(plan, c)));
    return new PlanState(
        plan.id().value(),
        PlanStatus.on(plan, on),
        sold.planType(),
        sold.region().code(),
        sold.zone().getId(),
        TermsAnswer.of(plan.terms()),
        UpgradeState.of(plan),
        sold.effectiveOn(),
        sold.at(),
        MoneyAnswer.of(sold.pricePaid()),
        plan.head().map(DeviceState::of).orElse(null),
        CorrectionState.of(plan),
        FactCorrectionState.ofLinks(plan),
        Windows.of(plan),
        EntitlementState.of(plan),
        plan.head().map(WarrantyState::of).orElse(Map.of()),
        plan.links().stream().map(LinkState::of).toList(),
        Reward.on(plan, on),
        RewardState.of(plan),
        EndedServiceState.of(plan),
        EndState.of(plan),
        ObligationState.of(plan),
        cases);
  }
}
