package org.planledger.core.plan;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent.BoundToPlan;
import org.planledger.core.plan.PlanCommand.BindDevice;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.Terms;

/// Decides the binding of the device that a plan is bought for (clauses Pre.2, Pre.4). Later
/// devices of a plan are bound by [ShippingAReplacement].
final class BindingADevice {

  private BindingADevice() {}

  static Decision decide(Situation situation, BindDevice command) {
    var plan = situation.sold();
    var terms = PinnedTerms.of(plan, situation);
    var waived = WaivingARefusal.lifted(command.waiver());
    var d = new Deliberation(TermsReference.to(terms), waived);
    WaivingARefusal.judge(d, command.waiver());
    var boundAt = boundAt(plan.sold(), command);
    conditions(d, plan, situation, command.device(), boundAt);
    return d.conclude(
        () -> changes(plan.sold(), terms, command.device(), boundAt, command.waiver()));
  }

  static void conditions(
      Deliberation d, Plan plan, Situation situation, DeviceFacts facts, Instant boundAt) {
    var sold = plan.sold();
    var terms = PinnedTerms.of(plan, situation);
    d.require(
        Rule.SAME_REGION_AS_PRODUCT,
        Regions.joined(terms, sold.region(), facts.purchase().region()),
        Inputs.of("planRegion", sold.region().code())
            .and("productRegion", facts.purchase().region().code()));
    boundOnce(d, situation.device(facts.deviceId()));
    var model = terms.model(facts.model());
    d.require(Rule.KNOWN_PRODUCT, model.isPresent(), Inputs.of("model", facts.model().code()));
    d.require(Rule.FIRST_DEVICE, plan.chain().isEmpty(), Inputs.of("devices", plan.chain().size()));
    var day = plan.day(boundAt);
    d.require(
        Rule.BOUND_BEFORE_THE_END,
        day.isBefore(sold.window().until()),
        Inputs.of("boundOn", day).and("until", sold.window().until()));
    model.ifPresent(known -> notices(d, facts, known));
    if (d.granted()) {
      Covering.explain(d, sold, terms, facts);
      d.apply(Rule.SERIAL_STAYS_PRIVATE, Inputs.of("deviceId", facts.deviceId()));
    }
  }

  static Changes changes(PlanPurchased sold, Terms terms, DeviceFacts facts, Instant boundAt) {
    return changes(sold, terms, facts, boundAt, Optional.empty());
  }

  private static Changes changes(
      PlanPurchased sold,
      Terms terms,
      DeviceFacts facts,
      Instant boundAt,
      Optional<Waiver> waiver) {
    var cover = Covering.cover(sold, terms, facts);
    var bound =
        new DeviceBound(
            sold.planId(),
            boundAt,
            facts.deviceId(),
            facts.model(),
            BindingCause.PURCHASE,
            facts.purchase(),
            cover,
            Optional.empty(),
            waiver);
    return Changes.of(bound)
        .with(
            new BoundToPlan(
                facts.deviceId(), sold.planId(), boundAt, facts.model(), BindingCause.PURCHASE));
  }

  private static void boundOnce(Deliberation d, Device device) {
    d.require(
        Rule.BOUND_ONCE_FOR_LIFE,
        !device.everBound(),
        Inputs.of("deviceId", device.id()).and("plansBefore", device.plans().size()));
    d.require(
        Rule.NOT_COVERED_TWICE,
        device.plan().isEmpty(),
        Inputs.of("deviceId", device.id()).and("coveredBy", device.plan()));
  }

  private static void notices(Deliberation d, DeviceFacts facts, Model model) {
    if (facts.purchase().channel() == SalesChannel.OTHER) {
      d.notice(Notice.CHANNEL_NOT_AUTHORISED);
    }
    if (model.international() && facts.purchase().proofOfPurchase().isEmpty()) {
      d.notice(Notice.PROOF_OF_PURCHASE_MISSING);
    }
    Linking.noticeMissingLinks(d, model);
  }

  /// A binding that names no moment of its own came with the activation of the device, but never
  /// before the plan: late entry is normal, and the plan cannot cover what it was not sold for.
  private static Instant boundAt(PlanPurchased sold, BindDevice command) {
    return command
        .boundAt()
        .orElseGet(
            () ->
                command
                    .device()
                    .activatedAt()
                    .filter(activated -> activated.isAfter(sold.at()))
                    .orElse(sold.at()));
  }
}
