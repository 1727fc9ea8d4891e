package org.planledger.core.plan;

import java.time.Instant;
import org.planledger.core.device.DeviceEvent.BindingUndone;
import org.planledger.core.plan.PlanCommand.CorrectBinding;
import org.planledger.core.plan.PlanEvent.BindingCorrected;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;

/// Decides the correction of a binding that named the wrong device, such as a mistyped serial
/// (decision A-90). The wrong device is as if never bound; both facts stay in the history. It takes
/// two persons, and comes before any service.
final class CorrectingABinding {

  private CorrectingABinding() {}

  static Decision decide(Situation situation, CorrectBinding command) {
    var plan = situation.sold();
    var terms = PinnedTerms.of(plan, situation);
    var d = new Deliberation(terms);
    CorrectingAFact.twoPersons(d, command.approvedBy(), command.actor());
    var wrong = plan.head().filter(bound -> bound.deviceId().equals(command.wrongDevice()));
    d.require(
        Rule.BOUND_BY_MISTAKE,
        wrong.isPresent(),
        Inputs.of("wrongDevice", command.wrongDevice())
            .and("boundDevice", plan.head().map(DeviceBound::deviceId)));
    nothingClaimed(d, plan);
    Returning.noCaseOpen(d, plan);
    var corrected = Plan.evolve(plan, event(plan, command));
    var boundAt = command.boundAt().or(() -> wrong.map(DeviceBound::at)).orElse(command.at());
    if (wrong.isPresent()) {
      BindingADevice.conditions(d, corrected, situation, command.device(), boundAt);
    }
    return d.conclude(() -> changes(plan, situation, command, boundAt));
  }

  private static void nothingClaimed(Deliberation d, Plan plan) {
    var claimed =
        plan.cases().values().stream()
            .filter(c -> c.chosen() || c.usedMaintenance() || c.settledUnder().isPresent())
            .map(c -> c.id().toString())
            .toList();
    d.require(Rule.NOTHING_CLAIMED_YET, claimed.isEmpty(), Inputs.of("claimedIn", claimed));
  }

  private static BindingCorrected event(Plan plan, CorrectBinding command) {
    return new BindingCorrected(
        plan.id(),
        command.correctedAt(),
        command.wrongDevice(),
        command.device().deviceId(),
        command.reason(),
        command.approvedBy(),
        command.actor());
  }

  private static Changes changes(
      Plan plan, Situation situation, CorrectBinding command, Instant boundAt) {
    var terms = PinnedTerms.of(plan, situation);
    var undone = new BindingUndone(command.wrongDevice(), plan.id(), command.correctedAt());
    return BindingADevice.changes(plan.sold(), terms, command.device(), boundAt)
        .after(event(plan, command))
        .afterOnDevices(undone);
  }
}
