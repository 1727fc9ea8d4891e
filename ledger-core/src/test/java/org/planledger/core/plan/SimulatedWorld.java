package org.planledger.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.TermsBook;

/// The ledger and the clerk side by side. Each command is put to both, and they have to agree: on
/// whether it is accepted, on every ground if it is not, and on all that is true afterwards.
final class SimulatedWorld {
  /// Remedies take many decisions each, so not every refusal is asked for them.
  private static final int REMEDIES_EVERY = 20;

  private final TermsBook book;
  private final NaiveLedger clerk;
  private final Map<PlanId, List<PlanEvent>> histories = new LinkedHashMap<>();
  private final Map<PlanId, Plan> plans = new LinkedHashMap<>();
  private final Map<DeviceId, List<DeviceEvent>> deviceHistories = new HashMap<>();
  private final Map<DeviceId, Device> devices = new HashMap<>();
  private int put;
  private int accepted;

  SimulatedWorld(TermsBook book, NaiveLedger clerk) {
    this.book = book;
    this.clerk = clerk;
  }

  NaiveLedger clerk() {
    return clerk;
  }

  int accepted() {
    return accepted;
  }

  /// Whether a command can be put at all: its plan was sold and its case was opened. Whoever takes
  /// commands in has ruled out the others.
  boolean canTake(PlanCommand command) {
    if (command instanceof PurchasePlan) {
      return !plans.containsKey(command.planId());
    }
    var plan = plans.get(command.planId());
    if (plan == null) {
      return false;
    }
    return !(command instanceof CaseCommand c)
        || plan.cases().containsKey(c.caseId()) != command instanceof OpenCase;
  }

  /// Puts a command to both; throws `AssertionError` where they differ.
  Decision put(PlanCommand command) {
    var before = plans.get(command.planId());
    var expected = clerk.grounds(command);
    var situation = situation(command);
    var decision = Plan.decide(situation, command);
    same("the grounds", expected, decision.codes());
    same("decided again", decision, Plan.decide(situation, command));
    same("accepted", expected.isEmpty(), decision instanceof Accepted);
    withoutTheSweep(situation, command, decision);
    if (put++ % REMEDIES_EVERY == 0) {
      PossibleRemedies.check(situation, command, decision);
    }
    if (decision instanceof Accepted yes) {
      accepted++;
      clerk.happened(command);
      yes.changes().plan().forEach(this::remember);
      yes.changes().devices().forEach(this::remember);
    } else {
      same("a plan after a refusal", before, plans.get(command.planId()));
    }
    compare(command.planId());
    compareDevices();
    return decision;
  }

  /// What the daily sweep has recorded is for readers: no other decision looks at it.
  private static void withoutTheSweep(Situation situation, PlanCommand command, Decision decision) {
    if (command instanceof ExpireService || command instanceof GrantReward) {
      return;
    }
    var unswept = situation.plan().map(SimulatedWorld::unswept);
    same(
        "decided as if no sweep had run",
        decision,
        Plan.decide(new Situation(unswept, situation.devices(), situation.terms()), command));
  }

  private static Plan unswept(Plan plan) {
    var life =
        plan.life().stream()
            .filter(
                event ->
                    !(event instanceof PlanEvent.ServiceExpired
                        || event instanceof PlanEvent.ServiceExhausted
                        || event instanceof PlanEvent.RewardGranted
                        || event instanceof PlanEvent.RewardForfeited))
            .toList();
    return new Plan(plan.sold(), plan.chain(), plan.undone(), plan.links(), plan.cases(), life);
  }

  private Situation situation(PlanCommand command) {
    var plan = Optional.ofNullable(plans.get(command.planId()));
    var touched = new HashMap<DeviceId, Device>();
    for (var id : Plan.devices(plan, command)) {
      if (devices.containsKey(id)) {
        touched.put(id, devices.get(id));
      }
    }
    return new Situation(plan, touched, book);
  }

  private void remember(PlanEvent event) {
    histories.computeIfAbsent(event.planId(), _ -> new ArrayList<>()).add(event);
    plans.put(event.planId(), Plan.evolve(plans.get(event.planId()), event));
  }

  private void remember(DeviceEvent event) {
    var id = event.deviceId();
    deviceHistories.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
    devices.put(id, Device.evolve(devices.getOrDefault(id, Device.unseen(id)), event));
  }

  // ------------------------------------------------------------------------ what has to be true

