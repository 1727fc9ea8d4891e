package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.plan.PlanCommand.CompleteRepair;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Decides that a device goes back to its customer, repaired or maintained (clauses 3.2.1(5) and
/// (6), 3.4(4)). It settles the case: under a discounted repair that was claimed and paid, under a
/// warranty that is free, as maintenance that was carried out, or at the full price outside the
/// plan (decisions ).
final class CompletingARepair {

  private CompletingARepair() {}

  static Decision decide(Situation situation, CompleteRepair command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    var service = service(plan, c, terms, command);
    boolean repairable =
        !c.express() && !c.flyaway() && (c.claimed().isEmpty() || mayDecline(c, command));
    if (Stages.open(d, c) && Stages.fits(d, c, repairable, "CompleteRepair")) {
      d.require(Rule.RECEIVED_FOR_ASSESSMENT, c.received(), Inputs.of("received", c.received()));
      chosen(d, c, service, command);
      Stages.headOnly(d, plan, c);
      Stages.notRestricted(d, plan, c);
      successor(d, situation, terms, command);
    }
    if (d.granted()) {
      shape(d, plan, c, terms, service, command);
    }
    return d.conclude(() -> changes(situation, plan, c, service, command));
  }

  /// A replacement that was claimed is given up by a repair at the full price, and by a device that
  /// is sent back after maintenance.
  private static boolean mayDecline(Case c, CompleteRepair command) {
    return command.fullPrice() || c.usedMaintenance();
  }

  private static Optional<Service> service(Plan plan, Case c, Terms terms, CompleteRepair command) {
    if (command.fullPrice()) {
      return Optional.empty();
    }
    if (c.maintenance()) {
      return Optional.of(Service.MAINTENANCE).filter(_ -> c.usedMaintenance());
    }
    return c.discount().isPresent()
        ? Optional.of(Service.REPAIR_DISCOUNT)
        : FreeService.of(plan, c, terms);
  }

  private static void chosen(
      Deliberation d, Case c, Optional<Service> service, CompleteRepair command) {
    if (command.fullPrice()) {
      if (!c.maintenance()) {
        d.require(
            Rule.ASSESSED_FIRST,
            c.assessed().isPresent(),
            Inputs.of("assessed", c.assessed().isPresent()));
      }
      return;
    }
    d.require(Rule.CLAIMED_OR_FREE, service.isPresent(), Inputs.of("service", service));
    if (service.equals(Optional.of(Service.REPAIR_DISCOUNT))) {
      var open = Fees.openServiceFee(c).orElseThrow();
      d.require(Rule.PAID_BEFORE_SERVICE, open.isZero(), Inputs.of("due", Fees.shown(open)));
    }
  }

  private static void successor(
      Deliberation d, Situation situation, Terms terms, CompleteRepair command) {
    command.newDevice().ifPresent(id -> Succession.unitFree(d, situation, id));
    command
        .newModel()
        .ifPresent(
            model ->
                d.require(
                    Rule.KNOWN_PRODUCT,
                    terms.model(model).isPresent(),
                    Inputs.of("model", model.code())));
  }

  private static void shape(
      Deliberation d,
      Plan plan,
      Case c,
      Terms terms,
      Optional<Service> service,
      CompleteRepair command) {
    var completedOn = Inputs.of("completedOn", plan.day(command.completedAt()));
    d.apply(
        c.maintenance() ? Rule.SENT_BACK_AFTER_MAINTENANCE : Rule.SENT_OUT_WHEN_DONE, completedOn);
    if (service.isEmpty()) {
      d.apply(Rule.FULL_PRICE, Inputs.of("claimed", c.chosen()));
    }
    service
        .filter(FreeService.WARRANTIES::contains)
        .ifPresent(free -> FreeService.shape(d, plan, c, terms, free));
    if (service.equals(Optional.of(Service.REPAIR_DISCOUNT))) {
      d.apply(
          Rule.ONE_ORDER_ONE_USE, Inputs.of("lines", c.discount().orElseThrow().lines().size()));
    }
    command
        .newDevice()
        .ifPresent(id -> d.apply(Rule.FOLLOWED_AFTER_REPAIR, Inputs.of("deviceId", id)));
    if (unlinks(plan, c, command)) {
      d.apply(Rule.UNLINKED_BY_THE_CENTRE, Inputs.of("deviceId", c.opened().deviceId()));
    }
    if (PinnedTerms.model(terms, plan.deviceOf(c).model()).remoteController()) {
      d.apply(Rule.LINK_AGAIN, Inputs.of("deviceId", c.opened().deviceId()));
    }
  }

  /// The centre took off the controller that the device came with, where the ledger knows of it.
  private static boolean unlinks(Plan plan, Case c, CompleteRepair command) {
    boolean cameLinked =
        c.last(ComponentsReceived.class)
            .flatMap(ComponentsReceived::controllerLinked)
            .orElse(false);
    return cameLinked
        && command.newDevice().isEmpty()
        && plan.links().stream()
            .anyMatch(
                link ->
                    link.running(c.opened().deviceId(), LinkKind.CONTROLLER)
                        && link.begunBy(command.completedAt()));
  }

  private static Changes changes(
      Situation situation, Plan plan, Case c, Optional<Service> service, CompleteRepair command) {
    var original = plan.deviceOf(c);
    var completed =
        new RepairCompleted(
            plan.id(),
            command.completedAt(),
            c.id(),
            service,
            original.deviceId(),
            command.newDevice(),
            command.newDevice().flatMap(_ -> command.newModel()));
    if (command.newDevice().isPresent()) {
      var model = command.newModel().orElse(original.model());
      return Succession.of(situation, c, command.newDevice().get(), model)
          .changes(completed, BindingCause.REPAIR);
    }
    var events = new ArrayList<PlanEvent>();
    events.add(completed);
    if (unlinks(plan, c, command)) {
      events.add(
          new LinkRemoved(
              plan.id(), command.completedAt(), original.deviceId(), LinkKind.CONTROLLER));
    }
    return Changes.of(events.toArray(PlanEvent[]::new));
  }
}
