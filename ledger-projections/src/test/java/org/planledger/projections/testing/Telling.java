package org.planledger.projections.testing;

import java.time.Duration;
import java.util.Random;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.reference.CaseId;
import org.planledger.core.terms.PlanType;
import org.planledger.projections.testing.Stories.Story;

/// How a story is told: command by command, each of which has to be accepted, with some time in
/// between.
abstract class Telling {

  private final TestLedger ledger;
  private final Random random;

  Telling(TestLedger ledger, long seed) {
    this.ledger = ledger;
    this.random = new Random(seed);
  }

  final void accept(PlanCommand command) {
    ledger.accept(command);
  }

  final void next(Story story, PlanCommand command) {
    accept(command);
    story.customer().later(Duration.ofMinutes(90));
  }

  final void pay(Story story, FeePurpose purpose) {
    next(story, story.customer().pay(plan(story), theCase(story), purpose));
  }

  final Story opened(Customer customer, CaseType type) {
    var story = new Story(customer, customer.newCase(), customer.newDevice());
    next(story, customer.open(id(story), type, customer.device()));
    return story;
  }

  final void assessed(Story story, Cause cause, boolean inWarranty) {
    next(story, story.customer().sendIn(id(story)));
    next(story, story.customer().receive(id(story)));
    next(story, story.customer().assess(id(story), cause, inWarranty));
  }

  /// A paid express request for which nothing was sent.
  final Story expressLapsed(Customer customer) {
    var story = new Story(customer, customer.newCase(), customer.newDevice());
    next(story, customer.openExpress(id(story), plan(story), customer.device()));
    customer.later(Duration.ofDays(10));
    next(story, customer.lapse(id(story)));
    return story;
  }

  final Customer bound(PlanType type, String model) {
    var customer = customer(type, model);
    accept(customer.buy(false));
    customer.later(Duration.ofHours(1));
    accept(customer.bind());
    return customer.later(Duration.ofHours(1));
  }

  final Customer customer(PlanType type, String model) {
    return new Customer(random, type, "US", model);
  }

  final Plan plan(Story story) {
    return ledger.plan(story.customer().plan()).orElseThrow();
  }

  final Case theCase(Story story) {
    return plan(story).theCase(id(story));
  }

  static CaseId id(Story story) {
    return story.theCase();
  }
}
