package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.device.DeviceEvent.BoundToPlan;
import org.planledger.core.device.DeviceEvent.OwnershipTransferred;
import org.planledger.core.device.DeviceEvent.Superseded;
import org.planledger.core.plan.PlanCommand.ShipReplacement;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Decides the shipment of a replacement (clauses 3.2.1(5) and (6), 3.2.2(3), 3.3(5)). It settles
/// the case, and the replacement takes the place of the original in the plan: with the same windows
/// and the same warranty, without anybody doing anything (clause Pre.4).
final class ShippingAReplacement {

  private ShippingAReplacement() {}

  static Decision decide(Situation situation, ShipReplacement command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = new Deliberation(terms);
    var free = c.claimed().isPresent() ? Optional.<Service>empty() : FreeService.of(plan, c, terms);
    if (Stages.open(d, c)) {
      if (c.express()) {
        express(d, plan, c, terms);
      } else if (free.isPresent()) {
        d.apply(FreeService.condition(free.get(), c).rule(), Inputs.of("service", free.get()));
      } else {
        claimed(d, plan, c, terms);
      }
      Stages.headOnly(d, plan, c);
      Stages.notRestricted(d, plan, c);
      replacement(d, situation, c, command);
    }
    if (d.granted()) {
      consequences(d, plan, c, command);
    }
    return d.conclude(() -> changes(situation, plan, c, free, command));
  }

  private static void consequences(Deliberation d, Plan plan, Case c, ShipReplacement command) {
    d.apply(
        Rule.BINDING_FOLLOWS_REPLACEMENT,
        Inputs.of("deviceId", command.replacement()).and("inheritedFrom", c.opened().deviceId()));
    var window = plan.sold().window();
    d.apply(Rule.WINDOWS_RUN_ON, Inputs.of("from", window.from()).and("until", window.until()));
    c.claimed()
        .ifPresent(
            claim ->
                d.apply(
                    Rule.ONE_USE_DEDUCTS_ONE,
                    Inputs.of("mode", claim.mode()).and("ordinal", claim.ordinal())));
  }

  private static void express(Deliberation d, Plan plan, Case c, Terms terms) {
    if (d.require(Rule.SHIPPED_ON_RECEIPT, c.received(), Inputs.of("received", c.received()))) {
      Parts.complete(d, plan, c, terms);
    }
  }

  private static void claimed(Deliberation d, Plan plan, Case c, Terms terms) {
    boolean claimed = c.claimed().isPresent();
    d.require(Rule.CLAIMED_OR_FREE, claimed, Inputs.of("claimed", claimed));
    // Without a claim no fee is due yet, and the missing claim is the one fault.
    Fees.openServiceFee(c)
        .ifPresent(
            open ->
                d.require(
                    c.flyaway() ? Rule.FLYAWAY_PAID_BEFORE_SHIPMENT : Rule.PAID_BEFORE_SERVICE,
                    open.isZero(),
                    Inputs.of("due", Fees.shown(open))));
    if (c.flyaway()) {
      FlyingAway.flightRecord(d, c);
      FlyingAway.reportFiled(d, c);
    } else if (d.require(
        Rule.RECEIVED_FOR_ASSESSMENT, c.received(), Inputs.of("received", c.received()))) {
      Parts.complete(d, plan, c, terms);
    }
  }

  private static void replacement(
      Deliberation d, Situation situation, Case c, ShipReplacement command) {
    var plan = situation.sold();
    var original = plan.binding(c.opened().deviceId()).orElseThrow();
    d.require(
        Rule.EQUAL_REPLACEMENT,
        command.model().equals(original.model()) || command.equivalenceRecord().isPresent(),
        Inputs.of("model", original.model().code())
            .and("replacementModel", command.model().code())
            .and("equivalenceRecord", command.equivalenceRecord().isPresent()));
    var model = PinnedTerms.of(c, situation).model(command.model());
    d.require(Rule.KNOWN_PRODUCT, model.isPresent(), Inputs.of("model", command.model().code()));
    model.ifPresent(known -> Linking.noticeMissingLinks(d, known));
    var unit = situation.device(command.replacement());
    d.require(
        Rule.REPLACEMENT_SERIAL_FREE,
        unit.availableAsReplacementIn(plan.id()),
        Inputs.of("deviceId", unit.id())
            .and("status", unit.status())
            .and("plansBefore", unit.plans().size()));
  }

  private static Changes changes(
      Situation situation, Plan plan, Case c, Optional<Service> free, ShipReplacement command) {
    var original = plan.binding(c.opened().deviceId()).orElseThrow();
    var events = new ArrayList<PlanEvent>();
    events.add(shipped(plan, c, free, command));
    events.add(successor(plan, original, command));
    plan.openCases().stream()
        .filter(other -> !other.id().equals(c.id()) && Stages.sameDevice(other, c))
        .forEach(
            other ->
                events.add(
                    new CaseLapsed(
                        plan.id(), command.shippedAt(), other.id(), LapseCause.DEVICE_SUPERSEDED)));
    return new Changes(events, devices(situation, plan, c, command));
  }

  private static ReplacementShipped shipped(
      Plan plan, Case c, Optional<Service> free, ShipReplacement command) {
    return new ReplacementShipped(
        plan.id(),
        command.shippedAt(),
        c.id(),
        free.orElse(Service.REPLACEMENT),
        c.claimed().map(ReplacementClaimed::mode),
        c.opened().deviceId(),
        command.replacement(),
        command.model(),
        command.equivalenceRecord());
  }

  private static DeviceBound successor(Plan plan, DeviceBound original, ShipReplacement command) {
    return new DeviceBound(
        plan.id(),
        command.shippedAt(),
        command.replacement(),
        command.model(),
        BindingCause.REPLACEMENT,
        original.purchase(),
        original.cover(),
        Optional.of(original.deviceId()));
  }

  /// The original stays with the provider: paid for as a loss it is already theirs, otherwise it
  /// is kept in exchange (decisions ).
  private static List<DeviceEvent> devices(
      Situation situation, Plan plan, Case c, ShipReplacement command) {
    var original = c.opened().deviceId();
    var at = command.shippedAt();
    var events = new ArrayList<DeviceEvent>();
    events.add(
        new BoundToPlan(
            command.replacement(), plan.id(), at, command.model(), BindingCause.REPLACEMENT));
    if (!situation.device(original).ownedByProvider()) {
      events.add(new OwnershipTransferred(original, plan.id(), at, c.id()));
    }
    events.add(new Superseded(original, plan.id(), at, c.id(), command.replacement()));
    return events;
  }
}
