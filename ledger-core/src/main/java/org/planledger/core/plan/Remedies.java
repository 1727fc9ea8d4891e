package org.planledger.api.decision;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Offer;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.plan.PlanCommand.ClaimRepairDiscount;
import org.planledger.core.plan.PlanCommand.ClaimReplacement;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.Possibility;
import org.planledger.core.plan.Situation;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.TermsBook;
import org.springframework.stereotype.Component;

/// Finds what would cure a refusal. Whatever is a command, a waiver or another service has been
/// decided on the plan as it was then, at the moment of the refused command, before it is named:
/// no remedy is a promise. A history never changes, so the remedies of a refusal never do.
@Component
public final class Remedies {
  private final TermsBook terms;

  Remedies(TermsBook terms) {
    this.terms = terms;
  }

  /// The remedies of a kept decision.
  ///
  /// @param history that of its plan, as far as it has gone since
  public List<Remedy> of(Attempt attempt, Optional<PlanHistory> history) {
    return switch (attempt.decision()) {
      case Decision.Accepted _ -> List.of();
      case Decision.Refused refused ->
          of(refused, attempt.command(), history.flatMap(all -> then(attempt, all)));
    };
  }

  /// The remedies of a decision that was just made.
  ///
  /// @param plan as it was decided on
  public List<Remedy> of(Decision decision, PlanCommand command, Optional<Plan> plan) {
    return switch (decision) {
      case Decision.Accepted _ -> List.of();
      case Decision.Refused refused -> of(refused, command, plan);
    };
  }

  private static Optional<Plan> then(Attempt attempt, PlanHistory history) {
    return attempt.sequence().isEmpty()
        ? Optional.empty()
        : Plan.fold(
            history.events().stream()
                .filter(event -> event.sequence() <= attempt.sequence().getAsLong())
                .map(RecordedEvent::event)
                .toList());
  }

  private List<Remedy> of(Decision.Refused refused, PlanCommand command, Optional<Plan> plan) {
    var found = new LinkedHashSet<Remedy>();
    var situation = plan.map(p -> new Situation(Optional.of(p), Map.of(), terms));
    var possible = situation.map(s -> Possibility.of(s, command.at())).orElse(List.of());
    cures(refused, command, possible, EnumSet.noneOf(Remedy.class), found);
    situation.ifPresent(s -> found.addAll(instead(refused, command, s)));
    return List.copyOf(found);
  }

  /// What cures the grounds of a refusal. A command that cures one and is blocked itself gives way
  /// to what would unblock it.
  ///
  /// @param seen what was looked at already
  private static void cures(
      Decision refused,
      PlanCommand command,
      List<Possibility> possible,
      Set<Remedy> seen,
      Set<Remedy> found) {
    boolean outermost = seen.isEmpty();
    refused.conditions().stream()
        .filter(condition -> !condition.holds())
        .flatMap(condition -> Remedy.of(condition, command))
        // A fact belongs in the refused command itself, not in one that would cure it.
        .filter(remedy -> outermost || remedy.command().isPresent())
        .filter(seen::add)
        .forEach(
            remedy -> {
              var forms = forms(remedy, command, possible);
              if (remedy.command().isEmpty() || anyAllowed(forms)) {
                found.add(remedy);
              } else {
                forms.forEach(
                    blocked -> cures(blocked.decision(), blocked.command(), possible, seen, found));
              }
            });
  }

  private static boolean anyAllowed(List<Possibility> forms) {
    return forms.stream().anyMatch(Possibility::allowed);
  }

  /// The remedy as somebody would send it who does everything right; none for a fact.
  private static List<Possibility> forms(
      Remedy remedy, PlanCommand command, List<Possibility> possible) {
    return possible.stream()
        .filter(other -> remedy.command().equals(Optional.of(other.name())))
        .filter(other -> isOfForm(remedy, other.command()))
        .filter(other -> isOfTheCase(other, command))
        .toList();
  }

  private static boolean isOfForm(Remedy remedy, PlanCommand other) {
    return remedy
        .variant()
        .map(
            purpose ->
                other instanceof PlanCommand.PayServiceFee pay
                    && pay.purpose().name().equals(purpose))
        .orElse(true);
  }

  /// In another case nothing is cured; what concerns the plan as a whole may be in any.
  private static boolean isOfTheCase(Possibility other, PlanCommand command) {
    return other.caseId().isEmpty()
        || !(command instanceof CaseCommand inCase)
        || command instanceof OpenCase
        || other.caseId().get().equals(inCase.caseId());
  }

  private static Set<Remedy> instead(
      Decision.Refused refused, PlanCommand command, Situation situation) {
    var found = new LinkedHashSet<Remedy>();
    if (Waiving.helps(refused, command, situation)) {
      found.add(Remedy.WAIVE_REFUSAL);
    }
    if (command instanceof OpenCase open
        && open.process() == Channel.EXPRESS
        && Plan.decide(situation, online(open)) instanceof Decision.Accepted) {
      found.add(Remedy.ONLINE_REPAIR);
    }
    if (command instanceof ClaimReplacement claim) {
      offered(claim, Service.REPLACEMENT, situation, found);
    }
    if (command instanceof ClaimRepairDiscount claim) {
      offered(claim, Service.REPAIR_DISCOUNT, situation, found);
    }
    return found;
  }

  /// What the case is offered beside the service that was refused.
  private static void offered(
      CaseCommand claim, Service refused, Situation situation, Set<Remedy> found) {
    var c = situation.plan().orElseThrow().theCase(claim.caseId());
    Offer.of(situation, c).stream()
        .filter(Offer::open)
        .map(Offer::service)
        .filter(service -> service != refused)
        .map(Remedies::of)
        .forEach(found::add);
  }

  private static Remedy of(Service service) {
    return switch (service) {
      case REPLACEMENT -> Remedy.REPLACEMENT;
      case REPAIR_DISCOUNT -> Remedy.REPAIR_DISCOUNT;
      case EXTENDED_WARRANTY -> Remedy.EXTENDED_WARRANTY;
      case MAINTENANCE -> Remedy.MAINTENANCE;
      case OFFICIAL_WARRANTY -> Remedy.OFFICIAL_WARRANTY;
      case SAFE_FLIGHT_REWARD -> Remedy.SAFE_FLIGHT_REWARD;
    };
  }

  /// The same application by online repair, without what only express takes.
  private static OpenCase online(OpenCase express) {
    return new OpenCase(
        express.planId(),
        express.caseId(),
        express.type(),
        Channel.ONLINE_REPAIR,
        express.deviceId(),
        express.account(),
        express.region(),
        express.centreId(),
        express.submittedAt(),
        express.incidentAt(),
        express.privacyConsent(),
        express.proofOfPurchase(),
        express.description(),
        false,
        Optional.empty(),
        Optional.empty(),
        express.dataPrepared(),
        express.waiver());
  }
}
