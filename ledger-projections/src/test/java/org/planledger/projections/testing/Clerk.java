package org.planledger.projections.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.AssessmentFacts;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.DeviceFacts;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.LinkFacts;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.ReceiptFacts;
import org.planledger.core.plan.RepairLine;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;

/// Somebody at the provider who words what happens to a customer's plan, at the customer's time.
/// Nothing is sent from here.
public final class Clerk {

  /// The edition that plans can be upgraded to.
  private static final Edition NEWER = new Edition("2023-07");

  private static final String ACTOR = "clerk-1";
  private static final String ANOTHER = "head-of-desk";

  private final Customer customer;

  public Clerk(Customer customer) {
    this.customer = customer;
  }

  /// A discounted repair of the body of the device, which came in, and of one part that did not.
  public ClaimRepairDiscount discount(CaseId theCase) {
    var currency = customer.currency();
    var line =
        new RepairLine(customer.body(), new Money(20_000, currency), new Money(9_000, currency));
    var other =
        new RepairLine(Part.of("CHARGER"), new Money(3_000, currency), new Money(0, currency));
    return new ClaimRepairDiscount(plan(), theCase, now(), List.of(line, other), true);
  }

  /// The device and the remote controller it is flown with.
  public Map<Part, Integer> forMaintenance() {
    var parts = new TreeMap<>(customer.bodyOnly());
    parts.put(Part.of("REMOTE_CONTROLLER"), 1);
    return parts;
  }

  public ConfirmMaintenance maintain(CaseId theCase) {
    return new ConfirmMaintenance(plan(), theCase, now(), Set.of(Part.of("BATTERY")));
  }

  public CompleteRepair complete(CaseId theCase, boolean fullPrice) {
    return new CompleteRepair(
        plan(), theCase, now(), Optional.empty(), Optional.empty(), fullPrice);
  }

  /// The device comes back as another.
  public CompleteRepair complete(CaseId theCase, DeviceId newDevice, boolean fullPrice) {
    return new CompleteRepair(
        plan(), theCase, now(), Optional.of(newDevice), Optional.empty(), fullPrice);
  }

  public RefuseService refuse(CaseId theCase, RefusalCode ground) {
    return new RefuseService(
        plan(), theCase, now(), Set.of(ground), List.of(), customer.commitment());
  }

  public WaiveRefusal waive(CaseId theCase, RefusalCode ground) {
    return new WaiveRefusal(
        plan(), theCase, now(), Set.of(ground), customer.commitment(), ANOTHER, ACTOR);
  }

  /// A refund of that amount, to which a second person agrees if it is goodwill.
  public RefundFee refund(CaseId theCase, FeePurpose purpose, Money amount, boolean goodwill) {
    return new RefundFee(
        plan(),
        theCase,
        now(),
        purpose,
        amount,
        customer.commitment(),
        goodwill ? Optional.of(ANOTHER) : Optional.empty(),
        ACTOR);
  }

  public RecordRecoveredReturn recoveredReturn(CaseId theCase) {
    return new RecordRecoveredReturn(plan(), theCase, now());
  }

  /// The carrier tells late that something was dispatched at that moment.
  public RecordShipmentIn dispatchedAt(CaseId theCase, Instant moment) {
    return new RecordShipmentIn(
        plan(), theCase, moment, customer.region(), Optional.empty(), Optional.empty());
  }

  public CorrectBinding correct(DeviceId wrong, DeviceFacts right) {
    return new CorrectBinding(
        plan(), now(), wrong, right, Optional.empty(), customer.commitment(), ANOTHER, ACTOR);
  }

  /// The parcel of a moment had other things in it; with nothing, it never came.
  public CorrectReceipt correctReceipt(
      CaseId theCase, Instant receivedAt, Map<Part, Integer> parts) {
    var instead = new ReceiptFacts(receivedAt, parts, Optional.empty());
    return new CorrectReceipt(
        plan(),
        theCase,
        now(),
        receivedAt,
        parts.isEmpty() ? Optional.empty() : Optional.of(instead),
        customer.commitment(),
        ANOTHER,
        ACTOR);
  }

  public CorrectAssessment correctAssessment(CaseId theCase, Cause cause) {
    var instead =
        new AssessmentFacts(
            now(), cause, Set.of(customer.body()), false, List.of(), Optional.empty());
    return new CorrectAssessment(
        plan(), theCase, now(), instead, customer.commitment(), ANOTHER, ACTOR);
  }

  /// The link began a day earlier.
  public CorrectLink correctLink(LinkKind kind, Instant linkedAt) {
    var instead = new LinkFacts(kind, linkedAt.minus(Duration.ofDays(1)), customer.commitment());
    return new CorrectLink(
        plan(), now(), kind, linkedAt, Optional.of(instead), customer.commitment(), ANOTHER, ACTOR);
  }

  public RecordProductReturn productReturned() {
    return new RecordProductReturn(plan(), now(), customer.today(), customer.commitment());
  }

  public ReturnPlan returnPlan() {
    return new ReturnPlan(plan(), now());
  }

  public RequestExit requestExit() {
    return new RequestExit(plan(), now());
  }

  public ConfirmExit confirmExit() {
    return new ConfirmExit(plan(), now(), ANOTHER);
  }

  public UpgradeTerms upgrade() {
    return new UpgradeTerms(plan(), now(), NEWER);
  }

  public ExpireService expire(Service service) {
    return new ExpireService(plan(), service, now());
  }

  public GrantReward reward() {
    return new GrantReward(plan(), now());
  }

  private PlanId plan() {
    return customer.plan();
  }

  private Instant now() {
    return customer.now();
  }
}
