package org.planledger.core.plan;

import java.util.List;
import org.planledger.core.device.DeviceEvent.Released;
import org.planledger.core.device.DeviceEvent.Restricted;
import org.planledger.core.plan.PlanCommand.CancelFlyawayReport;
import org.planledger.core.plan.PlanCommand.FileFlyawayReport;
import org.planledger.core.plan.PlanCommand.UploadFlightRecord;
import org.planledger.core.plan.PlanEvent.CaseWithdrawn;
import org.planledger.core.plan.PlanEvent.FlightRecordUploaded;
import org.planledger.core.plan.PlanEvent.FlyawayReportCancelled;
import org.planledger.core.plan.PlanEvent.FlyawayReportFiled;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Terms;

/// Decides what is particular to a lost aircraft: the flight record, the report that restricts the
/// device, and its cancellation (clause 3.3).
final class FlyingAway {

  private FlyingAway() {}

  static Decision decide(Situation situation, UploadFlightRecord command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    if (Stages.open(d, c)) {
      Stages.fits(d, c, c.flyaway() && !c.reported(), "UploadFlightRecord");
    }
    return d.conclude(
        () ->
            Changes.of(
                new FlightRecordUploaded(
                    plan.id(),
                    command.lastContactAt(),
                    command.caseId(),
                    command.sha256(),
                    command.reference())));
  }

  static Decision decide(Situation situation, FileFlyawayReport command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    if (Stages.open(d, c) && Stages.fits(d, c, c.flyaway() && !c.reported(), "FileFlyawayReport")) {
      confirmed(d, c);
      flightRecord(d, c);
      linksOf(d, plan, c, terms);
      Stages.headOnly(d, plan, c);
      Stages.notRestricted(d, plan, c);
      notInService(d, plan, c.opened().deviceId());
    }
    var device = c.opened().deviceId();
    if (d.granted()) {
      d.apply(Rule.RESTRICTED_BY_REPORT, Inputs.of("deviceId", device));
    }
    return d.conclude(
        () ->
            Changes.of(
                    new FlyawayReportFiled(
                        plan.id(), command.reportedAt(), command.caseId(), command.statement()))
                .with(new Restricted(device, plan.id(), command.reportedAt(), command.caseId())));
  }

  /// Cancelling the report closes the case: the customer has the aircraft back and needs nothing
  /// (decision A-78).
  static Decision decide(Situation situation, CancelFlyawayReport command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    if (Stages.open(d, c) && Stages.fits(d, c, c.flyaway(), "CancelFlyawayReport")) {
      reportFiled(d, c);
      beforePayment(d, c);
    }
    var at = command.cancelledAt();
    var device = c.opened().deviceId();
    return d.conclude(
        () ->
            new Changes(
                List.of(
                    new FlyawayReportCancelled(plan.id(), at, c.id(), command.reason()),
                    new CaseWithdrawn(plan.id(), at, c.id(), command.reason())),
                List.of(new Released(device, plan.id(), at, c.id()))));
  }

  static void confirmed(Deliberation d, Case c) {
    d.require(
        Rule.FLYAWAY_CONFIRMED,
        c.claimed().isPresent(),
        Inputs.of("claimed", c.claimed().isPresent()));
  }

  static void flightRecord(Deliberation d, Case c) {
    d.require(
        Rule.FLIGHT_RECORD_GIVEN,
        c.flightRecord().isPresent(),
        Inputs.of("flightRecord", c.flightRecord().isPresent()));
  }

  static void reportFiled(Deliberation d, Case c) {
    d.require(Rule.REPORT_FILED, c.reported(), Inputs.of("reportFiled", c.reported()));
  }

  private static void beforePayment(Deliberation d, Case c) {
    d.require(Rule.CANCELLED_BEFORE_PAYMENT, !paid(c), Inputs.of("feePaid", paid(c)));
  }

  /// The links of the lost aircraft, as far as its flight record tells when to look. An aircraft
  /// without a remote controller has nothing to link.
  static void linksOf(Deliberation d, Plan plan, Case c, Terms terms) {
    var bound = plan.deviceOf(c);
    if (PinnedTerms.model(terms, bound.model()).remoteController()) {
      c.flightRecord()
          .ifPresent(record -> Linking.linkedAtLastContact(d, plan, bound.deviceId(), record.at()));
    }
  }

  /// Whether the fee was captured, and with it the aircraft became the provider's.
  static boolean paid(Case c) {
    return c.flyaway() && c.paid(FeePurpose.SERVICE_FEE).isPresent();
  }

  /// Whether no open case has received the device, which then cannot be lost. The case of the loss
  /// itself never receives anything.
  static void notInService(Deliberation d, Plan plan, DeviceId device) {
    var holding =
        plan.openCases().stream()
            .filter(c -> c.opened().deviceId().equals(device) && c.received())
            .map(c -> c.id().toString())
            .toList();
    d.require(Rule.NOT_IN_SERVICE, holding.isEmpty(), Inputs.of("receivedInCases", holding));
  }
}
