package org.planledger.core.plan;

import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.ClaimReplacement;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.ExclusionLevel;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Decides the use of a replacement (clauses 3.2.1(1), 3.3(2)). The claim reserves it and fixes its
/// ordinal and fee, whatever happens to the plan before it is shipped (decision A-24).
final class ClaimingAReplacement {
  /// Missing links bar a flyaway only, by the code of the link. Missing parts, the other finding
  /// with a rule of its own, are judged when the replacement is shipped.
  private static final String LINK_NOT_ENABLED = "X-R-02";

  private ClaimingAReplacement() {}

  static Decision decide(Situation situation, ClaimReplacement command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = new Deliberation(terms);
    conditions(d, plan, c, terms, command.mode(), command.acknowledgesFreeAlternative());
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
    boolean claimable = !c.express() && c.claimed().isEmpty();
    if (!Stages.open(d, c) || !Stages.fits(d, c, claimable, "ClaimReplacement")) {
      return;
    }
    d.dayIsSettled();
    modeFits(d, c, mode);
    Stages.headOnly(d, plan, c);
    Stages.notRestricted(d, plan, c);
    var model = PinnedTerms.model(terms, plan.binding(c.opened().deviceId()).orElseThrow().model());
    Replacing.conditions(d, plan, terms, model, c.opened().region(), mode, c.opened().appliedOn());
    var assessed = c.assessed();
    d.require(
        Rule.ASSESSED_FIRST, assessed.isPresent(), Inputs.of("assessed", assessed.isPresent()));
    assessed.ifPresent(
        findings -> {
          cause(d, findings, mode);
          exclusions(d, terms, findings, mode);
          freeAlternative(d, plan, c, terms, acknowledgesFreeAlternative);
        });
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
    var found = assessed.findings().stream().map(Finding::exclusion).distinct().sorted().toList();
    var barring =
        found.stream()
            .filter(id -> !id.equals(LINK_NOT_ENABLED))
            .filter(
                id ->
                    terms
                        .exclusion(Service.REPLACEMENT, id)
                        .equals(Optional.of(ExclusionLevel.CASE)))
            .toList();
    d.require(Rule.EXCLUDED_BY_A_FINDING, barring.isEmpty(), Inputs.of("exclusions", barring));
    if (mode == ReplacementMode.FLYAWAY) {
      boolean linkNotEnabled = found.contains(LINK_NOT_ENABLED);
      d.require(
          Rule.FLYAWAY_LINKS_ENABLED,
          !linkNotEnabled,
          Inputs.of("exclusions", linkNotEnabled ? List.of(LINK_NOT_ENABLED) : List.of()));
    }
  }

  private static void freeAlternative(
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
    var model = PinnedTerms.model(terms, plan.binding(c.opened().deviceId()).orElseThrow().model());
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
