package org.planledger.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.LinkRecorded;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Terms;

/// Commands as somebody would send them who does everything right: the right account, the quoted
/// amount, a unit nobody has seen before. Deciding them tells what is possible next, and what
/// stands in the way is then the fault of the situation and not of the command.
final class Hypothetical {
  private static final String NOTHING = "0".repeat(64);
  private static final Commitment TEXT = new Commitment(new UUID(0, 0), NOTHING);
  private static final String ACTOR = "";
  private static final String APPROVER = "somebody else";
  private static final DeviceId UNSEEN = new DeviceId(NOTHING);
  private static final CaseId NEW_CASE = new CaseId(new UUID(0, 0));

  private final Plan plan;
  private final Situation situation;
  private final Instant at;

  Hypothetical(Situation situation, Instant at) {
    this.plan = situation.sold();
    this.situation = situation;
    this.at = at;
  }

  /// The commands that concern the plan as a whole.
  List<PlanCommand> ofThePlan() {
    var terms = PinnedTerms.of(plan, situation);
    var commands = new ArrayList<PlanCommand>();
    commands.add(bindDevice(terms));
    for (var kind : LinkKind.values()) {
      commands.add(new RecordLink(plan.id(), kind, TEXT, at));
      commands.add(new RecordUnlink(plan.id(), kind, at));
      commands.add(correctLink(kind));
    }
    commands.add(new RecordProductReturn(plan.id(), at, plan.day(at), TEXT));
    commands.add(new ReturnPlan(plan.id(), at));
    commands.add(new RequestExit(plan.id(), at));
    commands.add(new ConfirmExit(plan.id(), at, APPROVER));
    situation.terms().editions().stream()
        .map(Terms::edition)
        .filter(edition -> edition.id().compareTo(plan.terms().edition().id()) > 0)
        .forEach(edition -> commands.add(new UpgradeTerms(plan.id(), at, edition)));
    plan.head()
        .ifPresent(
            head -> {
              commands.add(correctBinding(head, terms));
              var home = plan.sold().region();
              commands.add(
                  openCase(CaseType.REPAIR, Channel.ONLINE_REPAIR, head.deviceId(), home, false));
              commands.add(
                  openCase(CaseType.REPAIR, Channel.EXPRESS, head.deviceId(), home, false));
              commands.add(
                  openCase(CaseType.FLYAWAY, Channel.ONLINE_REPAIR, head.deviceId(), home, false));
              commands.add(
                  openCase(
                      CaseType.MAINTENANCE, Channel.ONLINE_REPAIR, head.deviceId(), home, false));
            });
    return commands;
  }

  /// The commands that concern one case.
  List<PlanCommand> of(Case c) {
    var region = c.opened().region();
    var model = plan.deviceOf(c).model();
    var mode = c.flyaway() ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE;
    return List.of(
        new RecordShipmentIn(plan.id(), c.id(), at, region, Optional.empty(), Optional.empty()),
        new RecordReceipt(plan.id(), c.id(), at, Map.of(), Optional.empty()),
        new UploadFlightRecord(plan.id(), c.id(), at, NOTHING, TEXT),
        new RecordAssessment(
            plan.id(), c.id(), at, Cause.ACCIDENT, Set.of(), false, List.of(), Optional.empty()),
        correctReceipt(c),
        correctAssessment(c),
        new ClaimReplacement(plan.id(), c.id(), at, mode, true),
        new ClaimRepairDiscount(plan.id(), c.id(), at, lines(c), true),
        new ConfirmMaintenance(plan.id(), c.id(), at, Set.of()),
        new FileFlyawayReport(plan.id(), c.id(), at, TEXT),
        new CancelFlyawayReport(plan.id(), c.id(), at, TEXT),
        pay(c, FeePurpose.SERVICE_FEE, Fees.openServiceFee(c)),
        pay(c, FeePurpose.MISSING_MATERIAL, Parts.openMaterial(plan, c, termsOf(c))),
        new ShipReplacement(plan.id(), c.id(), at, UNSEEN, model, Optional.empty()),
        new CompleteRepair(plan.id(), c.id(), at, Optional.empty(), Optional.empty(), false),
        new ReportRecovered(plan.id(), c.id(), at),
        new RecordRecoveredReturn(plan.id(), c.id(), at),
        new RefuseService(plan.id(), c.id(), at, Set.of(), List.of(), TEXT),
        new WaiveRefusal(
            plan.id(), c.id(), at, Set.of(RefusalCode.SEND_BACK_OVERDUE), TEXT, APPROVER, ACTOR),
        refund(c, FeePurpose.SERVICE_FEE),
        refund(c, FeePurpose.MISSING_MATERIAL),
        new WithdrawCase(plan.id(), c.id(), at, TEXT),
        new LapseCase(plan.id(), c.id(), at, TEXT));
  }

