package org.planledger.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// What a customer who comes to the counter with a device could use on a day in a region, at which
/// fee, and what stands in the way. Nothing has been assessed yet, so a warranty is shown as far as
/// its window goes.
///
/// @param process how the case would be opened; none for a warranty, which needs no choice
public record Eligibility(Optional<Channel> process, Offer offer) {

  /// All ways to serve the device, whether open or not.
  ///
  /// @param proofOfPurchase whether the customer can show one
  public static List<Eligibility> of(
      Situation situation,
      DeviceId device,
      LocalDate on,
      RegionCode region,
      boolean proofOfPurchase) {
    var plan = situation.sold();
    var bound = plan.binding(device).orElseThrow();
    var terms = PinnedTerms.of(plan, situation);
    // An application at the end of the day: whatever was bound on that day counts.
    var at = on.atTime(LocalTime.MAX).atZone(plan.sold().zone()).toInstant();
    var asked = new Asked(situation, plan, bound, terms, on, at, region, proofOfPurchase);
    var commands = new Hypothetical(situation, at);
    var rows = new ArrayList<Eligibility>();
    rows.add(asked.replacement(commands, Channel.ONLINE_REPAIR, ReplacementMode.DAMAGE));
    rows.add(asked.replacement(commands, Channel.EXPRESS, ReplacementMode.DAMAGE));
    rows.add(asked.replacement(commands, Channel.ONLINE_REPAIR, ReplacementMode.FLYAWAY));
    rows.add(asked.discount(commands));
    rows.add(asked.maintenance(commands));
    for (var service :
        List.of(Service.OFFICIAL_WARRANTY, Service.EXTENDED_WARRANTY, Service.SAFE_FLIGHT_REWARD)) {
      rows.add(asked.warranty(commands, service));
    }
    return rows;
  }

  private record Asked(
      Situation situation,
      Plan plan,
      DeviceBound bound,
      Terms terms,
      LocalDate on,
      Instant at,
      RegionCode region,
      boolean proof) {

    Eligibility replacement(Hypothetical commands, Channel process, ReplacementMode mode) {
      boolean lost = mode == ReplacementMode.FLYAWAY;
      var model = PinnedTerms.model(terms, bound.model());
      var d = new Deliberation(terms);
      var type = lost ? CaseType.FLYAWAY : CaseType.REPAIR;
      d.adopt(
          Plan.decide(
              situation, commands.openCase(type, process, bound.deviceId(), region, proof)));
      if (process != Channel.EXPRESS && !Standing.ended(plan)) {
        Replacing.conditions(d, plan, terms, model, region, mode, on);
      }
      if (lost && !Standing.ended(plan)) {
        reportable(d, model);
      }
      return new Eligibility(
          Optional.of(process),
          new Offer(
              Service.REPLACEMENT,
              Optional.of(mode),
              Replacing.quote(plan, terms, model, region, mode),
              d.granted(),
              d.conditions(),
              d.notices()));
    }

    Eligibility discount(Hypothetical commands) {
      var d = new Deliberation(terms);
      d.adopt(
          Plan.decide(
              situation,
              commands.openCase(
                  CaseType.REPAIR, Channel.ONLINE_REPAIR, bound.deviceId(), region, proof)));
      if (!Standing.ended(plan)) {
        DiscountingARepair.available(d, plan, terms, bound, region, on);
      }
      return row(Service.REPAIR_DISCOUNT, d);
    }

    Eligibility maintenance(Hypothetical commands) {
      var d = new Deliberation(terms);
      d.adopt(
          Plan.decide(
              situation,
              commands.openCase(
                  CaseType.MAINTENANCE, Channel.ONLINE_REPAIR, bound.deviceId(), region, proof)));
      if (!Standing.ended(plan)) {
        var left = Entitlements.of(plan).maintenance();
        d.require(Rule.MAINTENANCE_QUOTA, !left.spent(), Replacing.figures(left));
      }
      return row(Service.MAINTENANCE, d);
    }

    private static Eligibility row(Service service, Deliberation d) {
      return new Eligibility(
          Optional.of(Channel.ONLINE_REPAIR),
          new Offer(
              service,
              Optional.empty(),
              Optional.empty(),
              d.granted(),
              d.conditions(),
              d.notices()));
    }

    /// A warranty is served in a case like any other, so the case has to be one that can be opened.
    Eligibility warranty(Hypothetical commands, Service service) {
      var d = new Deliberation(terms);
      d.adopt(
          Plan.decide(
              situation,
              commands.openCase(
                  CaseType.REPAIR, Channel.ONLINE_REPAIR, bound.deviceId(), region, proof)));
      if (!Standing.ended(plan)) {
        Validity.ofWarranty(d, plan, service, on);
      }
      return new Eligibility(
          Optional.empty(),
          new Offer(
              service,
              Optional.empty(),
              Optional.empty(),
              d.granted(),
              d.conditions(),
              d.notices()));
    }

    /// Whether a loss at the end of the day could be reported as things stand: with both links, and
    /// with nothing of the device at the centre.
    private void reportable(Deliberation d, Model model) {
      FlyingAway.notInService(d, plan, bound.deviceId());
      if (model.remoteController()) {
        Linking.linkedAtLastContact(d, plan, bound.deviceId(), at);
      }
    }
  }
}
