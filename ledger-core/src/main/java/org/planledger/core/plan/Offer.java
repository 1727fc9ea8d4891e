package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// One way to serve a case: a row of the decision tables of clauses 3.2.1 and 3.3, with every
/// condition it rests on. The first offer that is open is what happens by default.
///
/// @param mode the kind of replacement; none for a warranty
/// @param fee what the customer would pay; none for a service that is free or has no tariff
/// @param open whether the customer can take it now
public record Offer(
    Service service,
    Optional<ReplacementMode> mode,
    Optional<Fee> fee,
    boolean open,
    List<Condition> conditions,
    List<Notice> notices) {

  public Offer {
    conditions = List.copyOf(conditions);
    notices = List.copyOf(notices);
  }

  /// Why it is not open, in catalogue order.
  public List<RefusalCode> codes() {
    return conditions.stream()
        .filter(condition -> !condition.holds())
        .flatMap(condition -> condition.rule().code().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /// Every way to serve a case, in the order in which the tables prefer them. What is open here is
  /// accepted when it is claimed, because both ask the same function. A flyaway whose links are
  /// missing, or whose device is at the centre for another case, is shown as blocked although its
  /// claim would be accepted: its report would not.
  public static List<Offer> of(Situation situation, Case c) {
    var plan = situation.sold();
    var terms = PinnedTerms.of(c, situation);
    var offers = new ArrayList<Offer>();
    FreeService.of(plan, c, terms).ifPresent(service -> offers.add(free(plan, c, terms, service)));
    offers.add(replacement(plan, c, terms));
    if (!c.flyaway() && !c.express() && !c.maintenance()) {
      offers.add(discount(plan, c, terms));
    }
    return offers;
  }

  /// The warranties that do not serve an assessed case, each with what stands against it. Nothing
  /// is said of a case that is still to be assessed, or in for maintenance.
  public static List<Offer> denied(Situation situation, Case c) {
    var plan = situation.sold();
    var terms = PinnedTerms.of(c, situation);
    var denied = new ArrayList<Offer>();
    c.assessed()
        .filter(_ -> !c.maintenance())
        .map(assessed -> Warranties.of(plan, c, terms, assessed))
        .ifPresent(
            warranties -> {
              for (var service : FreeService.WARRANTIES) {
                var d = warranties.conditions(service);
                if (!d.granted()) {
                  denied.add(blocked(service, d));
                }
              }
            });
    return denied;
  }

  private static Offer blocked(Service service, Deliberation d) {
    return new Offer(
        service, Optional.empty(), Optional.empty(), false, d.conditions(), d.notices());
  }

  private static Offer replacement(Plan plan, Case c, Terms terms) {
    var mode = c.flyaway() ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE;
    var d = Deliberation.in(c);
    // A free alternative is shown beside this offer, so whoever takes it knows.
    ClaimingAReplacement.conditions(d, plan, c, terms, mode, true);
    // Not tested by the claim but by the report that follows it; better known before.
    if (c.flyaway() && !c.stage().closed() && c.claimed().isEmpty()) {
      FlyingAway.linksOf(d, plan, c, terms);
      FlyingAway.notInService(d, plan, c.opened().deviceId());
    }
    var model = PinnedTerms.model(terms, plan.deviceOf(c).model());
    var fee =
        c.claimed()
            .map(claim -> Optional.of(claim.fee()))
            .orElseGet(() -> Replacing.quote(plan, terms, model, c.opened().region(), mode));
    return new Offer(
        Service.REPLACEMENT, Optional.of(mode), fee, d.granted(), d.conditions(), d.notices());
  }

  /// What it costs depends on the repair order.
  private static Offer discount(Plan plan, Case c, Terms terms) {
    var d = Deliberation.in(c);
    DiscountingARepair.conditions(d, plan, c, terms, true);
    return new Offer(
        Service.REPAIR_DISCOUNT,
        Optional.empty(),
        Optional.empty(),
        d.granted(),
        d.conditions(),
        d.notices());
  }

  /// What a warranty serves for nothing is not claimed: the repair or the shipment follows at once,
  /// unless the customer chose something else or the device cannot be served.
  private static Offer free(Plan plan, Case c, Terms terms, Service service) {
    var d = Deliberation.in(c);
    if (Standing.ended(plan)) {
      Standing.runs(d, plan);
    } else if (Stages.open(d, c) && Stages.fits(d, c, !c.chosen(), step(c))) {
      FreeService.received(d, c);
      Stages.headOnly(d, plan, c);
      Stages.notRestricted(d, plan, c);
    }
    FreeService.restsOn(d, plan, c, terms, service);
    return new Offer(
        service, Optional.empty(), Optional.empty(), d.granted(), d.conditions(), d.notices());
  }

  /// How a service that is free is given: a lost device can only be replaced.
  private static String step(Case c) {
    return c.flyaway() ? "ShipReplacement" : "CompleteRepair";
  }
}
