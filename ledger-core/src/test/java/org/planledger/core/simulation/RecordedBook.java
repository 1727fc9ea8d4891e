package org.planledger.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.device.Device;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.Situation;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// A book in memory that keeps every command with its decision, as the store does.
public final class RecordedBook {

  private static final Limits PLENTY = new Limits(100_000, 100_000);

  private final TermsBook terms;
  private final Map<PlanId, Plan> plans = new HashMap<>();
  private final Map<DeviceId, Device> devices = new HashMap<>();
  private final List<RecordedAttempt> attempts = new ArrayList<>();

  public RecordedBook(TermsBook terms) {
    this.terms = terms;
  }

  public Decision put(PlanCommand command) {
    var plan = Optional.ofNullable(plans.get(command.planId()));
    var touched = new HashMap<DeviceId, Device>();
    Plan.devices(plan, command)
        .forEach(id -> Optional.ofNullable(devices.get(id)).ifPresent(d -> touched.put(id, d)));
    var decision = Plan.decide(new Situation(plan, touched, terms), command);
    List<PlanEvent> events = List.of();
    if (decision instanceof Accepted accepted) {
      events = accepted.changes().plan();
      events.forEach(e -> plans.put(e.planId(), Plan.evolve(plans.get(e.planId()), e)));
      accepted
          .changes()
          .devices()
          .forEach(
              e ->
                  devices.put(
                      e.deviceId(),
                      Device.evolve(
                          devices.getOrDefault(e.deviceId(), Device.unseen(e.deviceId())), e)));
    }
    attempts.add(new RecordedAttempt(attempts.size() + 1L, command, decision, events));
    return decision;
  }

  void accepted(PlanCommand... commands) {
    for (var command : commands) {
      assertThat(put(command).codes()).as(command.toString()).isEmpty();
    }
  }

  public List<RecordedAttempt> attempts() {
    return attempts;
  }

  Plan plan(PlanId id) {
    return Optional.ofNullable(plans.get(id)).orElseThrow();
  }

  /// What the candidate would have made of it in the place of every edition.
  public SimulationReport under(Terms candidate) {
    return under(candidate, PLENTY);
  }

  SimulationReport under(Terms candidate, Limits limits) {
    var all = terms.editions().stream().map(Terms::edition).toList();
    return under(terms.with(candidate, all), limits);
  }

  SimulationReport under(Terms candidate, Edition inPlaceOf) {
    return under(terms.with(candidate, List.of(inPlaceOf)), PLENTY);
  }

  private SimulationReport under(TermsBook fork, Limits limits) {
    var simulation = new TermsSimulation(fork, limits);
    attempts.forEach(simulation::take);
    return simulation.report();
  }
}