  private void compare(PlanId id) {
    var plan = plans.get(id);
    var sheet = clerk.plans.get(id);
    if (plan == null) {
      same("a plan that was never sold", null, sheet);
      return;
    }
    same("the fold of the history", plan, Plan.fold(histories.get(id)).orElseThrow());
    counts(plan, sheet);
    chain(plan, sheet);
    fees(plan, sheet);
    for (var c : plan.cases().values()) {
      same("the stage of a case", sheet.cases.get(c.id()).stage(), c.stage());
    }
    for (var day : List.of(sheet.end.minusDays(1), sheet.end, sheet.end.plusDays(400))) {
      same("the reward", sheet.reward(day), Reward.on(plan, day));
    }
  }

  private static void counts(Plan plan, NaivePlan sheet) {
    var left = Entitlements.of(plan);
    int used = sheet.count(true, false);
    int reserved = sheet.count(false, false);
    holds("used and reserved within the total", used + reserved <= sheet.total());
    holds("losses within their limit", sheet.lossesHeld() <= sheet.lossLimit());
    same("used", used, left.replacement().used());
    same("reserved", reserved, left.replacement().reserved());
    same("total", Optional.of(sheet.total()), left.replacement().total());
    int available = sheet.total() - used - reserved;
    same("available", Optional.of(available), left.replacement().available());
    same("discounts used", sheet.discountsUsed(), left.repairDiscount().used());
    same("discounts reserved", sheet.discountsReserved(), left.repairDiscount().reserved());
    same("maintenance used", sheet.maintained(), left.maintenance().used());
    same("losses used", sheet.count(true, true), left.flyaway().used());
    same("losses reserved", sheet.count(false, true), left.flyaway().reserved());
    int lossesLeft = Math.min(available, sheet.lossLimit() - sheet.lossesHeld());
    same("losses available", Optional.of(lossesLeft), left.flyaway().available());
  }

  private void chain(Plan plan, NaivePlan sheet) {
    same("the length of the chain", sheet.chain.size(), plan.chain().size());
    for (int i = 0; i < sheet.chain.size(); i++) {
      var bound = plan.chain().get(i);
      same("a device of the chain", sheet.chain.get(i).device(), bound.deviceId());
      same("its model", sheet.chain.get(i).model(), bound.model().code());
      same("its cover", plan.chain().getFirst().cover(), bound.cover());
      same("its purchase", plan.chain().getFirst().purchase(), bound.purchase());
    }
    same("the window", sheet.start, plan.sold().window().from());
    same("the end of the window", sheet.end, plan.sold().window().until());
    long heads =
        devices.values().stream().filter(d -> d.plan().equals(Optional.of(plan.id()))).count();
    same("devices covered now", sheet.chain.isEmpty() ? 0L : 1L, heads);
  }

  /// Every replacement was given at the fee of its rung, no rung is held twice, and the used ones
  /// together cost the ladder from its foot as soon as nothing is missing between them.
  private void fees(Plan plan, NaivePlan sheet) {
    var rungs = sheet.rungs();
    long paid = 0;
    long ladder = 0;
    for (var c : sheet.cases.values()) {
      if (c.settledByClaim) {
        paid += c.fee;
        ladder += rung(plan, c);
      }
    }
    same("the fees of used replacements", ladder, paid);
    if (!sheet.somethingWasReleased || rungs.size() == sheet.total()) {
      for (int rung = 1; rung <= rungs.size(); rung++) {
        holds("the ladder has no gap", rungs.contains(rung));
      }
    }
  }

  private long rung(Plan plan, NaiveCase c) {
    var covered = clerk.plans.get(plan.id()).covering(c.device);
    return book.editions()
        .iterator()
        .next()
        .replacementFee(
            Named.region(c.region),
            plan.sold().planType(),
            Named.model(covered.model()),
            c.claimedAsLost ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE,
            c.quotedRung)
        .orElseThrow()
        .amount()
        .minor();
  }

  private void compareDevices() {
    for (var device : devices.values()) {
      var unit = clerk.unit(device.id());
      same("where a device is covered", Optional.ofNullable(unit.coveredBy), device.plan());
      same("the plans of a device", unit.plans, device.plans());
      same("whether a device is restricted", unit.restricted, device.restricted());
      same("whether a device is the provider's", unit.providers, device.ownedByProvider());
      same("whether a device was replaced", unit.replaced, device.successor().isPresent());
      if (device.plan().isPresent()) {
        var head = plans.get(device.plan().get()).head().orElseThrow();
        same("the head of the plan of a device", device.id(), head.deviceId());
      }
    }
  }

