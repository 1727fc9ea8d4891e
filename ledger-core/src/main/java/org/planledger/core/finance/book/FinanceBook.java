package org.planledger.core.finance.book;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planledger.core.finance.book.FinanceEvent.ExceptionNoted;
import org.planledger.core.finance.book.FinanceEvent.ExceptionPended;
import org.planledger.core.finance.book.FinanceEvent.ExceptionReopened;
import org.planledger.core.finance.book.FinanceEvent.ExceptionResolved;
import org.planledger.core.finance.book.FinanceEvent.ExceptionsAssigned;
import org.planledger.core.finance.book.FinanceEvent.FeeWrittenOff;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.FinanceEvent.MatchWithdrawn;
import org.planledger.core.finance.book.FinanceEvent.MatchedByHand;
import org.planledger.core.finance.book.FinanceEvent.PeriodClosed;
import org.planledger.core.finance.book.FinanceEvent.PeriodReopened;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceEvent.WriteOffWithdrawn;

/// The books as their events have made them. Not safe for several threads.
public final class FinanceBook {

  private final NavigableMap<YearMonth, PeriodState> periods = new TreeMap<>();
  private final Map<Long, PeriodClosed> closings = new HashMap<>();
  private final Map<Long, Set<String>> explainedAtClosing = new HashMap<>();
  private final Map<String, Handling> handlings = new HashMap<>();
  private final List<HandAct> acts = new ArrayList<>();
  private long last;
  private long lastAct;

  /// Books in which nothing has happened yet.
  public FinanceBook() {}

  /// Remembers what happened.
  ///
  /// @param number of the event; they are counted from 1 and come in their order
  /// @param actor who it was
  public void evolve(long number, FinanceEvent event, String actor) {
    if (number != last + 1) {
      throw new IllegalStateException("event %d cannot follow event %d".formatted(number, last));
    }
    last = number;
    switch (event) {
      case FeesReconciled run -> period(run.inputs().period(), state -> state.reconciled(run));
      case MatchedByHand made -> acted(new HandAct.Match(number, made, actor));
      case MatchWithdrawn withdrawn -> acted(new HandAct.Withdrawal(number, withdrawn, actor));
      case FeeWrittenOff given -> acted(new HandAct.WriteOff(number, given, actor));
      case WriteOffWithdrawn taken -> acted(new HandAct.WriteOffWithdrawal(number, taken, actor));
      case ExceptionsAssigned(var exceptions, var owner) ->
          exceptions.forEach(id -> handled(id, handling -> handling.assigned(owner)));
      case ExceptionPended(var id, var waitsFor) ->
          handled(id, handling -> handling.pended(waitsFor));
      case ExceptionResolved(var id, var reason) ->
          handled(id, handling -> handling.resolved(reason));
      case ExceptionReopened(var id, var reason) ->
          handled(id, handling -> handling.reopened(reason));
      case ExceptionNoted(var id, var text) ->
          handled(id, handling -> handling.noted(number, text));
      case PeriodClosed closed -> {
        closings.put(closed.run(), closed);
        explainedAtClosing.put(closed.run(), explained());
        period(closed.period(), state -> state.closedBy(closed));
      }
      case PeriodReopened reopened -> period(reopened.period(), PeriodState::reopened);
    }
  }

