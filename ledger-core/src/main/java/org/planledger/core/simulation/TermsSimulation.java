package org.planledger.core.simulation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.TermsBook;

/// Decides every recorded command once more, in the order of its number, on a fork of the book
/// under other terms. Each answer changes the fork and nothing else, so a later command meets the
/// plan as the candidate would have left it.
///
/// It is taken as given that the customers would have sent the same commands, and would have paid
/// what was asked. What they would have done instead of a command that is refused now, nobody
/// knows.
///
/// Held in memory are the folded plans and devices of the fork, a few figures per plan, and as many
/// entries of the lists as the limits allow. One thread at a time may use it.
public final class TermsSimulation {

  /// What is known of a plan beside its fold.
  private static final class Trace {
    private final ZoneId zone;
    private boolean affected;

    /// Whether a command took effect on one side only, so that the plan stands differently.
    private boolean apart;

    Trace(ZoneId zone) {
      this.zone = zone;
    }
  }

  private record FlipKind(Direction direction, Rule rule, String command) {}

  private static final Comparator<FlipCount> IN_ORDER =
      Comparator.comparing(FlipCount::direction)
          .thenComparing(FlipCount::rule)
          .thenComparing(FlipCount::command);

  private final Fork fork;
  private final Limits limits;
  private final Map<PlanId, Trace> traces = new HashMap<>();
  private final Map<FlipKind, long[]> flipCounts = new HashMap<>();
  private final List<Flip> flips = new ArrayList<>();
  private final List<Unanswered> unanswered = new ArrayList<>();
  private final FeeTotals fees = new FeeTotals();
  private final Set<PlanId> affected = new LinkedHashSet<>();
  private final Tally tally = new Tally();

  /// A simulation that has not seen any attempt yet.
  ///
  /// @param book the editions as they would have been: [TermsBook#with]
  public TermsSimulation(TermsBook book, Limits limits) {
    this.fork = new Fork(book, limits.plans());
    this.limits = limits;
  }

  /// Decides the next attempt.
  ///
  /// @throws IllegalArgumentException if it does not come after those before it
  /// @throws BookTooLargeException if the book has more plans than there is room for
  public void take(RecordedAttempt attempt) {
    tally.next(attempt.number());
    sold(attempt);
    var trace = traces.get(attempt.command().planId());
    var answer = fork.put(attempt);
    // A purchase that was refused then and is accepted here.
    if (trace == null && plan(attempt).isPresent()) {
      trace = new Trace(plan(attempt).get().sold().zone());
      traces.put(attempt.command().planId(), trace);
    }
    if (trace != null) {
      fees.recorded(attempt.events(), trace.zone);
    }
    boolean differs =
        switch (answer) {
          case Answer.Decided(Decision decision) -> compare(attempt, decision, trace);
          case Answer.NoLongerArises _ -> leftOut(attempt, trace, Optional.empty());
          case Answer.Undecidable(String reason) -> leftOut(attempt, trace, Optional.of(reason));
        };
    if (differs) {
      differs(attempt, trace);
    }
  }

  /// The comparison of everything taken so far.
  public SimulationReport report() {
    var counts =
        flipCounts.entrySet().stream()
            .map(entry -> count(entry.getKey(), entry.getValue()))
            .sorted(IN_ORDER)
            .toList();
    return new SimulationReport(
        tally.counts(traces.size()),
        counts,
        flips,
        unanswered,
        fees.differences(),
        affected.stream().toList());
  }

  private Optional<Plan> plan(RecordedAttempt attempt) {
    return fork.plan(attempt.command().planId());
  }

  private void sold(RecordedAttempt attempt) {
    for (var event : attempt.events()) {
      if (event instanceof PlanPurchased purchased) {
        traces.put(purchased.planId(), new Trace(purchased.zone()));
      }
    }
  }

  /// Compares both decisions, and says whether they differ in what a customer notices.
  private boolean compare(RecordedAttempt attempt, Decision decision, @Nullable Trace trace) {
    var events =
        decision instanceof Accepted accepted ? accepted.changes().plan() : List.<PlanEvent>of();
    if (trace != null) {
      fees.simulated(events, trace.zone);
    }
    if (attempt.accepted() != decision instanceof Accepted) {
      flip(Flip.of(attempt, decision, trace != null && trace.apart));
      apart(trace);
      return true;
    }
    if (!attempt.decision().codes().equals(decision.codes())) {
      tally.otherGrounds++;
      return true;
    }
    if (!feesOf(attempt.events()).equals(feesOf(events))) {
      tally.otherFee++;
      return true;
    }
    tally.unchanged++;
    return false;
  }

  private static List<Money> feesOf(List<PlanEvent> events) {
    return events.stream().flatMap(event -> FeeTotals.fee(event).stream()).toList();
  }

  private void flip(Flip flip) {
    switch (flip.direction()) {
      case NOW_ACCEPTED -> tally.nowAccepted++;
      case NOW_REFUSED -> tally.nowRefused++;
    }
    var kind = new FlipKind(flip.direction(), flip.rule(), flip.command());
    var counted = flipCounts.computeIfAbsent(kind, _ -> new long[2]);
    counted[0]++;
    counted[1] += flip.follows() ? 1 : 0;
    if (flips.size() < limits.listed()) {
      flips.add(flip);
    }
  }

  private static FlipCount count(FlipKind kind, long[] counted) {
    return new FlipCount(kind.direction(), kind.rule(), kind.command(), counted[0], counted[1]);
  }

  /// What was refused anyway and does not come about makes no difference to anybody.
  private boolean leftOut(RecordedAttempt attempt, @Nullable Trace trace, Optional<String> reason) {
    if (reason.isPresent()) {
      tally.undecidable++;
    } else {
      tally.noLongerArises++;
    }
    if (unanswered.size() < limits.listed()) {
      unanswered.add(
          new Unanswered(
              attempt.number(),
              attempt.command().planId(),
              Flip.caseOf(attempt.command()),
              attempt.command().getClass().getSimpleName(),
              attempt.accepted(),
              reason));
    }
    if (attempt.accepted() && !Fork.onlyRecords(attempt.command())) {
      apart(trace);
    }
    return attempt.accepted();
  }

  private static void apart(@Nullable Trace trace) {
    if (trace != null) {
      trace.apart = true;
    }
  }

  private void differs(RecordedAttempt attempt, @Nullable Trace trace) {
    if (trace == null || !trace.affected) {
      tally.plansAffected++;
      if (affected.size() < limits.listed()) {
        affected.add(attempt.command().planId());
      }
    }
    if (trace != null) {
      trace.affected = true;
    }
  }
}
