package org.planledger.projections.testing;

import java.time.Duration;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.ReplacementMode;

/// Plans whose history is known: what each customer went through is what the fields are called.
public final class Stories extends Telling {

  /// Something that happened to one customer in one case.
  ///
  /// @param replacement the device that was sent out in the case, or would have been
  public record Story(Customer customer, CaseId theCase, DeviceId replacement) {}

  /// Sold, and nothing else.
  public final Customer neverBound;

  /// Damaged, replaced, damaged again and replaced again: nothing is left of a one-year plan. The
  /// first replacement is the one of [#replacedTwice].
  public final Story replacedOnce;

  public final Story replacedTwice;

  /// Flown away, paid for, replaced, and found after that.
  public final Story lostAndFound;

  /// Flown away and found before anything was paid.
  public final Story foundInTime;

  /// Paid express request, but nothing was ever sent in.
  public final Story expressLapsed;

  /// Claimed and withdrawn before anything was paid.
  public final Story withdrawn;

  /// Opened; the customer has not sent anything in yet.
  public final Story waiting;

  /// The battery was missing and paid for.
  public final Story batteryMissing;

  /// A fault of the product under the official warranty.
  public final Story freeOfCharge;

  /// Damaged; what was sent out is the very unit that [#replacedOnce] gave back.
  public final Story secondLife;

  Stories(TestLedger ledger) {
    super(ledger, 20_220_101);
    neverBound = customer(PlanType.ONE_YEAR, "MAVIC_3");
    accept(neverBound.buy(false));
    var unlucky = bound(PlanType.ONE_YEAR, "MAVIC_3");
    replacedOnce = damaged(unlucky, unlucky.device());
    replacedTwice = damaged(unlucky, replacedOnce.replacement());
    lostAndFound = reported();
    pay(lostAndFound, FeePurpose.SERVICE_FEE);
    next(lostAndFound, lostAndFound.customer().ship(id(lostAndFound), lostAndFound.replacement()));
    next(lostAndFound, new Pilot(lostAndFound.customer()).recovered(id(lostAndFound)));
    foundInTime = reported();
    next(foundInTime, new Pilot(foundInTime.customer()).cancelReport(id(foundInTime)));
    expressLapsed = expressLapsed(bound(PlanType.ONE_YEAR, "AIR_2S"));
    withdrawn = claimed(bound(PlanType.TWO_YEAR, "MAVIC_3"));
    next(withdrawn, withdrawn.customer().withdraw(id(withdrawn)));
    waiting = opened(bound(PlanType.TWO_YEAR, "RS_3"), CaseType.REPAIR);
    batteryMissing = batteryMissing();
    freeOfCharge = freeOfCharge();
    secondLife = secondLife(unlucky.device());
    accept(waiting.customer().link(LinkKind.ACCOUNT));
    accept(waiting.customer().later(Duration.ofHours(1)).unlink(LinkKind.ACCOUNT));
  }

  private Story damaged(Customer customer, DeviceId device) {
    var story = new Story(customer, customer.newCase(), customer.newDevice());
    next(story, customer.open(id(story), CaseType.REPAIR, device));
    assessed(story, Cause.ACCIDENT, false);
    next(story, customer.claim(id(story), ReplacementMode.DAMAGE));
    pay(story, FeePurpose.SERVICE_FEE);
    next(story, customer.ship(id(story), story.replacement()));
    return story;
  }

  private Story reported() {
    var customer = bound(PlanType.TWO_YEAR, "MAVIC_3");
    accept(customer.link(LinkKind.ACCOUNT));
    accept(customer.link(LinkKind.CONTROLLER));
    var story = opened(customer, CaseType.FLYAWAY);
    next(story, new Pilot(customer).flightRecord(id(story)));
    next(story, customer.assess(id(story), Cause.FLYAWAY, false));
    next(story, customer.claim(id(story), ReplacementMode.FLYAWAY));
    next(story, new Pilot(customer).report(id(story)));
    return story;
  }

  private Story claimed(Customer customer) {
    var story = opened(customer, CaseType.REPAIR);
    assessed(story, Cause.ACCIDENT, false);
    next(story, customer.claim(id(story), ReplacementMode.DAMAGE));
    return story;
  }

  private Story batteryMissing() {
    var customer = bound(PlanType.TWO_YEAR, "MINI_3_PRO");
    var story = opened(customer, CaseType.REPAIR);
    next(story, customer.receive(id(story), customer.bodyOnly()));
    next(story, customer.assess(id(story), Cause.ACCIDENT, false));
    next(story, customer.claim(id(story), ReplacementMode.DAMAGE));
    pay(story, FeePurpose.SERVICE_FEE);
    pay(story, FeePurpose.MISSING_MATERIAL);
    next(story, customer.ship(id(story), story.replacement()));
    return story;
  }

  private Story freeOfCharge() {
    var story = opened(bound(PlanType.TWO_YEAR, "OSMO_ACTION_3"), CaseType.REPAIR);
    assessed(story, Cause.QUALITY_FAULT, true);
    next(story, story.customer().ship(id(story), story.replacement()));
    return story;
  }

  private Story secondLife(DeviceId returned) {
    var claimed = claimed(bound(PlanType.TWO_YEAR, "MAVIC_3"));
    var story = new Story(claimed.customer(), claimed.theCase(), returned);
    pay(story, FeePurpose.SERVICE_FEE);
    next(story, story.customer().ship(id(story), returned));
    return story;
  }
}
