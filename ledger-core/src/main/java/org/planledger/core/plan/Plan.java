package org.planledger.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.PlanFigures;

/// A plan as its history left it. `decide` holds every rule, `evolve` only remembers.
///
/// @param sold the event that began it: terms, windows and totals are in there
/// @param chain the devices it has covered, oldest first; the last is the one it covers now
/// @param undone bindings that were corrected: the plan never covered these devices, but what was
/// done for them is still to be understood
/// @param facts what was told and can be corrected, as it is held now
/// @param cases every case, in the order of opening
/// @param life what happened to the plan as a whole since it was sold, in the order of recording
public record Plan(
    PlanPurchased sold,
    List<DeviceBound> chain,
    List<DeviceBound> undone,
    Facts facts,
    Map<CaseId, Case> cases,
    List<PlanEvent> life) {

  public Plan {
    chain = List.copyOf(chain);
    undone = List.copyOf(undone);
    life = List.copyOf(life);
    cases = Collections.unmodifiableMap(cases);
  }

  /// Every rule of the ledger, behind one door: what becomes of the command in this situation.
  public static Decision decide(Situation situation, PlanCommand command) {
    return Standing.ended(situation, command).orElseGet(() -> decided(situation, command));
  }

  private static Decision decided(Situation situation, PlanCommand command) {
    return switch (command) {
      case PurchasePlan c -> Selling.decide(situation, c);
      case BindDevice c -> BindingADevice.decide(situation, c);
      case RecordLink c -> Linking.decide(situation, c);
      case RecordUnlink c -> Linking.decide(situation, c);
      case OpenCase c -> OpeningACase.decide(situation, c);
      case RecordShipmentIn c -> SendingIn.decide(situation, c);
      case RecordReceipt c -> SendingIn.decide(situation, c);
      case RecordAssessment c -> Assessing.decide(situation, c);
      case UploadFlightRecord c -> FlyingAway.decide(situation, c);
      case FileFlyawayReport c -> FlyingAway.decide(situation, c);
      case CancelFlyawayReport c -> FlyingAway.decide(situation, c);
      case ReportRecovered c -> Recovering.decide(situation, c);
      case ClaimReplacement c -> ClaimingAReplacement.decide(situation, c);
      case PayServiceFee c -> Paying.decide(situation, c);
      case ShipReplacement c -> ShippingAReplacement.decide(situation, c);
      case WithdrawCase c -> ClosingACase.decide(situation, c);
      case LapseCase c -> ClosingACase.decide(situation, c);
      case CorrectBinding c -> CorrectingABinding.decide(situation, c);
      case CorrectLink c -> CorrectingAFact.decide(situation, c);
      case CorrectReceipt c -> CorrectingAFact.decide(situation, c);
      case CorrectAssessment c -> CorrectingAFact.decide(situation, c);
      case ClaimRepairDiscount c -> DiscountingARepair.decide(situation, c);
      case ConfirmMaintenance c -> MaintainingADevice.decide(situation, c);
      case CompleteRepair c -> CompletingARepair.decide(situation, c);
      case RefuseService c -> RefusingService.decide(situation, c);
      case WaiveRefusal c -> WaivingARefusal.decide(situation, c);
      case RefundFee c -> Refunding.decide(situation, c);
      case RecordRecoveredReturn c -> Recovering.decide(situation, c);
      case RecordProductReturn c -> Returning.decide(situation, c);
      case ReturnPlan c -> Returning.decide(situation, c);
      case RequestExit c -> Exiting.decide(situation, c);
      case ConfirmExit c -> Exiting.decide(situation, c);
      case UpgradeTerms c -> UpgradingTerms.decide(situation, c);
      case ExpireService c -> Expiring.decide(situation, c);
      case GrantReward c -> GrantingTheReward.decide(situation, c);
    };
  }

  /// Which devices a command touches: they are locked and loaded before it is decided.
  public static Set<DeviceId> devices(Optional<Plan> plan, PlanCommand command) {
    return switch (command) {
      case PurchasePlan c -> c.device().map(d -> Set.of(d.deviceId())).orElse(Set.of());
      case BindDevice c -> Set.of(c.device().deviceId());
      case RecordLink _, RecordUnlink _, OpenCase _ -> Set.of();
      case RecordShipmentIn _, RecordReceipt _, RecordAssessment _ -> Set.of();
      case UploadFlightRecord _, ClaimReplacement _, ReportRecovered _ -> Set.of();
      case FileFlyawayReport c -> deviceOf(plan, c);
      case CancelFlyawayReport c -> deviceOf(plan, c);
      case PayServiceFee c -> deviceOf(plan, c);
      case WithdrawCase c -> deviceOf(plan, c);
      case LapseCase c -> deviceOf(plan, c);
      case RefuseService c -> deviceOf(plan, c);
      case RecordRecoveredReturn c -> deviceOf(plan, c);
      case ClaimRepairDiscount _, ConfirmMaintenance _, WaiveRefusal _, RefundFee _ -> Set.of();
      case RecordProductReturn _, ReturnPlan _, RequestExit _, ConfirmExit _ -> Set.of();
      case UpgradeTerms _, ExpireService _, GrantReward _ -> Set.of();
      case CorrectLink _, CorrectReceipt _, CorrectAssessment _ -> Set.of();
      case CorrectBinding c -> Set.copyOf(List.of(c.wrongDevice(), c.device().deviceId()));
      case CompleteRepair c -> {
        var both = new HashSet<>(deviceOf(plan, c));
        c.newDevice().ifPresent(both::add);
        yield Set.copyOf(both);
      }
      case ShipReplacement c -> {
        var both = new HashSet<>(deviceOf(plan, c));
        both.add(c.replacement());
        yield Set.copyOf(both);
      }
    };
  }

  /// The plan after one more event. The first event of a plan is its purchase.
  public static Plan evolve(@Nullable Plan plan, PlanEvent event) {
    if (plan == null && event instanceof PlanPurchased purchased) {
      return justSold(purchased);
    }
    return Objects.requireNonNull(plan, "a plan begins with its purchase")
        .knowing(event)
        .after(event);
  }

  /// The plan that a whole history leaves, or none for an empty one.
  public static Optional<Plan> fold(Iterable<? extends PlanEvent> history) {
    Plan plan = null;
    for (var event : history) {
      plan = evolve(plan, event);
    }
    return Optional.ofNullable(plan);
  }

  /// A plan of which nothing is known but its sale.
  static Plan justSold(PlanPurchased purchased) {
    return new Plan(purchased, List.of(), List.of(), Facts.ofTheSale(), Map.of(), List.of());
  }

  public PlanId id() {
    return sold.planId();
  }

  /// Every link of any of its devices, in the order of recording.
  public List<Link> links() {
    return facts.links();
  }

  /// The device covered now; none before the first binding.
  public Optional<DeviceBound> head() {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
  }

  /// How a device came under this plan; none if it never did.
  public Optional<DeviceBound> binding(DeviceId device) {
    return chain.reversed().stream().filter(b -> b.deviceId().equals(device)).findFirst();
  }

  /// The device that a case is about, also where its binding was corrected afterwards.
  DeviceBound deviceOf(Case c) {
    var device = c.opened().deviceId();
    return binding(device)
        .or(() -> undone.stream().filter(b -> b.deviceId().equals(device)).findFirst())
        .orElseThrow();
  }

  /// The last event of a kind that concerned the plan as a whole; none if it never happened.
  public <E extends PlanEvent> Optional<E> last(Class<E> kind) {
    return life.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  public <E extends PlanEvent> boolean has(Class<E> kind) {
    return life.stream().anyMatch(kind::isInstance);
  }

  /// What the plan holds now: as sold, or as the last upgrade of its terms left it.
  public PlanFigures figures() {
    return last(TermsUpgraded.class).map(TermsUpgraded::figures).orElse(sold.figures());
  }

  /// The terms of the plan now: those it was sold under, or those it was upgraded to.
  public TermsReference terms() {
    return last(TermsUpgraded.class).map(TermsUpgraded::to).orElse(sold.terms());
  }

  /// A case of this plan; throws `IllegalArgumentException` for an unknown one, which whoever takes
  /// commands in has to rule out first.
  public Case theCase(CaseId id) {
    var found = cases.get(id);
    if (found == null) {
      throw new IllegalArgumentException("this plan has no case " + id);
    }
    return found;
  }

  public Collection<Case> openCases() {
    return cases.values().stream().filter(c -> !c.stage().closed()).toList();
  }

  /// The contract day of a moment: its date in the zone of the plan (decision A-01).
  public LocalDate day(Instant moment) {
    return moment.atZone(sold.zone()).toLocalDate();
  }

  /// What was told and can be corrected is kept apart from what follows from it.
  private Plan knowing(PlanEvent event) {
    return new Plan(sold, chain, undone, facts.after(event), cases, life);
  }

  private Plan after(PlanEvent event) {
    return switch (event) {
      case PlanPurchased _ -> throw new IllegalStateException("plan " + id() + " is sold twice");
      case DeviceBound bound -> new Plan(sold, plus(chain, bound), undone, facts, cases, life);
      case LinkRecorded _, LinkRemoved _ -> this;
      case CaseOpened opened -> withNew(Case.opened(opened));
      case BindingCorrected corrected -> corrected(corrected);
      case LinkCorrected _ -> lived(event);
      case ServiceExpired _, ServiceExhausted _, RewardGranted _, RewardForfeited _ -> lived(event);
      case TermsUpgraded _, ProductReturned _, PlanReturned _ -> lived(event);
      case ExitRequested _, PlanExited _ -> lived(event);
      case CaseEvent more -> with(theCase(more.caseId()).after(more));
    };
  }

  private Plan withNew(Case opened) {
    if (cases.containsKey(opened.id())) {
      throw new IllegalStateException("case " + opened.id() + " is opened twice");
    }
    return with(opened);
  }

  /// The same plan with one case in the place of the one that has its id.
  Plan with(Case changed) {
    var more = new LinkedHashMap<>(cases);
    more.put(changed.id(), changed);
    return new Plan(sold, chain, undone, facts, more, life);
  }

  private Plan lived(PlanEvent event) {
    return new Plan(sold, chain, undone, facts, cases, plus(life, event));
  }

  /// The wrong device leaves the chain (decision A-90).
  private Plan corrected(BindingCorrected event) {
    var kept = chain.stream().filter(b -> !b.deviceId().equals(event.wrongDevice())).toList();
    var wrong = chain.stream().filter(b -> b.deviceId().equals(event.wrongDevice())).toList();
    var all = new ArrayList<>(undone);
    all.addAll(wrong);
    return new Plan(sold, kept, all, facts, cases, plus(life, event));
  }

  private static Set<DeviceId> deviceOf(Optional<Plan> plan, CaseCommand command) {
    return plan.flatMap(p -> Optional.ofNullable(p.cases().get(command.caseId())))
        .map(c -> Set.of(c.opened().deviceId()))
        .orElse(Set.of());
  }

  private static <T> List<T> plus(List<T> list, T more) {
    var longer = new ArrayList<T>(list.size() + 1);
    longer.addAll(list);
    longer.add(more);
    return longer;
  }
}
