package org.planledger.core.axon;

import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;

/// What became of a submission. Only [Decided] and, possibly, [Unsure] left anything behind.
public sealed interface Outcome {

  /// The command was accepted or refused, and that is kept.
  ///
  /// @param replayed whether the key had been used before with the same fingerprint: the attempt is
  ///     the one of then, and nothing happened now
  record Decided(Attempt attempt, boolean replayed) implements Outcome {}

  /// The client has used this key before for another request.
  ///
  /// @param attempt the number of the attempt that the key stands for
  record KeyReused(long attempt) implements Outcome {}

  /// There is no such plan.
  record UnknownPlan(PlanId planId) implements Outcome {}

  /// The plan has no such case.
  record UnknownCase(PlanId planId, CaseId caseId) implements Outcome {}

  /// The plan is not at the sequence that the submission expected.
  ///
  /// @param current the sequence of its last event
  record SequenceMismatch(long current) implements Outcome {}

  /// Others changed the same plan or device at the same time, and won every time.
  record Conflict() implements Outcome {}

  /// Too many commands wait for the same plan or for the store. Worth repeating a little later.
  record Busy() implements Outcome {}

  /// The connection to the database was lost at the moment of storing: the command may have been
  /// kept or not. Repeated with its key it is answered either way, and never counted twice.
  record Unsure() implements Outcome {}
}
