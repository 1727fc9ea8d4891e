package org.planledger.projections.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Cause;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.ReplacementMode;

/// A history made by chance: many customers, each doing now the next sensible thing and now
/// anything at all. What the ledger refuses leaves no event, so whatever comes out is valid. The
/// same seed makes the same history.
public final class ChanceHistory {

  private static final List<String> REGIONS = List.of("US", "DE", "GB", "JP", "CA");
  static final List<String> MODELS =
      List.of("MAVIC_3", "MINI_3_PRO", "AIR_2S", "OSMO_ACTION_3", "RS_3", "PHANTOM_4_PRO");

  private static final List<RefusalCode> GROUNDS =
      List.of(
          RefusalCode.CHANNEL_NOT_AUTHORISED,
          RefusalCode.COMPONENTS_MISSING,
          RefusalCode.PROCESS_NOT_FOLLOWED);

  private final Random random;
  private final RareSteps rare;
  private final TestLedger ledger;
  private final List<Customer> customers = new ArrayList<>();

  /// Devices that became the provider's, and may come back as somebody's replacement.
  private final List<DeviceId> returned = new ArrayList<>();

  private ChanceHistory(TestLedger ledger, long seed) {
    this.random = new Random(seed);
    this.rare = new RareSteps(random);
    this.ledger = ledger;
  }

  /// Lets so many customers take so many steps in all.
  public static void write(TestLedger ledger, long seed, int customers, int steps) {
    System.out.printf("history by chance: seed %d, %d plans, %d steps%n", seed, customers, steps);
    new ChanceHistory(ledger, seed).write(customers, steps);
  }

  private void write(int number, int steps) {
    for (int i = 0; i < number; i++) {
      customers.add(
          new Customer(random, one(List.of(PlanType.values())), one(REGIONS), one(MODELS)));
    }
    for (int i = 0; i < steps; i++) {
      var customer = one(customers);
      customer.later(Duration.ofHours(random.nextInt(50)));
      var plan = ledger.plan(customer.plan());
      var command =
          plan.isEmpty() ? customer.buy(random.nextInt(4) > 0) : next(customer, plan.get());
      ledger.submit(command);
      note(command, plan);
    }
  }

  private void note(PlanCommand command, Optional<Plan> before) {
    if (command instanceof PlanCommand.ShipReplacement
        || command instanceof PlanCommand.CompleteRepair
        || command instanceof PlanCommand.RecordRecoveredReturn) {
      before
          .map(plan -> plan.cases().get(((PlanCommand.CaseCommand) command).caseId()))
          .ifPresent(c -> returned.add(c.opened().deviceId()));
    }
  }

  private PlanCommand next(Customer customer, Plan plan) {
    var head = plan.head();
    if (head.isEmpty()) {
      return customer.bind();
    }
    var cases = List.copyOf(plan.cases().values());
    if (plan.openCases().isEmpty() || random.nextInt(8) == 0) {
      return withoutCase(customer, plan, head.get().deviceId());
    }
    return random.nextInt(5) == 0
        ? anything(customer, plan, one(cases))
        : sensible(customer, plan, one(List.copyOf(plan.openCases())));
  }

  private PlanCommand withoutCase(Customer customer, Plan plan, DeviceId head) {
    var recoverable = plan.cases().values().stream().filter(Case::flyaway).map(Case::id).toList();
    return switch (random.nextInt(12)) {
      case 0, 1 -> customer.link(LinkKind.ACCOUNT);
      case 2, 3 -> customer.link(LinkKind.CONTROLLER);
      case 4 -> customer.unlink(one(List.of(LinkKind.values())));
      case 9 -> customer.open(customer.newCase(), CaseType.MAINTENANCE, head);
      case 10, 11 -> rare.ofThePlan(customer, plan, head);
      case 5 -> customer.openExpress(customer.newCase(), plan, head);
      case 6, 7 -> customer.open(customer.newCase(), CaseType.FLYAWAY, head);
      case 8 ->
          recoverable.isEmpty()
              ? customer.open(customer.newCase(), CaseType.REPAIR, head)
              : new Pilot(customer).recovered(one(recoverable));
      default -> customer.open(customer.newCase(), CaseType.REPAIR, head);
    };
  }

