package org.planledger.api.plans;

import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.api.moment.Moments;
import org.planledger.api.moment.Past;
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
  private final Moments moments;

  Histories(PlanLedger ledger, Moments moments) {
    this.ledger = ledger;
    this.moments = moments;
  }

  /// The plan with all that has happened to it.
  public PlanHistory now(PlanId id) {
    return ledger.history(id).orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PLAN));
  }

  /// The plan as it was; none if it had not been sold yet.
  public Optional<PlanHistory> at(PlanId id, Past past) {
    return ledger.history(id, Moment.asOfPosition(past.position()));
  }

  /// The plan at the point of its past that was asked for.
  public Standing at(PlanId id, Asked asked) {
    if (asked.sequence().isPresent()) {
      return atSequence(id, asked, asked.sequence().get());
    }
    return moments
        .past(asked)
        .map(
            past ->
                at(id, past)
                    .map(history -> new Standing(history, past))
                    .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PLAN)))
        .orElseGet(
            () -> {
              var history = now(id);
              long last = history.events().getLast().position();
              return new Standing(history, new Past(last, moments.now(), true));
            });
  }

  private Standing atSequence(PlanId id, Asked asked, long sequence) {
    var history =
        ledger
            .history(id, Moment.atSequence(sequence))
            .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PLAN));
    if (history.sequence() != sequence) {
      throw asked.noSuchSequence(history.sequence());
    }
    var last = history.events().getLast();
    return new Standing(history, new Past(last.position(), last.recordedAt(), false));
  }
}
