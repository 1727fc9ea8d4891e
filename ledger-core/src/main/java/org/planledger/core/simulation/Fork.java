package org.planledger.core.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.device.Device;
import org.planledger.core.plan.Changes;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.plan.PlanCommand.ExpireService;
import org.planledger.core.plan.PlanCommand.GrantReward;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.plan.Situation;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.TermsBook;

/// The book as it would stand under other terms: plans and devices, folded, in memory. A command is
/// decided here as the ledger does it, from no more of the world than it names.
final class Fork {

  private final TermsBook book;
  private final int planLimit;
  private final Map<PlanId, Plan> plans = new HashMap<>();
  private final Map<DeviceId, Device> devices = new HashMap<>();

  Fork(TermsBook book, int planLimit) {
    this.book = book;
    this.planLimit = planLimit;
  }

  /// The plan as it stands here; none if it was never sold here.
  Optional<Plan> plan(PlanId id) {
    return Optional.ofNullable(plans.get(id));
  }

  Answer put(RecordedAttempt attempt) {
    var command = attempt.command();
    var plan = plan(command.planId());
    if (!arises(plan, command)) {
      return new Answer.NoLongerArises();
    }
    try {
      return decided(attempt, situation(plan, command));
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Whoever takes commands in has ruled these out for the terms of then: a region, a type of
      // plan or a model that the candidate leaves out is found out only here.
      return new Answer.Undecidable(String.valueOf(e.getMessage()));
    }
  }

  private Answer decided(RecordedAttempt attempt, Situation situation) {
    var decision = Plan.decide(situation, attempt.command());
    if (attempt.accepted() && decision instanceof Refused refused) {
      if (onlyRecords(attempt.command())) {
        return new Answer.NoLongerArises();
      }
      var payment = Payment.refused(attempt.command(), refused);
      if (payment.isPresent() && payment.get().nothingIsDue()) {
        return new Answer.NoLongerArises();
      }
      decision = payment.map(p -> Plan.decide(situation, p.asAsked())).orElse(decision);
    }
    if (decision instanceof Accepted accepted) {
      apply(accepted.changes());
    }
    return new Answer.Decided(decision);
  }

  /// Whether a command only records what date and history have decided already. Nobody sends it
  /// before that, and no later decision depends on it.
  static boolean onlyRecords(PlanCommand command) {
    return command instanceof ExpireService || command instanceof GrantReward;
  }

  /// Whether what the command names exists here. No attempt is kept where it does not, so every
  /// recorded command named something that existed then.
  private static boolean arises(Optional<Plan> plan, PlanCommand command) {
    if (command instanceof PurchasePlan) {
      return true;
    }
    if (command instanceof CaseCommand inCase && !(command instanceof OpenCase)) {
      return plan.filter(p -> p.cases().containsKey(inCase.caseId())).isPresent();
    }
    return plan.isPresent();
  }

  private Situation situation(Optional<Plan> plan, PlanCommand command) {
    var touched = new HashMap<DeviceId, Device>();
    for (var id : Plan.devices(plan, command)) {
      var device = devices.get(id);
      if (device != null) {
        touched.put(id, device);
      }
    }
    return new Situation(plan, touched, book);
  }

  private void apply(Changes changes) {
    for (var event : changes.plan()) {
      plans.put(event.planId(), Plan.evolve(plans.get(event.planId()), event));
    }
    for (var event : changes.devices()) {
      var before = devices.getOrDefault(event.deviceId(), Device.unseen(event.deviceId()));
      devices.put(event.deviceId(), Device.evolve(before, event));
    }
    if (plans.size() > planLimit) {
      throw new BookTooLargeException(planLimit);
    }
  }
}
