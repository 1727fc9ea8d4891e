package org.planledger.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.api.decision.DecisionAnswer;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.state.Difference;
import org.planledger.api.state.PlanState;
import org.planledger.api.state.PossibilityChange;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.Preview;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.Possibility;
import org.planledger.core.plan.Situation;
import org.planledger.core.terms.TermsBook;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Rehearses commands: the same reading, the same translation and the same deciding function on the
/// same state, and nothing is kept.
@Component
final class PreviewDesk {
  private final CommandDesk desk;
  private final PlanLedger ledger;
  private final TermsBook terms;
  private final InstantSource clock;

  PreviewDesk(CommandDesk desk, PlanLedger ledger, TermsBook terms, InstantSource clock) {
    this.desk = desk;
    this.ledger = ledger;
    this.terms = terms;
    this.clock = clock;
  }

  <R extends Record> ResponseEntity<PreviewAnswer> post(
      CommandEndpoint<R> endpoint, HttpServletRequest request) {
    var head = Head.ofPreview(request);
    var command = desk.rehearsed(endpoint, head, request);
    return switch (ledger.preview(command)) {
      case Preview.UnknownPlan _ -> throw ProblemException.of(ProblemType.UNKNOWN_PLAN);
      case Preview.UnknownCase _ -> throw ProblemException.of(ProblemType.UNKNOWN_CASE);
      case Preview.Decided decided -> {
        check(head.precondition(), decided);
        yield ResponseEntity.ok()
            .cacheControl(CacheControl.noStore())
            .body(answer(decided, clock.instant()));
      }
    };
  }

  private static void check(Precondition precondition, Preview.Decided decided) {
    var expected = precondition.expectedSequence();
    if (expected.isPresent() && !expected.equals(decided.sequence())) {
      throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
    }
  }

  private PreviewAnswer answer(Preview.Decided decided, Instant now) {
    var decision = decided.decision();
    var before = decided.planBefore();
    var after = decided.planAfter();
    return new PreviewAnswer(
        decision instanceof Decision.Accepted,
        decision.codes(),
        DecisionAnswer.of(decision, decided.remedies()),
        decided.sequence().isPresent() ? decided.sequence().getAsLong() : null,
        state(after, now),
        changes(before, after, now),
        PossibilityChange.between(possible(before, now), possible(after, now)));
  }

  /// Both states are of the same day, so that the difference is the command's and not the day's.
  private static List<Difference> changes(
      Optional<Plan> before, Optional<Plan> after, Instant now) {
    return after
        .map(plan -> Difference.between(state(before, now), PlanState.of(plan, plan.day(now))))
        .orElse(List.of());
  }

  private List<Possibility> possible(Optional<Plan> plan, Instant now) {
    return plan.isEmpty() ? List.of() : Possibility.of(new Situation(plan, Map.of(), terms), now);
  }

  private static @Nullable PlanState state(Optional<Plan> plan, Instant now) {
    return plan.map(p -> PlanState.of(p, p.day(now))).orElse(null);
  }
}
