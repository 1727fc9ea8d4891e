package org.planledger.core.plan;

import org.planledger.core.device.DeviceEvent.Released;
import org.planledger.core.device.DeviceEvent.ReturnedToProvider;
import org.planledger.core.plan.PlanCommand.RecordRecoveredReturn;
import org.planledger.core.plan.PlanCommand.ReportRecovered;
import org.planledger.core.plan.PlanEvent.DeviceRecovered;
import org.planledger.core.plan.PlanEvent.RecoveredDeviceReturned;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;

/// Decides what follows when an aircraft turns up that is no longer the customer's (clause 3.3(3),
/// decisions ): it is to be sent in, whatever has become of case and plan, and is
/// free again once the provider has it back.
final class Recovering {

  private Recovering() {}

  /// Legal in a closed case too: property outlives the request (rule R-3.3-12).
  static Decision decide(Situation situation, ReportRecovered command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    boolean reportable = c.flyaway() && !c.has(DeviceRecovered.class);
    if (Stages.fits(d, c, reportable, "ReportRecovered")) {
      d.require(
          Rule.OWNERSHIP_PASSED,
          FlyingAway.paid(c),
          Inputs.of("feePaid", FlyingAway.paid(c)).and("stage", c.stage()));
    }
    if (d.granted()) {
      d.apply(Rule.RECOVERED_GOES_BACK, Inputs.of("deviceId", c.opened().deviceId()));
    }
    return d.conclude(
        () ->
            Changes.of(
                new DeviceRecovered(
                    plan.id(), command.recoveredAt(), c.id(), c.opened().deviceId())));
  }

  static Decision decide(Situation situation, RecordRecoveredReturn command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    boolean owed = c.has(DeviceRecovered.class) && !c.has(RecoveredDeviceReturned.class);
    Stages.fits(d, c, owed, "RecordRecoveredReturn");
    var device = c.opened().deviceId();
    if (d.granted()) {
      d.apply(Rule.RECOVERED_AND_INSPECTED, Inputs.of("deviceId", device));
    }
    var at = command.returnedAt();
    return d.conclude(
        () ->
            Changes.of(new RecoveredDeviceReturned(plan.id(), at, c.id(), device))
                .with(
                    new ReturnedToProvider(device, plan.id(), at, c.id()),
                    new Released(device, plan.id(), at, c.id())));
  }
}
