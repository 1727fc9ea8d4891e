package org.planledger.projections.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.projections.testing.Stories.Story;

/// More plans whose history is known: other services than the replacement, and other ends than the
/// last day. What each customer went through is what the fields are called.
public final class ServiceStories extends Telling {

  /// Repaired at a discount; the reward is recorded as forfeited when the plan is over.
  public final Story repaired;

  /// A discount was claimed and paid; then the customer withdrew.
  public final Story repairWithdrawn;

  /// Maintained, of which the end is recorded, and nothing else: the reward is granted.
  public final Story maintained;

  /// Repaired at the full price, and came back under another serial.
  public final Story otherSerial;

  /// Paid, then refused for a reason of the provider's; not paid back yet.
  public final Story refused;

  /// As above, and paid back.
  public final Story refusedAndPaidBack;

  /// Paid, and the material that was missing too; another case for the device was faster. The
  /// device that [Story#replacement] names was shipped in that one.
  public final Story overtaken;

  /// Paid express request that lapsed, of which half the fee was paid back as goodwill.
  public final Story goodwill;

  /// Paid express request that lapsed, until the carrier told that it was dispatched in time.
  public final Story reinstated;

  /// Paid express request that lapsed, until two persons waived the deadline.
  public final Story waived;

  /// Lost, paid for, found, and sent in.
  public final Story sentIn;

  /// Bound under a wrong serial as a Mavic 3. The right device, an RS 3, is the replacement of the
  /// story, which has no case.
  public final Story corrected;

  public final Customer returned;
  public final Customer exited;

  /// Upgraded to the edition of 2023 while a replacement was reserved.
  public final Story upgraded;

  /// Repaired for nothing under the extended warranty.
  public final Story warranted;

  /// A parcel was recorded that never came, and a link too late.
  public final Story unreceived;

  /// Claimed upon an assessment that was corrected afterwards.
  public final Story reassessed;

  ServiceStories(TestLedger ledger) {
    super(ledger, 20_230_713);
    repaired = repaired();
    repairWithdrawn = repairWithdrawn();
    maintained = maintained();
    otherSerial = otherSerial();
    refused = refused();
    refusedAndPaidBack = refused();
    refund(refusedAndPaidBack, paid(refusedAndPaidBack), false);
    overtaken = overtaken();
    goodwill = expressLapsed(bound(PlanType.TWO_YEAR));
    var half = new Money(paid(goodwill).minor() / 2, paid(goodwill).currency());
    refund(goodwill, half, true);
    reinstated = expressLapsed(bound(PlanType.TWO_YEAR));
    var inTime = theCase(reinstated).opened().at().plus(Duration.ofDays(1));
    next(reinstated, clerk(reinstated).dispatchedAt(id(reinstated), inTime));
    waived = expressLapsed(bound(PlanType.TWO_YEAR));
    next(waived, clerk(waived).waive(id(waived), RefusalCode.SEND_BACK_OVERDUE));
    sentIn = sentIn();
    corrected = corrected();
    returned = returned();
    exited = exited();
    upgraded = upgraded();
    warranted = warranted();
    unreceived = unreceived();
    reassessed = claimed();
    next(reassessed, clerk(reassessed).correctAssessment(id(reassessed), Cause.NORMAL_USE));
  }

  private Story repaired() {
    var story = discounted();
    next(story, clerk(story).complete(id(story), false));
    var plan = plan(story);
    story.customer().laterThan(plan.sold().window().until());
    next(story, clerk(story).reward());
    next(story, clerk(story).expire(Service.REPAIR_DISCOUNT));
    return story;
  }

  private Story repairWithdrawn() {
    var story = discounted();
    next(story, story.customer().withdraw(id(story)));
    return story;
  }

  private Story discounted() {
    var story = assessed();
    next(story, clerk(story).discount(id(story)));
    pay(story, FeePurpose.SERVICE_FEE);
    return story;
  }

  private Story maintained() {
    var story = opened(bound(PlanType.ONE_YEAR), CaseType.MAINTENANCE);
    next(story, story.customer().receive(id(story), clerk(story).forMaintenance()));
    next(story, clerk(story).maintain(id(story)));
    next(story, clerk(story).complete(id(story), false));
    next(story, clerk(story).expire(Service.MAINTENANCE));
    story.customer().laterThan(plan(story).sold().window().until());
    next(story, clerk(story).reward());
    return story;
  }

  private Story otherSerial() {
    var story = assessed();
    next(story, clerk(story).complete(id(story), story.replacement(), true));
    return story;
  }

