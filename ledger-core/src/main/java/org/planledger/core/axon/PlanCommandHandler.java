package org.planledger.core.axon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.planledger.core.device.Device;
import org.planledger.core.json.KeptDecision;
import org.planledger.core.plan.Changes;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.Remedies;
import org.planledger.core.plan.Situation;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Unit;
import org.planledger.core.terms.TermsBook;

/// Handles every command: loads what it touches, has it decided, applies what was accepted and
/// gives the decision back. It runs inside a unit of work, which stores all of it or nothing.
///
/// The plan is locked first and then the devices in the order of their ids, always, so that two
/// commands never wait for each other. It may run more than once for one command and has no effect
/// but on its unit of work.
final class PlanCommandHandler implements MessageHandler<CommandMessage<?>> {

  /// Finds the attempt that a client's key already stands for.
  @FunctionalInterface
  interface EarlierAttempts {
    Optional<AttemptRow> byKey(String client, String idempotencyKey);
  }

  private final Repository<PlanAggregate> plans;
  private final Repository<DeviceAggregate> devices;
  private final TermsBook terms;
  private final EarlierAttempts earlier;
  private final Supplier<Unit> unit;

  PlanCommandHandler(
      Repository<PlanAggregate> plans,
      Repository<DeviceAggregate> devices,
      TermsBook terms,
      EarlierAttempts earlier,
      Supplier<Unit> unit) {
    this.plans = plans;
    this.devices = devices;
    this.terms = terms;
    this.earlier = earlier;
    this.unit = unit;
  }

  @Override
  public Handled handle(CommandMessage<?> message) throws Exception {
    var submission = (Submission) message.getPayload();
    var plan = plans.loadOrCreate(submission.command().planId().toString(), PlanAggregate::new);
    var obstacle = obstacle(submission, plan);
    return obstacle.isPresent() ? new Handled.Undecided(obstacle.get()) : decide(submission, plan);
  }

  /// What keeps the command from being decided at all.
  private static Optional<Outcome> obstacle(Submission submission, Aggregate<PlanAggregate> plan) {
    var command = submission.command();
    return Subject.missing(plan.invoke(PlanAggregate::plan), command)
        .map(missing -> unknown(missing, command))
        .or(() -> mismatch(submission, plan));
  }

  private static Outcome unknown(Subject.Missing missing, PlanCommand command) {
    return switch (missing) {
      case PLAN -> new Outcome.UnknownPlan(command.planId());
      case CASE -> {
        CaseId caseId = Subject.caseId(command).orElseThrow();
        yield new Outcome.UnknownCase(command.planId(), caseId);
      }
    };
  }

  private static Optional<Outcome> mismatch(Submission submission, Aggregate<PlanAggregate> plan) {
    var expected = submission.expectedSequence();
    return expected.isEmpty() || expected.getAsLong() == plan.version()
        ? Optional.empty()
        : Optional.of(new Outcome.SequenceMismatch(plan.version()));
  }

  private Handled decide(Submission submission, Aggregate<PlanAggregate> plan) throws Exception {
    var command = submission.command();
    var state = plan.invoke(PlanAggregate::plan);
    var touched = load(state, command);
    var situation = new Situation(state, known(touched), terms);
    var sequence = plan.version();
    return switch (Plan.decide(situation, command)) {
      case Accepted accepted -> {
        apply(accepted.changes(), plan, touched, MetaData.from(EventMetadata.of(submission)));
        var kept = new KeptDecision(accepted, List.of());
        yield keep(submission, kept, sequence, submission.privateRows());
      }
      // A repeat of an accepted command mostly ends here. Finding its key now is cheaper than
      // having the append find it, which would cost everybody in the same batch.
      case Refused refused ->
          earlier
              .byKey(submission.caller().client(), submission.idempotencyKey())
              .<Handled>map(Handled.KeyUsed::new)
              .orElseGet(
                  () -> {
                    var remedies = Remedies.of(refused, command, situation);
                    var kept = new KeptDecision(refused, remedies);
                    return keep(submission, kept, sequence, PrivateRows.none());
                  });
    };
  }

  private Handled keep(
      Submission submission,
      KeptDecision decision,
      @Nullable Long sequence,
      PrivateRows privateRows) {
    var row = AttemptForm.row(submission, decision, sequence);
    var current = unit.get();
    current.add(row);
    privateRows.values().forEach(current::add);
    privateRows.serials().forEach(current::add);
    return new Handled.Decided(decision, row, current);
  }

  private Map<DeviceId, Aggregate<DeviceAggregate>> load(Optional<Plan> plan, PlanCommand command)
      throws Exception {
    var loaded = new LinkedHashMap<DeviceId, Aggregate<DeviceAggregate>>();
    for (var id : new TreeSet<>(Plan.devices(plan, command))) {
      loaded.put(id, devices.loadOrCreate(id.value(), DeviceAggregate::new));
    }
    return loaded;
  }

  private static Map<DeviceId, Device> known(Map<DeviceId, Aggregate<DeviceAggregate>> touched) {
    var known = new LinkedHashMap<DeviceId, Device>();
    touched.forEach(
        (id, device) ->
            device.invoke(DeviceAggregate::device).ifPresent(state -> known.put(id, state)));
    return known;
  }

  /// Devices first: of two commands that want the same device, the one that comes too late is then
  /// told about the device and not about its plan.
  private static void apply(
      Changes changes,
      Aggregate<PlanAggregate> plan,
      Map<DeviceId, Aggregate<DeviceAggregate>> touched,
      MetaData metadata) {
    for (var event : changes.devices()) {
      var device = touched.get(event.deviceId());
      if (device == null) {
        throw new IllegalStateException("an event befell a device that the command did not name");
      }
      device.execute(_ -> AggregateLifecycle.apply(event, metadata));
    }
    for (var event : changes.plan()) {
      plan.execute(_ -> AggregateLifecycle.apply(event, metadata));
    }
  }
}
