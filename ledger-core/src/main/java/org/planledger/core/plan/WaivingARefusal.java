package org.planledger.core.plan;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.plan.PlanCommand.WaiveRefusal;
import org.planledger.core.plan.PlanEvent.RefusalWaived;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;

/// Decides whether grounds of refusal can be overruled (clause 4, decisions ). What the
/// provider has a right to can be waived, by two persons; quotas, serials and payments cannot.
final class WaivingARefusal {

  private static final Set<RefusalCode> WAIVABLE =
      EnumSet.of(
          RefusalCode.REGION_MISMATCH,
          RefusalCode.OUTSIDE_VALIDITY,
          RefusalCode.OUTSIDE_COVERAGE_AREA,
          RefusalCode.CHANNEL_NOT_AUTHORISED,
          RefusalCode.PROOF_OF_PURCHASE_MISSING,
          RefusalCode.CROSS_BORDER_WITHOUT_CONSENT,
          RefusalCode.PROCESS_NOT_FOLLOWED,
          RefusalCode.SEND_BACK_OVERDUE,
          RefusalCode.EXCLUDED);

  private WaivingARefusal() {}

  static Decision decide(Situation situation, WaiveRefusal command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    boolean revives = c.lapsedUnsent() && command.codes().contains(RefusalCode.SEND_BACK_OVERDUE);
    if (revives || Stages.open(d, c)) {
      byTwo(d, command.codes(), command.approvedBy(), command.actor());
    }
    if (revives) {
      Reinstating.conditions(d, plan, c);
    }
    var waived =
        new RefusalWaived(
            plan.id(),
            command.waivedAt(),
            c.id(),
            command.codes(),
            command.reason(),
            command.approvedBy(),
            command.actor());
    return d.conclude(
        () ->
            revives
                ? Reinstating.changes(
                    plan, c, command.waivedAt(), ReinstatementCause.WAIVED, waived)
                : Changes.of(waived));
  }

  /// The codes that a request without a case brings its own waiver for; none if the waiver is not
  /// in order, so that every ground is told.
  static Set<RefusalCode> lifted(Optional<Waiver> waiver) {
    return waiver
        .filter(w -> WAIVABLE.containsAll(w.codes()) && !w.approvedBy().equals(w.actor()))
        .map(Waiver::codes)
        .orElse(Set.of());
  }

  /// Judges the waiver that a request without a case brings with it.
  static void judge(Deliberation d, Optional<Waiver> waiver) {
    waiver.ifPresent(w -> byTwo(d, w.codes(), w.approvedBy(), w.actor()));
  }

  private static void byTwo(
      Deliberation d, Set<RefusalCode> codes, String approvedBy, String actor) {
    var never = EnumSet.noneOf(RefusalCode.class);
    never.addAll(codes);
    never.removeAll(WAIVABLE);
    boolean two = !approvedBy.equals(actor);
    d.insist(
        Rule.WAIVED_BY_TWO,
        never.isEmpty() && two && !codes.isEmpty(),
        Inputs.of("codes", codes).and("notWaivable", never).and("twoPersons", two));
  }
}
