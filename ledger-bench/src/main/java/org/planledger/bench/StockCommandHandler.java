package org.planledger.bench;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.planledger.core.axon.EventMetadata;
import org.planledger.core.axon.Submission;
import org.planledger.core.device.Device;
import org.planledger.core.json.KeptDecision;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.Situation;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.TermsBook;

/// Handles the same commands by the same rules, on the framework's own repositories and storage.
final class StockCommandHandler implements MessageHandler<CommandMessage<?>> {

  private final Repository<StockPlan> plans;
  private final Repository<StockDevice> devices;
  private final StockAttempts attempts;
  private final TermsBook terms;

  StockCommandHandler(
      Repository<StockPlan> plans,
      Repository<StockDevice> devices,
      StockAttempts attempts,
      TermsBook terms) {
    this.plans = plans;
    this.devices = devices;
    this.attempts = attempts;
    this.terms = terms;
  }

  /// @return how many events the command led to
  @Override
  public Integer handle(CommandMessage<?> message) throws Exception {
    var submission = (Submission) message.getPayload();
    var command = submission.command();
    var plan = plans.loadOrCreate(command.planId().toString(), StockPlan::new);
    Optional<Plan> state = plan.invoke(StockPlan::plan);
    var touched = new LinkedHashMap<DeviceId, Aggregate<StockDevice>>();
    for (var id : new TreeSet<>(Plan.devices(state, command))) {
      touched.put(id, devices.loadOrCreate(id.value(), StockDevice::new));
    }
    var decision = Plan.decide(new Situation(state, known(touched), terms), command);
    return keep(submission, decision, plan, touched);
  }

  private int keep(
      Submission submission,
      Decision decision,
      Aggregate<StockPlan> plan,
      Map<DeviceId, Aggregate<StockDevice>> touched)
      throws SQLException {
    if (!(decision instanceof Accepted accepted)) {
      throw new IllegalStateException("not accepted: " + decision.codes());
    }
    var metadata = metadata(submission);
    var changes = accepted.changes();
    for (var event : changes.devices()) {
      Objects.requireNonNull(touched.get(event.deviceId()))
          .execute(_ -> AggregateLifecycle.apply(event, metadata));
    }
    for (var event : changes.plan()) {
      plan.execute(_ -> AggregateLifecycle.apply(event, metadata));
    }
    attempts.keep(submission, new KeptDecision(accepted, List.of()));
    return changes.devices().size() + changes.plan().size();
  }

  private static Map<DeviceId, Device> known(Map<DeviceId, Aggregate<StockDevice>> touched) {
    var known = new HashMap<DeviceId, Device>();
    touched.forEach(
        (id, device) ->
            device.invoke(StockDevice::device).ifPresent(state -> known.put(id, state)));
    return known;
  }

  private static MetaData metadata(Submission submission) {
    return MetaData.from(
        Map.of(
            EventMetadata.CLIENT, submission.caller().client(),
            EventMetadata.ACTOR, submission.caller().actor(),
            EventMetadata.IDEMPOTENCY_KEY, submission.idempotencyKey(),
            EventMetadata.RECORDED_AT, submission.recordedAt().toString()));
  }
}
