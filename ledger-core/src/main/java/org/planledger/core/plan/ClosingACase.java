package org.planledger.core.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.core.device.DeviceEvent.Released;
import org.planledger.core.plan.PlanCommand.LapseCase;
import org.planledger.core.plan.PlanCommand.WithdrawCase;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseWithdrawn;
import org.planledger.core.plan.PlanEvent.FlyawayReportCancelled;
import org.planledger.core.reference.Commitment;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;

/// Decides the ends of a case without a service: the customer thinks better of it, or nothing was
/// sent in time (decisions A-04b, A-74, A-78). What the case held back is free again; a flyaway
/// report that is still open is cancelled with it.
final class ClosingACase {

  private ClosingACase() {}

  static Decision decide(Situation situation, WithdrawCase command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    if (Stages.open(d, c)) {
      d.require(Rule.UNIT_OWED, !FlyingAway.paid(c), Inputs.of("feePaid", FlyingAway.paid(c)));
    }
    return d.conclude(
        () ->
            ended(
                plan,
                c,
                new CaseWithdrawn(plan.id(), command.withdrawnAt(), c.id(), command.reason()),
                command.reason()));
  }

  /// A case lapses when nothing was sent in time. Once something is under way, or where nothing is
  /// ever sent, a named person may end it; but not when the customer has paid and the device is
  /// the provider's or in the centre's hands: then the service is owed.
  static Decision decide(Situation situation, LapseCase command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    boolean byHand = c.opened().sendBack().isEmpty() || c.dispatched() || c.received();
    if (Stages.open(d, c)) {
      if (byHand) {
        notOwed(d, c);
      } else {
        overdue(d, c, command.lapsedAt());
      }
    }
    var cause = byHand ? LapseCause.BY_HAND : LapseCause.NOT_SENT_IN_TIME;
    return d.conclude(
        () ->
            ended(
                plan,
                c,
                new CaseLapsed(plan.id(), command.lapsedAt(), c.id(), cause),
                command.reason()));
  }

  private static void notOwed(Deliberation d, Case c) {
    boolean paid = c.paid(FeePurpose.SERVICE_FEE).isPresent();
    d.require(
        Rule.SERVICE_OWED,
        !paid || !(c.flyaway() || c.received()),
        Inputs.of("feePaid", paid).and("received", c.received()).and("stage", c.stage()));
  }

  private static void overdue(Deliberation d, Case c, Instant lapsedAt) {
    var deadline = c.opened().sendBack().orElseThrow();
    boolean waived = c.waived().contains(RefusalCode.SEND_BACK_OVERDUE);
    var day = lapsedAt.atZone(deadline.zone()).toLocalDate();
    d.require(
        Rule.LAPSE_AFTER_THE_LAST_DAY,
        day.isAfter(deadline.lastDay()) && !waived,
        Inputs.of("lapsedOn", day)
            .and("lastDay", deadline.lastDay())
            .and("calendar", deadline.calendar())
            .and("deadlineWaived", waived),
        Optional.of(deadline.lastDay().plusDays(1)).filter(_ -> !waived));
  }

  static Changes ended(Plan plan, Case c, PlanEvent end, Commitment reason) {
    if (!c.reported()) {
      return Changes.of(end);
    }
    return new Changes(
        List.of(new FlyawayReportCancelled(plan.id(), end.at(), c.id(), reason), end),
        List.of(new Released(c.opened().deviceId(), plan.id(), end.at(), c.id())));
  }
}
