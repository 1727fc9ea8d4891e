package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.planledger.api.moment.Asked;
import org.planledger.api.moment.Moments;
import org.planledger.api.moment.Past;
import org.planledger.api.plans.ComparisonAnswer.AccountAnswer;
import org.planledger.api.plans.ComparisonAnswer.ChangeAnswer;
import org.planledger.api.plans.ComparisonAnswer.Direction;
import org.planledger.api.plans.ComparisonAnswer.EndAnswer;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.state.Difference;
import org.planledger.api.state.PlanState;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Query;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.reference.PlanId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Compares a plan at two points of its recorded past, and tells what between them accounts for
/// the difference. The ends may be named in either order: the difference leads from the first to
/// the second, the facts between them stay in their own order.
@Tag(name = "Plans")
@RestController
final class Comparisons {
  private static final Comparator<Past> IN_TIME =
      Comparator.comparingLong(Past::position).thenComparing(Past::at);

  private final Histories histories;
  private final PlanLedger ledger;
  private final Moments moments;

  /// One end; without a history before the plan was sold.
  private record End(Optional<PlanHistory> history, Past past) {

    private Optional<Plan> plan() {
      return history.map(PlanHistory::plan);
    }

    private long sequence() {
      return history.map(PlanHistory::sequence).orElse(-1L);
    }
  }

  /// An event between the ends, with the fields that it changed.
  private record Fact(AccountAnswer account, List<Difference> changed) {

    private boolean accountsFor(String pointer) {
      return changed.stream()
          .map(Difference::pointer)
          .anyMatch(each -> lies(each, pointer) || lies(pointer, each));
    }

    private static boolean lies(String inner, String outer) {
      return inner.equals(outer) || inner.startsWith(outer + "/");
    }
  }

  Comparisons(Histories histories, PlanLedger ledger, Moments moments) {
    this.histories = histories;
    this.ledger = ledger;
    this.moments = moments;
  }

  @Operation(
      operationId = "comparePlan",
      summary = "A plan at two points of its past, what differs, and what accounts for it")
  @GetMapping(path = "/v1/plans/{planId}/comparison", produces = MediaType.APPLICATION_JSON_VALUE)
  ComparisonAnswer comparison(@PathVariable String planId, @Query ComparisonQuery query) {
    var id = Ids.plan(planId);
    if (query.from().isNow()) {
      throw ProblemException.malformed(
          Flaw.inQuery(
              query.from().names().getFirst(),
              FlawCode.MISSING,
              "the first end is missing; send one of " + String.join(", ", query.from().names())));
    }
    var to = end(id, query.to());
    var from = end(id, query.from());
    var order = IN_TIME.compare(from.past(), to.past());
    var earlier = order <= 0 ? from : to;
    var later = order <= 0 ? to : from;
    // Whatever there is of the plan was there at the later end.
    var plan = later.plan().orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PLAN));
    var toOn = query.toOn().orElseGet(() -> plan.day(to.past().at()));
    var fromOn = query.fromOn().orElse(toOn);
    var decisions = PlanDecisions.of(ledger, id);
    return new ComparisonAnswer(
        id.value(),
        order < 0 ? Direction.FORWARD : order > 0 ? Direction.BACKWARD : Direction.SAME,
        answer(from, fromOn),
        answer(to, toOn),
        differences(from, fromOn, to, toOn, facts(earlier, later, decisions, toOn)),
        events(earlier, later, decisions),
        between(decisions, earlier.past(), later.past()));
  }

  private End end(PlanId id, Asked asked) {
    if (asked.sequence().isPresent()) {
      var standing = histories.at(id, asked);
      return new End(Optional.of(standing.history()), standing.past());
    }
    var past = moments.past(asked).orElseGet(moments::head);
    return new End(histories.at(id, past), past);
  }

  private static EndAnswer answer(End end, LocalDate on) {
    return new EndAnswer(
        end.history().map(PlanHistory::sequence).orElse(null),
        end.past().position(),
        end.past().at(),
        on,
        state(end, on));
  }

  private static @Nullable PlanState state(End end, LocalDate on) {
    return end.plan().map(plan -> PlanState.of(plan, on)).orElse(null);
  }

  private static List<ChangeAnswer> differences(
      End from, LocalDate fromOn, End to, LocalDate toOn, List<Fact> newestFirst) {
    return Difference.between(state(from, fromOn), state(to, toOn)).stream()
        .map(
            difference ->
                ChangeAnswer.of(
                    difference,
                    newestFirst.stream()
                        .filter(fact -> fact.accountsFor(difference.pointer()))
                        .map(Fact::account)
                        .findFirst()
                        .orElse(null)))
        .toList();
  }

  /// What each event between the ends changed, the newest first, all on one contract day: what the
  /// day itself changes is no event's doing.
  private static List<Fact> facts(End earlier, End later, PlanDecisions decisions, LocalDate on) {
    var facts = new ArrayList<Fact>();
    Plan before = earlier.plan().orElse(null);
    for (var event : eventsBetween(earlier, later)) {
      var after = Plan.evolve(before, event.event());
      var was = before == null ? null : PlanState.of(before, on);
      facts.addFirst(
          new Fact(
              AccountAnswer.of(event, decisions.behind(event)),
              Difference.between(was, PlanState.of(after, on))));
      before = after;
    }
    return facts;
  }

  private static List<EventAnswer> events(End earlier, End later, PlanDecisions decisions) {
    var answers = new ArrayList<EventAnswer>();
    Plan before = earlier.plan().orElse(null);
    for (var event : eventsBetween(earlier, later)) {
      var after = Plan.evolve(before, event.event());
      answers.add(
          EventAnswer.of(event, before, after, decisions.behind(event), EventsQuery.plain()));
      before = after;
    }
    return answers;
  }

  private static List<RecordedEvent<PlanEvent>> eventsBetween(End earlier, End later) {
    return later.history().stream()
        .flatMap(history -> history.events().stream())
        .filter(event -> event.sequence() > earlier.sequence())
        .toList();
  }

  private List<DecisionRecord> between(PlanDecisions decisions, Past earlier, Past later) {
    Predicate<Attempt> decidedBefore = moments.decidedBy(earlier);
    return decisions.all().stream()
        .filter(decidedBefore.negate())
        .filter(moments.decidedBy(later))
        .map(DecisionRecord::of)
        .toList();
  }
}