  private Set<String> explained() {
    return handlings.entrySet().stream()
        .filter(each -> !each.getValue().isOpen())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void acted(HandAct act) {
    acts.add(act);
    lastAct = act.number();
  }

  private void period(YearMonth period, UnaryOperator<PeriodState> change) {
    periods.put(period, change.apply(periods.getOrDefault(period, PeriodState.opened(period))));
  }

  private void handled(String exceptionId, UnaryOperator<Handling> change) {
    handlings.put(exceptionId, change.apply(handling(exceptionId)));
  }

  /// The number of the last event; 0 if there is none.
  public long last() {
    return last;
  }

  /// The number of the last event that says what belongs together and what does not.
  public long lastAct() {
    return lastAct;
  }

  /// How a month stands.
  public PeriodState period(YearMonth period) {
    return periods.getOrDefault(period, PeriodState.opened(period));
  }

  /// Every month in which something happened, in their order.
  public List<PeriodState> periods() {
    return List.copyOf(periods.values());
  }

  /// The last month that is closed, with all before it.
  public Optional<PeriodClosed> lastClosed() {
    return periods.descendingMap().values().stream()
        .flatMap(state -> state.closed().stream())
        .findFirst();
  }

  /// The closed month before this one.
  public Optional<PeriodClosed> closedBefore(YearMonth period) {
    return periods.headMap(period, false).descendingMap().values().stream()
        .flatMap(state -> state.closed().stream())
        .findFirst();
  }

  /// The closings that a run goes on from, in the order of their months: as they were when it was
  /// begun, whatever was closed or opened again since.
  public List<PeriodClosed> before(RunInputs inputs) {
    List<PeriodClosed> before = new ArrayList<>();
    for (long run = inputs.fromRun(); run > 0; ) {
      var closing = closings.get(run);
      if (closing == null) {
        throw new IllegalStateException("run " + run + " has closed no month");
      }
      before.addFirst(closing);
      run = closing.inputs().fromRun();
    }
    return before;
  }

  /// The exceptions that were explained when the month was closed that a run goes on from.
  public Set<String> explainedBefore(RunInputs inputs) {
    return explainedAtClosing.getOrDefault(inputs.fromRun(), Set.of());
  }

  /// Whether a run goes on where the closed month before it has ended. One that does not has looked
  /// at what that month has settled: it was made before, or before the month was opened again.
  boolean follows(FeesReconciled run) {
    var before = closedBefore(run.inputs().period());
    return run.inputs().fromRun() == before.map(PeriodClosed::run).orElse(0L);
  }

  /// The run of the open months that counts: the newest, because each of them has looked at all
  /// that no closed month has settled.
  private Optional<FeesReconciled> openRun() {
    return periods.values().stream()
        .filter(state -> !state.isClosed())
        .flatMap(state -> state.run().stream())
        .filter(this::follows)
        .max(Comparator.comparingLong(FeesReconciled::run));
  }

  /// The newest run that counts, open or closed.
  public Optional<FeesReconciled> newestRun() {
    return openRun().or(() -> lastClosed().flatMap(closed -> period(closed.period()).run()));
  }

  /// The numbers of the runs that count, by their months. No fee and no line is settled by two of
  /// them.
  public List<Long> standingRuns() {
    return Stream.concat(
            periods.values().stream()
                .flatMap(state -> state.closed().stream())
                .map(PeriodClosed::run),
            openRun().map(FeesReconciled::run).stream())
        .toList();
  }

  /// What people have done about an exception.
  public Handling handling(String exceptionId) {
    return handlings.getOrDefault(exceptionId, Handling.NONE);
  }

  /// What people have said that no run overrules, up to an event, in the order in which they did.
  public List<HandAct> acts(long upTo) {
    return acts.stream().filter(act -> act.number() <= upTo).toList();
  }

  /// The matches by hand that nobody has withdrawn since, up to an event, in their order.
  public List<HandAct.Match> matchesByHand(long upTo) {
    var standing = new ArrayList<HandAct.Match>();
    for (var act : acts(upTo)) {
      switch (act) {
        case HandAct.Match made -> standing.add(made);
        case HandAct.Withdrawal withdrawn -> standing.removeIf(withdrawn::takesBack);
        case HandAct.WriteOff _, HandAct.WriteOffWithdrawal _ -> {}
      }
    }
    return standing;
  }

  /// The match by hand of an id, whether it was withdrawn or not.
  public Optional<HandAct.Match> matchByHand(String matchId) {
    return acts.stream()
        .filter(HandAct.Match.class::isInstance)
        .map(HandAct.Match.class::cast)
        .filter(made -> made.event().matchId().equals(matchId))
        .findFirst();
  }

  /// Whether somebody has withdrawn this match, and nobody has made it again by hand.
  public boolean isWithdrawn(String matchId) {
    var made = matchByHand(matchId);
    if (made.isPresent()) {
      return !matchesByHand(Long.MAX_VALUE).contains(made.get());
    }
    Optional<HandAct.Withdrawal> standing = Optional.empty();
    for (var act : acts) {
      if (act instanceof HandAct.Withdrawal withdrawal
          && withdrawal.event().matchId().equals(matchId)) {
        standing = Optional.of(withdrawal);
      } else if (act instanceof HandAct.Match again) {
        standing = standing.filter(withdrawal -> !withdrawal.takesBack(again));
      }
    }
    return standing.isPresent();
  }

  /// The write-off of a fee that nobody has taken back.
  public Optional<HandAct.WriteOff> writeOff(String feeId) {
    Optional<HandAct.WriteOff> standing = Optional.empty();
    for (var act : acts) {
      if (act instanceof HandAct.WriteOff given && given.event().feeId().equals(feeId)) {
        standing = Optional.of(given);
      } else if (act instanceof HandAct.WriteOffWithdrawal taken
          && taken.event().feeId().equals(feeId)) {
        standing = Optional.empty();
      }
    }
    return standing;
  }

  /// The exceptions that people have done something about.
  public Map<String, Handling> handlings() {
    return Collections.unmodifiableMap(handlings);
  }
}