  /// What is offered in every case of a plan against what a claim in it would answer.
  void compareOffers(PlanId id, Instant now) {
    var plan = plans.get(id);
    if (plan != null) {
      var situation = new Situation(Optional.of(plan), Map.of(), book);
      plan.cases().values().forEach(c -> offers(situation, plan, c, now));
    }
  }

  /// The fold of every device, and what every plan says is possible.
  void compareThoroughly(Instant now) {
    deviceHistories.forEach(
        (id, history) -> {
          var folded = Device.unseen(id);
          for (var event : history) {
            folded = Device.evolve(folded, event);
          }
          same("the fold of a device", devices.get(id), folded);
        });
    for (var plan : plans.values()) {
      var situation = new Situation(Optional.of(plan), Map.of(), book);
      for (var possibility : Possibility.of(situation, now)) {
        holds("a possible command without grounds", allowedWithoutGrounds(possibility));
      }
      plan.head().ifPresent(bound -> counter(situation, bound.deviceId(), plan, now));
    }
  }

  private static boolean allowedWithoutGrounds(Possibility possibility) {
    return possibility.allowed() == possibility.decision().codes().isEmpty();
  }

  private static void counter(Situation situation, DeviceId device, Plan plan, Instant now) {
    for (var row : Eligibility.of(situation, device, plan.day(now), plan.sold().region(), true)) {
      same("an open row without grounds", row.offer().open(), row.offer().codes().isEmpty());
    }
  }

  private void offers(Situation situation, Plan plan, Case c, Instant now) {
    var offers = Offer.of(situation, c);
    var replacement =
        offers.stream().filter(o -> o.service() == Service.REPLACEMENT).findFirst().orElseThrow();
    var mode = replacement.mode().orElseThrow();
    var claim = new ClaimReplacement(plan.id(), c.id(), now, mode, true);
    var sheet = clerk.plans.get(plan.id());
    var theCase = sheet.cases.get(c.id());
    var expected = new TreeSet<RefusalCode>(clerk.grounds(claim));
    if (c.flyaway() && !c.stage().closed() && c.claimed().isEmpty()) {
      new NaiveGrounds(clerk, book.edition(new Edition("2022-10")).orElseThrow())
          .links(expected, sheet, theCase);
    }
    same("the grounds against an offer", List.copyOf(expected), replacement.codes());
    same("an open offer", expected.isEmpty(), replacement.open());
    if (c.flyaway()) {
      return;
    }
    same("what the claim says", replacement.codes(), Plan.decide(situation, claim).codes());
    offers.stream()
        .filter(offer -> offer.service() == Service.REPAIR_DISCOUNT)
        .forEach(offer -> discount(situation, plan, c, theCase, offer, now));
    boolean free = FreeService.WARRANTIES.contains(offers.getFirst().service());
    same("whether something is free", sheet.free(theCase), free);
  }

  /// An offered discount against a claim for everything that came in; what is on its lines is the
  /// matter of the claim alone.
  private void discount(
      Situation situation, Plan plan, Case c, NaiveCase theCase, Offer offer, Instant now) {
    var nothing = new Money(0, NaiveMoney.currency(book.latest(), theCase.region));
    var lines =
        theCase.arrived.keySet().stream()
            .sorted()
            .map(part -> new RepairLine(Part.of(part), nothing, nothing))
            .toList();
    var claim = new ClaimRepairDiscount(plan.id(), c.id(), now, lines, true);
    var expected = new TreeSet<RefusalCode>(clerk.grounds(claim));
    expected.remove(RefusalCode.PART_NOT_COVERED);
    same("the grounds against a discount", List.copyOf(expected), offer.codes());
    var decided = new TreeSet<>(Plan.decide(situation, claim).codes());
    decided.remove(RefusalCode.PART_NOT_COVERED);
    same("what the discount's claim says", List.copyOf(decided), offer.codes());
  }

  private static void same(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(
          "%s: the clerk says %s, the ledger says %s".formatted(what, expected, actual));
    }
  }

  private static void holds(String what, boolean holds) {
    if (!holds) {
      throw new AssertionError("not so: " + what);
    }
  }
}
