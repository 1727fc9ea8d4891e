package org.planledger.core.axon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.Remedy;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.PositionSpan;

/// A command that was decided, as it is kept. The attempt a caller gets at once equals the one that
/// is read later, so whatever is answered from it can be answered again.
///
/// @param number its place among all attempts, from 1 and without gaps
/// @param caseId the case it was about, where there is one
/// @param deviceId the device it named, where it named one
/// @param commandType the stable name of the command
/// @param commandJson the command as it is stored; private values by reference only
/// @param decision what was decided and why; it does not hold the events any more
/// @param remedies what would have cured a refusal then; nothing for an accepted command
/// @param decisionJson the decision as it is stored, with the remedies
/// @param sequence the sequence of the plan's last event after it; none if there is no plan
/// @param positions where its events lie in the whole ledger; none if it wrote none
public record Attempt(
    long number,
    String client,
    String idempotencyKey,
    Bytes fingerprint,
    PlanId planId,
    Optional<CaseId> caseId,
    Optional<DeviceId> deviceId,
    String commandType,
    PlanCommand command,
    Bytes commandJson,
    Decision decision,
    List<Remedy> remedies,
    Bytes decisionJson,
    OptionalLong sequence,
    Optional<PositionSpan> positions,
    String actor,
    Optional<String> traceparent,
    Instant recordedAt) {

  /// When it happened in the customer's world.
  public Instant businessMoment() {
    return command.at();
  }

  /// The position of the last event it wrote.
  public OptionalLong position() {
    return positions.map(span -> OptionalLong.of(span.last())).orElseGet(OptionalLong::empty);
  }
}
