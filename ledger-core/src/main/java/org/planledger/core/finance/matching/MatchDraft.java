package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A match that is being put together.
final class MatchDraft {

  final MatchRule rule;
  final MatchState state;
  final int[] fees;
  final int[] lines;
  final long minor;
  final int currency;
  final List<Signal> signals = new ArrayList<>();
  Optional<RunnerUp> runnerUp = Optional.empty();
  final List<Remainder> remainders = new ArrayList<>(1);
  long[] dues = {};
  Optional<PayoutName> group = Optional.empty();
  String reason = "";

  /// @param minor what the lines bring, in the currency
  MatchDraft(MatchRule rule, MatchState state, int[] fees, int[] lines, long minor, int currency) {
    this.rule = rule;
    this.state = state;
    this.fees = fees;
    this.lines = lines;
    this.minor = minor;
    this.currency = currency;
  }

  MatchDraft signals(List<Signal> more) {
    signals.addAll(more);
    return this;
  }

  MatchDraft signal(SignalKind kind, String detail) {
    signals.add(Signal.of(kind, detail));
    return this;
  }

  MatchDraft runnerUp(Optional<RunnerUp> best) {
    runnerUp = best;
    return this;
  }

  MatchDraft remainder(Optional<Remainder> left) {
    left.ifPresent(remainders::add);
    return this;
  }

  MatchDraft group(PayoutName name) {
    group = Optional.of(name);
    return this;
  }

  MatchDraft because(String text) {
    reason = text;
    return this;
  }

  int score() {
    return signals.stream().mapToInt(Signal::weight).sum();
  }
}
