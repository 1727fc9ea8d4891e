package org.planledger.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.device.DeviceEvent.BoundToPlan;
import org.planledger.core.device.DeviceEvent.OwnershipTransferred;
import org.planledger.core.device.DeviceEvent.Superseded;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.ModelCode;

/// Another serial takes the place of the one that came in, after whatever service (clause Pre.4,
/// decision A-22): the plan follows it with the same windows and the same warranty, and the other
/// open cases of the old device come to nothing (decision A-61).
record Succession(Situation situation, Case c, DeviceId successor, ModelCode model) {

  static Succession of(Situation situation, Case c, DeviceId successor, ModelCode model) {
    return new Succession(situation, c, successor, model);
  }

  /// Whether a unit may become the next device of the plan (decision A-81).
  static void unitFree(Deliberation d, Situation situation, DeviceId id) {
    var unit = situation.device(id);
    d.require(
        Rule.REPLACEMENT_SERIAL_FREE,
        unit.availableAsReplacementIn(situation.sold().id()),
        Inputs.of("deviceId", unit.id())
            .and("status", unit.status())
            .and("plansBefore", unit.plans().size()));
  }

  Changes changes(CaseEvent settling, BindingCause cause) {
    var plan = situation.sold();
    var events = new ArrayList<PlanEvent>();
    events.add(settling);
    events.add(bound(plan, settling.at(), cause));
    plan.openCases().stream()
        .filter(other -> !other.id().equals(c.id()) && Stages.sameDevice(other, c))
        .forEach(
            other ->
                events.add(
                    new CaseLapsed(
                        plan.id(), settling.at(), other.id(), LapseCause.SERIAL_SUPERSEDED)));
    return new Changes(events, devices(plan, settling.at(), cause));
  }

  private DeviceBound bound(Plan plan, Instant at, BindingCause cause) {
    var original = plan.deviceOf(c);
    return new DeviceBound(
        plan.id(),
        at,
        successor,
        model,
        cause,
        original.purchase(),
        original.cover(),
        Optional.of(original.deviceId()));
  }

  /// The original stays with the provider: paid for as a loss it is already theirs, otherwise it
  /// is kept in exchange (decisions ).
  private List<DeviceEvent> devices(Plan plan, Instant at, BindingCause cause) {
    var original = c.opened().deviceId();
    var events = new ArrayList<DeviceEvent>();
    events.add(new BoundToPlan(successor, plan.id(), at, model, cause));
    if (!situation.device(original).ownedByProvider()) {
      events.add(new OwnershipTransferred(original, plan.id(), at, c.id()));
    }
    events.add(new Superseded(original, plan.id(), at, c.id(), successor));
    return events;
  }
}
