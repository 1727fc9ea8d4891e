package org.planledger.core.plan;

import java.util.List;
import org.planledger.core.plan.PlanCommand.ClaimReplacement;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Decides the use of a replacement (clauses 3.2.1(1), 3.3(2)). The claim reserves it and fixes its
/// ordinal and fee, whatever happens to the plan before it is shipped (decision A-24).
final class ClaimingAReplacement {
  /// Missing links bar a flyaway only, by the code of the link. Missing parts, the other finding
  /// with a rule of its own, are judged when the replacement is shipped.
  static final String LINK_NOT_ENABLED = "X-R-02";

  private ClaimingAReplacement() {}

  static Decision decide(Situation situation, ClaimReplacement command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    conditions(d, plan, c, terms, command.mode(), command.acknowledgesFreeAlternative());
    if (d.granted()) {
      shape(d, plan, c, terms);
    }
    return d.conclude(() -> changes(plan, c, terms, command));
  }

  /// All that a claim in this mode has to satisfy in this case now. Offers ask the same.
  static void conditions(
      Deliberation d,
      Plan plan,
      Case c,
      Terms terms,
      ReplacementMode mode,
      boolean acknowledgesFreeAlternative) {
    boolean claimable = !c.express() && !c.chosen();
    if (Standing.ended(plan)) {
      Standing.runs(d, plan);
      return;
    }
    if (!Stages.open(d, c) || !Stages.fits(d, c, claimable, "ClaimReplacement")) {
      return;
    }
    d.dayIsSettled();
    modeFits(d, c, mode);
    Stages.headOnly(d, plan, c);
    Stages.notRestricted(d, plan, c);
    var model = PinnedTerms.model(terms, plan.deviceOf(c).model());
    Replacing.conditions(d, plan, terms, model, c.opened().region(), mode, c.opened().appliedOn());
    d.apply(
        Rule.MAIN_COMPONENTS,
        Inputs.of("required", Parts.shown(terms.requiredParts(model.code()))));
    Rows.apply(d, terms, Service.REPLACEMENT, model.code());
    var assessed = c.assessed();
    d.require(
        c.flyaway() ? Rule.LOSS_ASSESSED_FIRST : Rule.ASSESSED_FIRST,
        assessed.isPresent(),
        Inputs.of("assessed", assessed.isPresent()));
    assessed.ifPresent(
        findings -> {
          cause(d, findings, mode);
          exclusions(d, terms, findings, mode);
          freeAlternative(d, plan, c, terms, acknowledgesFreeAlternative);
        });
  }

  /// What the claim means, for whoever reads the decision.
  private static void shape(Deliberation d, Plan plan, Case c, Terms terms) {
    var model = plan.deviceOf(c).model();
    d.apply(Rule.REPLACEMENT_BY_AGREEMENT, Inputs.of("model", model.code()));
    var left = Entitlements.of(plan).replacement();
    d.apply(Rule.WHAT_IS_LEFT, Inputs.of("availableBefore", left.available()));
    d.apply(Rule.RESERVED_UNTIL_USED, Inputs.of("ordinal", Entitlements.nextOrdinal(plan)));
    choice(d, plan, c, terms);
    if (c.maintenance()) {
      d.apply(Rule.REPLACED_IN_MAINTENANCE, Inputs.of("performed", c.usedMaintenance()));
      d.apply(Rule.DATE_OF_THE_MAINTENANCE, Inputs.of("appliedOn", c.opened().appliedOn()));
    }
  }

  /// Whether the customer uses the plan beside a warranty or for want of one.
  static void choice(Deliberation d, Plan plan, Case c, Terms terms) {
    var free = FreeService.of(plan, c, terms);
    d.apply(
        free.isPresent() ? Rule.FREE_IS_NO_DUTY : Rule.PLAN_OR_FULL_PRICE,
        Inputs.of("freeAlternative", free));
  }

  private static void modeFits(Deliberation d, Case c, ReplacementMode mode) {
    var inputs = Inputs.of("type", c.opened().type()).and("mode", mode);
    if (c.flyaway()) {
      d.require(Rule.FLYAWAY_ONLY, mode == ReplacementMode.FLYAWAY, inputs);
    } else {
      d.require(Rule.MODE_FITS_THE_CASE, mode == ReplacementMode.DAMAGE, inputs);
    }
  }

  /// A pilot's mistake is an accident, and a quality fault may be answered by the plan instead of
  /// the warranty; only a loss has an answer of its own (decisions ).
  private static void cause(Deliberation d, DamageAssessed assessed, ReplacementMode mode) {
    boolean covered =
        switch (assessed.cause()) {
          case ACCIDENT, NORMAL_USE, USER_ERROR -> mode == ReplacementMode.DAMAGE;
          case QUALITY_FAULT -> true;
          case FLYAWAY -> mode == ReplacementMode.FLYAWAY;
        };
    d.require(
        Rule.CAUSE_IS_COVERED, covered, Inputs.of("cause", assessed.cause()).and("mode", mode));
  }

  private static void exclusions(
      Deliberation d, Terms terms, DamageAssessed assessed, ReplacementMode mode) {
    Exclusions.ofTheCase(d, terms, Service.REPLACEMENT, assessed);
    if (mode == ReplacementMode.FLYAWAY) {
      boolean linkNotEnabled = Exclusions.found(assessed, LINK_NOT_ENABLED);
      d.require(
          Rule.FLYAWAY_LINKS_ENABLED,
          !linkNotEnabled,
          Inputs.of("exclusions", linkNotEnabled ? List.of(LINK_NOT_ENABLED) : List.of()));
    }
  }

  static void freeAlternative(
      Deliberation d, Plan plan, Case c, Terms terms, boolean acknowledged) {
    FreeService.of(plan, c, terms)
        .ifPresent(
            free ->
                d.require(
                    Rule.FREE_ALTERNATIVE_SHOWN,
                    acknowledged,
                    Inputs.of("freeAlternative", free).and("acknowledged", acknowledged)));
  }

  private static Changes changes(Plan plan, Case c, Terms terms, ClaimReplacement command) {
    var model = PinnedTerms.model(terms, plan.deviceOf(c).model());
    var fee =
        Replacing.quote(plan, terms, model, c.opened().region(), command.mode()).orElseThrow();
    return Changes.of(
        new ReplacementClaimed(
            plan.id(),
            command.claimedAt(),
            command.caseId(),
            command.mode(),
            Entitlements.nextOrdinal(plan),
            fee,
            command.acknowledgesFreeAlternative()));
  }
}