  /// An application of the holder, with the fee paid where it has to be paid first.
  OpenCase openCase(
      CaseType type, Channel process, DeviceId device, RegionCode region, boolean proof) {
    boolean express = process == Channel.EXPRESS;
    return new OpenCase(
        plan.id(),
        NEW_CASE,
        type,
        process,
        device,
        plan.sold().account(),
        region,
        centre(region),
        at,
        at,
        new PrivacyConsent("", at),
        proof ? Optional.of(TEXT) : Optional.empty(),
        Optional.empty(),
        express,
        express ? quote(device, region).map(this::paid) : Optional.empty(),
        express ? Optional.of(anyDeadline()) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// A centre that may serve in a region; any will do where the edition lists none.
  private String centre(RegionCode code) {
    return PinnedTerms.of(plan, situation).region(code).stream()
        .flatMap(region -> region.centres().stream())
        .findFirst()
        .orElse("");
  }

  private Optional<Fee> quote(DeviceId device, RegionCode region) {
    var terms = PinnedTerms.of(plan, situation);
    return plan.binding(device)
        .flatMap(bound -> terms.model(bound.model()))
        .flatMap(model -> Replacing.quote(plan, terms, model, region, ReplacementMode.DAMAGE));
  }

  private FeePayment paid(Fee fee) {
    return new FeePayment(fee.amount(), at, "");
  }

  /// A deadline has no part in whether a case can be opened; the real one comes with the command.
  private SendBackDeadline anyDeadline() {
    return new SendBackDeadline(plan.day(at), plan.sold().zone(), "");
  }

  private BindDevice bindDevice(Terms terms) {
    return new BindDevice(plan.id(), at, Optional.of(at), unseen(terms));
  }

  private DeviceFacts unseen(Terms terms) {
    var purchase =
        new ProductPurchase(
            plan.sold().region(), SalesChannel.OFFICIAL, plan.day(at), Optional.empty());
    return new DeviceFacts(
        UNSEEN,
        terms.models().getFirst().code(),
        purchase,
        plan.day(at),
        WarrantySource.INVOICE,
        Map.of(),
        Optional.empty());
  }

  /// Everything that is damaged, at a price of nothing: which lines are discounted does not depend
  /// on it.
  private List<RepairLine> lines(Case c) {
    var nothing = nothing(c);
    return c.components().keySet().stream()
        .map(part -> new RepairLine(part, nothing, nothing))
        .toList();
  }

  private RefundFee refund(Case c, FeePurpose purpose) {
    var due = Refund.of(plan, c, purpose).map(Refund::due).orElseGet(() -> nothing(c));
    return new RefundFee(plan.id(), c.id(), at, purpose, due, TEXT, Optional.empty(), ACTOR);
  }

  private CorrectBinding correctBinding(DeviceBound head, Terms terms) {
    return new CorrectBinding(
        plan.id(), at, head.deviceId(), unseen(terms), Optional.empty(), TEXT, APPROVER, ACTOR);
  }

  /// The last link of a kind, as if it had never been: whatever else it may have been, that depends
  /// on what is told instead.
  private CorrectLink correctLink(LinkKind kind) {
    var linkedAt =
        plan.facts()
            .last(LinkRecorded.class, link -> link.kind() == kind)
            .map(fact -> fact.held().at())
            .orElse(at);
    return new CorrectLink(plan.id(), at, kind, linkedAt, Optional.empty(), TEXT, APPROVER, ACTOR);
  }

  /// The last parcel of a case, as if it had never come.
  private CorrectReceipt correctReceipt(Case c) {
    var receivedAt = c.last(ComponentsReceived.class).map(ComponentsReceived::at).orElse(at);
    return new CorrectReceipt(
        plan.id(), c.id(), at, receivedAt, Optional.empty(), TEXT, APPROVER, ACTOR);
  }

  private CorrectAssessment correctAssessment(Case c) {
    var instead =
        new AssessmentFacts(at, Cause.ACCIDENT, Set.of(), false, List.of(), Optional.empty());
    return new CorrectAssessment(plan.id(), c.id(), at, instead, TEXT, APPROVER, ACTOR);
  }

  private Money nothing(Case c) {
    return new Money(0, termsOf(c).region(c.opened().region()).orElseThrow().currency());
  }

  private PayServiceFee pay(Case c, FeePurpose purpose, Optional<Money> open) {
    return new PayServiceFee(
        plan.id(), c.id(), purpose, new FeePayment(open.orElseGet(() -> nothing(c)), at, ""));
  }

  private Terms termsOf(Case c) {
    return PinnedTerms.of(c, situation);
  }
}
