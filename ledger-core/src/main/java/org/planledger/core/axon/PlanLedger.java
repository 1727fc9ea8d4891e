package org.planledger.core.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.planledger.core.device.Device;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.Remedies;
import org.planledger.core.plan.Situation;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.AttemptFilter;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.DuplicateIdempotencyKeyException;
import org.planledger.core.store.LedgerBusyException;
import org.planledger.core.store.NewerRecordException;
import org.planledger.core.store.OutcomeUnknownException;
import org.planledger.core.terms.TermsBook;

/// The door to the ledger: submit a command, see what one would do, read a plan or a device as it
/// is or as it was. Safe for use by many threads.
///
/// A key that was used before is not looked for beforehand: the append finds it, because it is
/// unique there. It is looked for only where a repeat of a command that succeeded would end without
/// an append: refused, or without the plan, the case or the sequence it asks for.
public final class PlanLedger {

  private final CommandGateway gateway;
  private final Attempts attempts;
  private final Histories histories;
  private final TermsBook terms;

  PlanLedger(CommandGateway gateway, Attempts attempts, Histories histories, TermsBook terms) {
    this.gateway = gateway;
    this.attempts = attempts;
    this.histories = histories;
    this.terms = terms;
  }

  /// Has the command decided and waits until the outcome is durable.
  ///
  /// @throws NewerRecordException if the plan or a device has an event that only a newer version of
  ///     the program understands; nothing was kept
  /// @throws org.planledger.core.store.LedgerStoreException if the database could not answer;
  ///     nothing was kept
  public Outcome submit(Submission submission) {
    try {
      return outcome(submission, dispatch(submission));
    } catch (DuplicateIdempotencyKeyException | NewerRecordException e) {
      return earlier(submission).orElseThrow(() -> e);
    } catch (OutcomeUnknownException e) {
      return new Outcome.Unsure();
    } catch (ConcurrencyException e) {
      return new Outcome.Conflict();
    } catch (LockAcquisitionFailedException | LedgerBusyException e) {
      return new Outcome.Busy();
    }
  }

  /// @return null if this thread was interrupted while another tried the command again
  private @Nullable Handled dispatch(Submission submission) {
    var command = new GenericMessage<>(submission);
    return gateway.sendAndWait(
        new GenericCommandMessage<>(command, submission.command().getClass().getName()));
  }

  private Outcome outcome(Submission submission, @Nullable Handled handled) {
    return switch (handled) {
      case null -> new Outcome.Unsure();
      case Handled.Decided(var decision, var row, var unit) ->
          new Outcome.Decided(
              AttemptForm.of(row, submission.command(), decision, unit.receipt()), false);
      case Handled.KeyUsed(var row) -> again(submission, row);
      case Handled.Undecided(var reason) -> earlier(submission).orElse(reason);
    };
  }

  private Optional<Outcome> earlier(Submission submission) {
    return attempts
        .byKey(submission.caller().client(), submission.idempotencyKey())
        .map(row -> again(submission, row));
  }

  private static Outcome again(Submission submission, AttemptRow row) {
    return row.fingerprint().equals(submission.fingerprint())
        ? new Outcome.Decided(AttemptForm.of(row), true)
        : new Outcome.KeyReused(row.number());
  }

  /// What would become of the command now. Nothing is kept.
  public Preview preview(PlanCommand command) {
    var history = histories.plan(command.planId());
    var plan = history.map(PlanHistory::plan);
    return Subject.missing(plan, command)
        .map(missing -> unknown(missing, command))
        .orElseGet(
            () -> {
              var situation = situation(plan, command);
              var decision = Plan.decide(situation, command);
              var sequence =
                  history.map(h -> OptionalLong.of(h.sequence())).orElseGet(OptionalLong::empty);
              return new Preview.Decided(
                  decision,
                  Remedies.of(decision, command, situation),
                  plan,
                  after(plan, decision),
                  sequence);
            });
  }

  private static Preview unknown(Subject.Missing missing, PlanCommand command) {
    return switch (missing) {
      case PLAN -> new Preview.UnknownPlan(command.planId());
      case CASE -> new Preview.UnknownCase(command.planId(), Subject.caseId(command).orElseThrow());
    };
  }

  private Situation situation(Optional<Plan> plan, PlanCommand command) {
    var devices = new HashMap<DeviceId, Device>();
    for (var id : Plan.devices(plan, command)) {
      histories.device(id).ifPresent(history -> devices.put(id, history.device()));
    }
    return new Situation(plan, devices, terms);
  }

  private static Optional<Plan> after(Optional<Plan> plan, Decision decision) {
    return switch (decision) {
      case Refused _ -> plan;
      case Accepted accepted -> {
        Plan after = plan.orElse(null);
        for (PlanEvent event : accepted.changes().plan()) {
          after = Plan.evolve(after, event);
        }
        yield Optional.ofNullable(after);
      }
    };
  }

  /// The plan with its whole history; none if it was never sold.
  public Optional<PlanHistory> history(PlanId id) {
    return histories.plan(id);
  }

  /// The plan as the ledger had it then, with its history until then; none if it had not yet been
  /// sold. A moment that has not come yet gives all there is.
  public Optional<PlanHistory> history(PlanId id, Moment upTo) {
    return histories.plan(id, upTo);
  }

  /// The device with its whole history; none if it was never bound.
  public Optional<DeviceHistory> device(DeviceId id) {
    return histories.device(id);
  }

  /// The device as the ledger had it then; none if it had not been bound yet.
  public Optional<DeviceHistory> device(DeviceId id, Moment upTo) {
    return histories.device(id, upTo);
  }

  /// One decided command by its number.
  public Optional<Attempt> attempt(long number) {
    return attempts.byNumber(number).map(AttemptForm::of);
  }

  /// The decided commands that fit a filter, of those with a number in a span, in the order of
  /// their numbers.
  ///
  /// @param after the number before the first of the span
  /// @param last the last number of it
  public List<Attempt> attempts(AttemptFilter filter, long after, long last) {
    return attempts.between(after, last, filter).stream().map(AttemptForm::of).toList();
  }

  /// The decided commands of a plan in the order of their numbers, from after a number on; 0 for
  /// the start.
  public List<Attempt> attempts(PlanId id, long afterNumber, int limit) {
    return attempts.ofPlan(id.toString(), afterNumber, limit).stream()
        .map(AttemptForm::of)
        .toList();
  }
}
