package org.planledger.core.simulation;

import java.util.Optional;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;

/// A recorded command that was not decided again.
///
/// @param reason what the candidate leaves out; none if the command would not have been sent,
///     because its plan, its case or the amount it pays does not come about
public record Unanswered(
    long attempt,
    PlanId planId,
    Optional<CaseId> caseId,
    String command,
    boolean wasAccepted,
    Optional<String> reason) {}
