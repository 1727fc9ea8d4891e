package org.planledger.core.plan;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.plan.PlanCommand.ClaimRepairDiscount;
import org.planledger.core.plan.PlanCommand.ClaimReplacement;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Service;

/// Finds what would cure a refusal. Whatever is a command, a waiver or another service has been
/// decided in the same situation and at the moment of the refused command before it is named: no
/// remedy is a promise.
public final class Remedies {

  private Remedies() {}

  /// What would cure a decision; nothing for an accepted command.
  ///
  /// @param situation as it was decided in
  public static List<Remedy> of(Decision decision, PlanCommand command, Situation situation) {
    return switch (decision) {
      case Decision.Accepted _ -> List.of();
      case Decision.Refused refused -> of(refused, command, situation);
    };
  }

  private static List<Remedy> of(
      Decision.Refused refused, PlanCommand command, Situation situation) {
    var found = new LinkedHashSet<Remedy>();
    boolean sold = situation.plan().isPresent();
    var possible = sold ? Possibility.of(situation, command.at()) : List.<Possibility>of();
    cures(refused, command, possible, EnumSet.noneOf(Remedy.class), found);
    if (sold) {
      found.addAll(instead(refused, command, situation));
    }
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
    if (TriedWaiver.helps(refused, command, situation)) {
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
