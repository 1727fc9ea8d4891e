package org.planledger.api.plans;

import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.axon.Moment;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.reference.PlanId;
import org.springframework.stereotype.Component;

/// Finds plans as they are, or as they were; what is not there ends the request.
@Component
public final class Histories {
  private final PlanLedger ledger;

  Histories(PlanLedger ledger) {
    this.ledger = ledger;
  }

  /// The plan with all that has happened to it.
  public PlanHistory now(PlanId id) {
    return ledger.history(id).orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PLAN));
  }

  /// The plan at the point of its past that was asked for.
  PlanHistory at(PlanId id, MomentQuery query) {
    if (query.asOf().isPresent() && query.atSequence().isPresent()) {
      throw ProblemException.malformed(
          Flaw.inQuery(
              "atSequence", FlawCode.DOES_NOT_FIT, "send either asOf or atSequence, not both"));
    }
    var moment =
        query.asOf().map(Moment::asOf).or(() -> query.atSequence().map(Moment::atSequence));
    if (moment.isEmpty()) {
      return now(id);
    }
    var history =
        ledger
            .history(id, moment.get())
            .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PLAN));
    query
        .atSequence()
        .filter(sequence -> sequence != history.sequence())
        .ifPresent(
            _ -> {
              throw ProblemException.malformed(
                  Flaw.inQuery(
                      "atSequence",
                      FlawCode.OUT_OF_RANGE,
                      "the last event of this plan has the sequence " + history.sequence()));
            });
    return history;
  }
}
