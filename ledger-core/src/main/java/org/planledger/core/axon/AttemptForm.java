package org.planledger.core.axon;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.planledger.core.json.CommandCatalogue;
import org.planledger.core.json.DecisionJson;
import org.planledger.core.json.KeptDecision;
import org.planledger.core.json.StoredJsonException;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.store.AttemptOutcome;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.NewerRecordException;
import org.planledger.core.store.Receipt;
import org.planledger.core.store.UnitRow.NewAttempt;

/// How an attempt becomes a row of the store, and a row an attempt.
final class AttemptForm {

  private AttemptForm() {}

  /// @param sequence the sequence of the plan's last event before the command; null without one
  static NewAttempt row(Submission submission, KeptDecision kept, @Nullable Long sequence) {
    var command = submission.command();
    var caller = submission.caller();
    return new NewAttempt(
        caller.client(),
        submission.idempotencyKey(),
        submission.fingerprint(),
        command.planId().toString(),
        Subject.caseId(command).map(Object::toString).orElse(null),
        CommandCatalogue.name(command),
        Bytes.of(CommandCatalogue.write(command)),
        switch (kept.decision()) {
          case Accepted _ -> AttemptOutcome.ACCEPTED;
          case Refused _ -> AttemptOutcome.REFUSED;
        },
        Bytes.of(DecisionJson.write(kept)),
        sequence,
        caller.actor(),
        caller.traceparent().orElse(null),
        command.at(),
        submission.recordedAt());
  }

  /// The attempt as it was just stored.
  static Attempt of(NewAttempt row, PlanCommand command, KeptDecision kept, Receipt receipt) {
    var planId = command.planId();
    return new Attempt(
        receipt.attemptNumbers().getFirst(),
        row.client(),
        row.idempotencyKey(),
        row.fingerprint(),
        planId,
        Subject.caseId(command),
        Subject.deviceId(command),
        row.commandType(),
        command,
        row.command(),
        kept.decision(),
        kept.remedies(),
        row.decision(),
        sequence(receipt.lastSequences().getOrDefault(planId.toString(), row.planSequence())),
        Optional.ofNullable(receipt.positions()),
        row.actor(),
        Optional.ofNullable(row.trace()),
        row.recordedAt());
  }

  /// The attempt as it is read from the store.
  static Attempt of(AttemptRow row) {
    var command = command(row);
    var kept = decision(row);
    return new Attempt(
        row.number(),
        row.client(),
        row.idempotencyKey(),
        row.fingerprint(),
        command.planId(),
        Subject.caseId(command),
        Subject.deviceId(command),
        row.commandType(),
        command,
        row.command(),
        kept.decision(),
        kept.remedies(),
        row.decision(),
        sequence(row.planSequence()),
        Optional.ofNullable(row.positions()),
        row.actor(),
        Optional.ofNullable(row.trace()),
        row.recordedAt());
  }

  private static PlanCommand command(AttemptRow row) {
    return known(row, () -> CommandCatalogue.read(row.commandType(), row.command().toArray()));
  }

  private static KeptDecision decision(AttemptRow row) {
    return known(row, () -> DecisionJson.read(row.decision().toArray()));
  }

  private static <T> T known(AttemptRow row, Supplier<T> read) {
    try {
      return read.get();
    } catch (StoredJsonException e) {
      throw e.isNewer() ? NewerRecordException.attempt(row, String.valueOf(e.getMessage())) : e;
    }
  }

  private static OptionalLong sequence(@Nullable Long sequence) {
    return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
  }
}
