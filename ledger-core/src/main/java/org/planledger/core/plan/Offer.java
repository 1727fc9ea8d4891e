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
  /// missing is shown as blocked although its claim would be accepted: its report would not.
  public static List<Offer> of(Situation situation, Case c) {
    var plan = situation.sold();
    var terms = PinnedTerms.of(c, situation);
    var offers = new ArrayList<Offer>();
    FreeService.of(plan, c, terms).ifPresent(service -> offers.add(free(service, c)));
    var mode = c.flyaway() ? ReplacementMode.FLYAWAY : ReplacementMode.DAMAGE;
    var d = new Deliberation(terms);
    // A free alternative is shown beside this offer, so whoever takes it knows.
    ClaimingAReplacement.conditions(d, plan, c, terms, mode, true);
    // Not tested by the claim but by the report that follows it; better known before.
    if (c.flyaway() && !c.stage().closed() && c.claimed().isEmpty()) {
      FlyingAway.linksOf(d, plan, c, terms);
    }
    var model = PinnedTerms.model(terms, plan.binding(c.opened().deviceId()).orElseThrow().model());
    var fee =
        c.claimed()
            .map(claim -> Optional.of(claim.fee()))
            .orElseGet(() -> Replacing.quote(plan, terms, model, c.opened().region(), mode));
    offers.add(
        new Offer(
            Service.REPLACEMENT, Optional.of(mode), fee, d.granted(), d.conditions(), d.notices()));
    return offers;
  }

  private static Offer free(Service service, Case c) {
    return new Offer(
        service,
        Optional.empty(),
        Optional.empty(),
        !c.stage().closed() && c.claimed().isEmpty(),
        List.of(FreeService.condition(service, c)),
        List.of());
  }
}
