package org.planledger.core.plan;

import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.plan.PlanCommand.ShipReplacement;
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
    var d = Deliberation.in(c);
    var free = c.chosen() ? Optional.<Service>empty() : FreeService.of(plan, c, terms);
    if (Stages.open(d, c) && Stages.fits(d, c, c.discount().isEmpty(), "ShipReplacement")) {
      if (c.express()) {
        express(d, plan, c, terms);
      } else if (free.isPresent()) {
        FreeService.received(d, c);
        FreeService.shape(d, plan, c, terms, free.get());
      } else {
        claimed(d, plan, c, terms);
      }
      Stages.headOnly(d, plan, c);
      Stages.notRestricted(d, plan, c);
      replacement(d, situation, c, command);
    }
    if (d.granted()) {
      consequences(d, plan, c, command);
      afterwards(d, plan, c, command);
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

  private static void afterwards(Deliberation d, Plan plan, Case c, ShipReplacement command) {
    var inherited = Inputs.of("inheritedFrom", c.opened().deviceId());
    if (c.express()) {
      d.apply(Rule.BOUND_AFTER_EXPRESS, inherited);
    } else {
      d.apply(c.flyaway() ? Rule.BOUND_AFTER_FLYAWAY : Rule.BOUND_AFTER_REPAIR_CASE, inherited);
      d.apply(Rule.SENT_OUT_WHEN_DONE, Inputs.of("shippedOn", plan.day(command.shippedAt())));
    }
    d.apply(
        Rule.WARRANTY_OF_THE_ORIGINAL,
        Inputs.of("warrantyStartsOn", plan.deviceOf(c).cover().warrantyStartsOn()));
    if (!c.flyaway()) {
      d.apply(Rule.ORIGINAL_IS_KEPT, Inputs.of("deviceId", c.opened().deviceId()));
    }
    if (c.flyaway() && c.claimed().isPresent()) {
      d.apply(Rule.RECORD_AND_REPORT, Inputs.of("reportFiled", c.reported()));
    }
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

  private static Rule equality(Case c) {
    if (c.express()) {
      return Rule.EXPRESS_EQUAL_REPLACEMENT;
    }
    return c.flyaway() ? Rule.FLYAWAY_EQUAL_REPLACEMENT : Rule.EQUAL_REPLACEMENT;
  }

  private static void replacement(
      Deliberation d, Situation situation, Case c, ShipReplacement command) {
    var plan = situation.sold();
    var original = plan.deviceOf(c);
    d.require(
        equality(c),
        command.model().equals(original.model()) || command.equivalenceRecord().isPresent(),
        Inputs.of("model", original.model().code())
            .and("replacementModel", command.model().code())
            .and("equivalenceRecord", command.equivalenceRecord().isPresent()));
    var model = PinnedTerms.of(c, situation).model(command.model());
    d.require(Rule.KNOWN_PRODUCT, model.isPresent(), Inputs.of("model", command.model().code()));
    model.ifPresent(known -> Linking.noticeMissingLinks(d, known));
    Succession.unitFree(d, situation, command.replacement());
  }

  private static Changes changes(
      Situation situation, Plan plan, Case c, Optional<Service> free, ShipReplacement command) {
    return Succession.of(situation, c, command.replacement(), command.model())
        .changes(shipped(plan, c, free, command), BindingCause.REPLACEMENT);
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
}