  private Story refused() {
    var story = claimed();
    pay(story, FeePurpose.SERVICE_FEE);
    next(story, clerk(story).refuse(id(story), RefusalCode.CHANNEL_NOT_AUTHORISED));
    return story;
  }

  private Story overtaken() {
    var customer = bound(PlanType.TWO_YEAR);
    var slow = opened(customer, CaseType.REPAIR);
    next(slow, customer.receive(id(slow), customer.bodyOnly()));
    next(slow, customer.assess(id(slow), Cause.ACCIDENT, false));
    next(slow, customer.claim(id(slow), ReplacementMode.DAMAGE));
    pay(slow, FeePurpose.SERVICE_FEE);
    pay(slow, FeePurpose.MISSING_MATERIAL);
    var fast = new Story(customer, customer.newCase(), slow.replacement());
    next(fast, customer.open(id(fast), CaseType.REPAIR, customer.device()));
    assessed(fast, Cause.ACCIDENT, false);
    next(fast, customer.claim(id(fast), ReplacementMode.DAMAGE));
    pay(fast, FeePurpose.SERVICE_FEE);
    next(fast, customer.ship(id(fast), fast.replacement()));
    return slow;
  }

  private Story sentIn() {
    var customer = bound(PlanType.TWO_YEAR);
    accept(customer.link(LinkKind.ACCOUNT));
    accept(customer.link(LinkKind.CONTROLLER));
    var story = opened(customer, CaseType.FLYAWAY);
    next(story, new Pilot(customer).flightRecord(id(story)));
    next(story, customer.assess(id(story), Cause.FLYAWAY, false));
    next(story, customer.claim(id(story), ReplacementMode.FLYAWAY));
    next(story, new Pilot(customer).report(id(story)));
    pay(story, FeePurpose.SERVICE_FEE);
    next(story, new Pilot(customer).recovered(id(story)));
    next(story, clerk(story).recoveredReturn(id(story)));
    return story;
  }

  private Story corrected() {
    var customer = bound(PlanType.ONE_YEAR);
    var story = new Story(customer, customer.newCase(), customer.newDevice());
    accept(customer.link(LinkKind.ACCOUNT));
    var right = customer.facts(story.replacement(), new ModelCode("RS_3"));
    next(story, clerk(story).correct(customer.device(), right));
    return story;
  }

  private Customer returned() {
    var customer = bound(PlanType.ONE_YEAR);
    var clerk = new Clerk(customer.later(Duration.ofDays(3)));
    accept(clerk.productReturned());
    accept(clerk.returnPlan());
    return customer;
  }

  private Customer exited() {
    var customer = bound(PlanType.TWO_YEAR);
    var clerk = new Clerk(customer.later(Duration.ofDays(30)));
    accept(clerk.requestExit());
    customer.later(Duration.ofDays(2));
    accept(clerk.confirmExit());
    return customer;
  }

  private Story upgraded() {
    var story = claimed();
    story.customer().laterThan(LocalDate.of(2023, 7, 14));
    next(story, clerk(story).upgrade());
    return story;
  }

  private Story warranted() {
    var customer = bound(PlanType.TWO_YEAR, "OSMO_ACTION_3").later(Duration.ofDays(450));
    var story = opened(customer, CaseType.REPAIR);
    assessed(story, Cause.QUALITY_FAULT, false);
    next(story, clerk(story).complete(id(story), false));
    return story;
  }

  private Story unreceived() {
    var customer = bound(PlanType.ONE_YEAR);
    var linkedAt = customer.now();
    accept(customer.link(LinkKind.ACCOUNT));
    var story = opened(customer, CaseType.REPAIR);
    var receivedAt = customer.now();
    next(story, customer.receive(id(story)));
    next(story, clerk(story).correctReceipt(id(story), receivedAt, Map.of()));
    next(story, clerk(story).correctLink(LinkKind.ACCOUNT, linkedAt));
    return story;
  }

  private Story claimed() {
    var story = assessed();
    next(story, story.customer().claim(id(story), ReplacementMode.DAMAGE));
    return story;
  }

  private Story assessed() {
    var story = opened(bound(PlanType.TWO_YEAR), CaseType.REPAIR);
    assessed(story, Cause.ACCIDENT, false);
    return story;
  }

  private Customer bound(PlanType type) {
    return bound(type, "MAVIC_3");
  }

  private void refund(Story story, Money amount, boolean goodwill) {
    next(story, clerk(story).refund(id(story), FeePurpose.SERVICE_FEE, amount, goodwill));
  }

  private Money paid(Story story) {
    return theCase(story).paid(FeePurpose.SERVICE_FEE).orElseThrow();
  }

  private static Clerk clerk(Story story) {
    return new Clerk(story.customer());
  }
}