  /// What somebody would do next who wants the replacement.
  private PlanCommand sensible(Customer customer, Plan plan, Case c) {
    var id = c.id();
    return switch (c.stage()) {
      case OPENED -> opened(customer, c);
      case DISPATCHED -> receipt(customer, c);
      case RECEIVED -> received(customer, c);
      case ASSESSED -> assessed(customer, plan, c);
      case CLAIMED ->
          c.flyaway()
              ? new Pilot(customer).report(id)
              : customer.pay(plan, c, FeePurpose.SERVICE_FEE);
      case REPORTED -> customer.pay(plan, c, FeePurpose.SERVICE_FEE);
      case PAID ->
          c.express()
              ? customer.sendIn(id)
              : chance() ? settle(customer, c) : customer.pay(plan, c, FeePurpose.MISSING_MATERIAL);
      case SETTLED, WITHDRAWN, LAPSED, REFUSED -> new Pilot(customer).recovered(id);
    };
  }

  private PlanCommand opened(Customer customer, Case c) {
    if (!c.flyaway()) {
      return chance() ? customer.sendIn(c.id()) : receipt(customer, c);
    }
    return c.flightRecord().isEmpty()
        ? new Pilot(customer).flightRecord(c.id())
        : customer.assess(c.id(), Cause.FLYAWAY, false);
  }

  private PlanCommand received(Customer customer, Case c) {
    if (c.express()) {
      return ship(customer, c.id());
    }
    if (c.opened().type() == CaseType.MAINTENANCE && chance()) {
      return c.usedMaintenance()
          ? new Clerk(customer).complete(c.id(), false)
          : new Clerk(customer).maintain(c.id());
    }
    return customer.assess(c.id(), cause(c), chance());
  }

  private PlanCommand assessed(Customer customer, Plan plan, Case c) {
    return switch (random.nextInt(4)) {
      case 0 -> anything(customer, plan, c);
      case 1 -> new Clerk(customer).discount(c.id());
      default -> customer.claim(c.id(), mode(c));
    };
  }

  private PlanCommand settle(Customer customer, Case c) {
    return c.discount().isPresent() ? complete(customer, c, false) : ship(customer, c.id());
  }

  private PlanCommand complete(Customer customer, Case c, boolean fullPrice) {
    var clerk = new Clerk(customer);
    return random.nextInt(4) == 0
        ? clerk.complete(c.id(), customer.newDevice(), fullPrice)
        : clerk.complete(c.id(), fullPrice);
  }

  private PlanCommand receipt(Customer customer, Case c) {
    if (c.opened().type() == CaseType.MAINTENANCE) {
      return customer.receive(c.id(), new Clerk(customer).forMaintenance());
    }
    return random.nextInt(4) == 0
        ? customer.receive(c.id(), customer.bodyOnly())
        : customer.receive(c.id());
  }

  private PlanCommand anything(Customer customer, Plan plan, Case c) {
    var id = c.id();
    return switch (random.nextInt(18)) {
      case 12 -> complete(customer, c, true);
      case 13 -> complete(customer, c, false);
      case 14 -> new Clerk(customer).refuse(id, one(GROUNDS));
      case 15 -> new Clerk(customer).waive(id, RefusalCode.SEND_BACK_OVERDUE);
      case 16 -> rare.afterwards(customer, c);
      case 17 -> rare.correction(customer, plan, c);
      case 0 -> customer.sendIn(id);
      case 1 -> receipt(customer, c);
      case 2 -> customer.assess(id, one(List.of(Cause.values())), chance());
      case 3 -> new Pilot(customer).flightRecord(id);
      case 4 -> customer.claim(id, one(List.of(ReplacementMode.values())));
      case 5 -> new Pilot(customer).report(id);
      case 6 -> new Pilot(customer).cancelReport(id);
      case 7 -> customer.pay(plan, c, one(List.of(FeePurpose.values())));
      case 8 -> ship(customer, id);
      case 9 -> new Pilot(customer).recovered(id);
      case 10 -> customer.withdraw(id);
      default -> customer.later(Duration.ofDays(9)).lapse(id);
    };
  }

  private PlanCommand ship(Customer customer, CaseId id) {
    boolean used = !returned.isEmpty() && random.nextInt(3) == 0;
    return customer.ship(id, used ? one(returned) : customer.newDevice());
  }

  private Cause cause(Case c) {
    return c.flyaway()
        ? Cause.FLYAWAY
        : one(List.of(Cause.ACCIDENT, Cause.NORMAL_USE, Cause.QUALITY_FAULT));
  }

  private static ReplacementMode mode(Case c) {
    return c.flyaway() ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE;
  }

  private boolean chance() {
    return random.nextInt(3) > 0;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
