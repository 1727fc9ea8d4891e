package org.planledger.core.plan;

import static org.planledger.core.plan.Differing.holds;
import static org.planledger.core.plan.Differing.same;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ReplacementMode;
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
  private final RulesMet met;
  private int put;
  private int accepted;

  /// @param met is told of every rule that a decision or an answer met
  SimulatedWorld(TermsBook book, NaiveLedger clerk, RulesMet met) {
    this.book = book;
    this.clerk = clerk;
    this.met = met;
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
    met.decided(decision.conditions());
    same("the grounds", expected, decision.codes());
    same("decided again", decision, Plan.decide(situation, command));
    same("accepted", expected.isEmpty(), decision instanceof Accepted);
    withoutTheSweep(situation, command, decision);
    if (put++ % REMEDIES_EVERY == 0) {
      PossibleRemedies.check(situation, command, decision);
    }
    if (decision instanceof Accepted yes) {
      accepted++;
      if (before != null && command.at().getEpochSecond() / 60 % 10 == 0) {
        new AskedInAdvance(book, clerk, devices, met).shown(before, command);
      }
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
    if (unswept.equals(situation.plan())) {
      return;
    }
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
    return new Plan(plan.sold(), plan.chain(), plan.undone(), plan.facts(), plan.cases(), life);
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
    return clerk
        .terms(c)
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
      var asked = new AskedInAdvance(book, clerk, devices, met);
      plan.cases().values().forEach(c -> asked.offers(plan, c, now));
    }
  }

  /// The fold of every device, what is possible in every plan, and what the counter says.
  void compareThoroughly(Instant now) {
    deviceHistories.forEach(
        (id, history) -> {
          var folded = Device.unseen(id);
          for (var event : history) {
            folded = Device.evolve(folded, event);
          }
          same("the fold of a device", devices.get(id), folded);
        });
    var asked = new AskedInAdvance(book, clerk, devices, met);
    var counter = new AtTheCounter(book, clerk, devices, met);
    for (var plan : plans.values()) {
      same("the fold of the history", plan, Plan.fold(histories.get(plan.id())).orElseThrow());
      asked.possibilities(plan, now);
      counter.compare(plan, now);
    }
  }
}
