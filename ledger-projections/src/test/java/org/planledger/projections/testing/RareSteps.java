package org.planledger.projections.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.Link;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Service;

/// What happens seldom in a history made by chance.
final class RareSteps {

  private final Random random;

  RareSteps(Random random) {
    this.random = random;
  }

  /// Something that concerns the plan as a whole, or a case that is over.
  PlanCommand ofThePlan(Customer customer, Plan plan, DeviceId head) {
    var clerk = new Clerk(customer);
    var ended = plan.cases().values().stream().filter(c -> c.stage().closed()).toList();
    return switch (random.nextInt(11)) {
      case 0 ->
          clerk.correct(
              head, customer.facts(customer.newDevice(), new ModelCode(one(ChanceHistory.MODELS))));
      case 1 -> clerk.productReturned();
      case 2 -> clerk.returnPlan();
      case 3 -> clerk.requestExit();
      case 4 -> clerk.confirmExit();
      case 5 -> clerk.upgrade();
      case 6 -> clerk.expire(one(List.of(Service.values())));
      case 7 -> clerk.reward();
      case 8 -> {
        customer.laterThan(plan.sold().window().until());
        yield clerk.reward();
      }
      default -> ended.isEmpty() ? clerk.upgrade() : afterwards(customer, one(ended));
    };
  }

  /// Something that comes after the end of a case.
  PlanCommand afterwards(Customer customer, Case c) {
    var clerk = new Clerk(customer);
    return switch (random.nextInt(5)) {
      case 0 -> clerk.recoveredReturn(c.id());
      case 1 -> clerk.dispatchedAt(c.id(), c.opened().at().plus(Duration.ofDays(1)));
      case 2 -> clerk.waive(c.id(), one(List.of(RefusalCode.values())));
      default -> refund(customer, c);
    };
  }

  /// Something that was told was wrong.
  PlanCommand correction(Customer customer, Plan plan, Case c) {
    var clerk = new Clerk(customer);
    return switch (random.nextInt(5)) {
      case 0, 1 -> clerk.correctReceipt(c.id(), receivedAt(customer, c), Map.of());
      case 2 -> clerk.correctReceipt(c.id(), receivedAt(customer, c), customer.bodyOnly());
      case 3 -> clerk.correctAssessment(c.id(), one(List.of(Cause.values())));
      default ->
          plan.links().isEmpty()
              ? clerk.correctAssessment(c.id(), one(List.of(Cause.values())))
              : correctLink(clerk, one(plan.links()));
    };
  }

  private static Instant receivedAt(Customer customer, Case c) {
    return c.last(ComponentsReceived.class).map(PlanEvent::at).orElseGet(customer::now);
  }

  private static PlanCommand correctLink(Clerk clerk, Link link) {
    return clerk.correctLink(link.kind(), link.from());
  }

  private PlanCommand refund(Customer customer, Case c) {
    var purpose = one(List.of(FeePurpose.values()));
    var paid = c.paid(purpose).orElse(Money.of(100, "USD"));
    var part = random.nextInt(3) > 0 ? paid : new Money(1 + paid.minor() / 3, paid.currency());
    return new Clerk(customer).refund(c.id(), purpose, part, random.nextInt(3) > 0);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
