package org.planledger.projections.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.CaseOpened;
import org.planledger.core.plan.PlanEvent.RefusalWaived;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Row;

/// A case on the board, with its deadline whether it is still running or not.
record CaseRow(
    PlanId planId,
    CaseId caseId,
    Progress progress,
    DeviceId deviceId,
    RegionCode region,
    String centreId,
    Instant openedAt,
    Optional<LocalDate> sendBackOn,
    Optional<ZoneId> sendBackIn,
    Optional<Instant> closedAt,
    long position)
    implements Row {

  /// Stands in the order of the board for a case in which nothing is due: after all others.
  static final LocalDate NOTHING_DUE = LocalDate.of(9999, 12, 31);

  static CaseRow opened(CaseOpened opened, long at) {
    return new CaseRow(
        opened.planId(),
        opened.caseId(),
        Progress.begun(opened),
        opened.deviceId(),
        opened.region(),
        opened.centreId(),
        opened.at(),
        opened.sendBack().map(SendBackDeadline::lastDay),
        opened.sendBack().map(SendBackDeadline::zone),
        Optional.empty(),
        at);
  }

  CaseRow after(CaseEvent event, long at) {
    var changed = progress.after(event);
    boolean unbounded = sendBackWaived(event);
    return new CaseRow(
        planId,
        caseId,
        changed,
        deviceId,
        region,
        centreId,
        openedAt,
        unbounded ? Optional.empty() : sendBackOn,
        unbounded ? Optional.empty() : sendBackIn,
        changed.stage().closed() ? closedAt.or(() -> Optional.of(event.at())) : Optional.empty(),
        at);
  }

  /// A deadline that two persons waived does not run any more.
  private static boolean sendBackWaived(CaseEvent event) {
    return event instanceof RefusalWaived waived
        && waived.codes().contains(RefusalCode.SEND_BACK_OVERDUE);
  }

  Optional<LocalDate> dueOn() {
    return progress.toBeSentIn() ? sendBackOn : Optional.empty();
  }

  LocalDate orderOn() {
    return dueOn().orElse(NOTHING_DUE);
  }

  CaseView view() {
    return new CaseView(
        planId,
        caseId,
        progress.type(),
        progress.process(),
        deviceId,
        region,
        centreId,
        progress.stage(),
        openedAt,
        dueOn(),
        dueOn().flatMap(_ -> sendBackIn),
        progress.waitsFor(),
        closedAt,
        position);
  }
}
