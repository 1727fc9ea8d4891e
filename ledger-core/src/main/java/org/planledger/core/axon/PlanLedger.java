package org.planledger.core.axon;

import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;

/// The door to the ledger: submit a command, see what one would do, read a plan or a device as it
/// is or as it was. Safe for use by many threads.
public interface PlanLedger {

  /// Has the command decided and waits until the outcome is durable.
  Outcome submit(Submission submission);

  /// What would become of the command now. Nothing is kept.
  Preview preview(PlanCommand command);

  /// The plan with its whole history; none if it was never sold.
  Optional<PlanHistory> history(PlanId id);

  /// The plan as the ledger had it then, with its history until then.
  Optional<PlanHistory> history(PlanId id, Moment upTo);

  /// The device with its whole history; none if it was never bound.
  Optional<DeviceHistory> device(DeviceId id);

  /// One decided command by its number.
  Optional<Attempt> attempt(long number);

  /// The decided commands of a plan in the order of their numbers, from after a number on; 0 for
  /// the start.
  List<Attempt> attempts(PlanId id, long afterNumber, int limit);
}
