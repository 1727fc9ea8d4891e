package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;

/// What speaks for a line and a fee.
final class Signs {

  private final Run run;

  Signs(Run run) {
    this.run = run;
  }

  /// The references that both have in common, and the day; not the amount, which each rule judges
  /// for itself.
  List<Signal> of(int fee, int line) {
    List<Signal> signals = new ArrayList<>(4);
    for (int i = 0; i < run.lines.hitCount(line); i++) {
      long hit = run.lines.hit(line, i);
      var kind = References.kind(hit);
      if (run.fees.isOf(fee, kind, References.value(hit))) {
        signals.add(Signal.of(kind, detail(kind)));
      }
    }
    signals.add(date(fee, line));
    if (!run.fees.isCaptured(fee)) {
      signals.add(
          Signal.of(
              SignalKind.PAYMENT_NOT_RECORDED, "The ledger has not recorded this payment yet."));
    }
    return signals;
  }

  /// The same for money that went back: its day says nothing.
  List<Signal> ofMoneyBack(int fee, int line, boolean refersToPayment) {
    List<Signal> signals = new ArrayList<>(2);
    for (int i = 0; i < run.lines.hitCount(line); i++) {
      long hit = run.lines.hit(line, i);
      var kind = References.kind(hit);
      if (run.fees.isOf(fee, kind, References.value(hit))) {
        signals.add(Signal.of(kind, detail(kind)));
      }
    }
    if (refersToPayment) {
      signals.add(Signal.of(SignalKind.RELATED_PAYMENT, detail(SignalKind.RELATED_PAYMENT)));
    }
    return signals;
  }

  /// What [#of] counts.
  int score(int fee, int line) {
    int score = isInTime(fee, line) ? SignalKind.DATE.weight() : 0;
    for (int i = 0; i < run.lines.hitCount(line); i++) {
      long hit = run.lines.hit(line, i);
      var kind = References.kind(hit);
      if (run.fees.isOf(fee, kind, References.value(hit))) {
        score += kind.weight();
      }
    }
    return score;
  }

  private static String detail(SignalKind kind) {
    return switch (kind) {
      case FEE_ID -> "The reference of the line is the id of the fee.";
      case FEE_ID_IN_TEXT -> "The text of the line has the id of the fee.";
      case FEE_ID_NEARLY -> "The line has the id of the fee with a slip, or cut off.";
      case PAYMENT_REFERENCE -> "The line is the payment that the ledger recorded.";
      case PAYMENT_REFERENCE_IN_TEXT -> "The text has the payment that the ledger recorded.";
      case CASE_ID -> "The line has the id of the case.";
      case PLAN_ID -> "The line has the id of the plan.";
      case RELATED_PAYMENT -> "The line refers to a payment of the fee.";
      case PAYOUT_ID -> "The text has the id of the payout or batch.";
      case DECIDED_BY_HAND,
          AMOUNT,
          AMOUNT_IN_SUM,
          AMOUNT_NEARLY,
          AMOUNT_DIFFERS,
          DATE,
          DATE_OUTSIDE,
          PAYMENT_NOT_RECORDED ->
          "";
    };
  }

  private Signal date(int fee, int line) {
    String days =
        "Booked on "
            + Words.day(run.lines.bookedOn(line))
            + (run.fees.isCaptured(fee) ? ", recorded as paid on " : ", asked for on ")
            + Words.day(run.fees.since(fee))
            + ".";
    return Signal.of(isInTime(fee, line) ? SignalKind.DATE : SignalKind.DATE_OUTSIDE, days);
  }

  /// Whether the line came within the days in which money for the fee comes.
  boolean isInTime(int fee, int line) {
    int day = run.lines.bookedOn(line);
    int window = run.fees.isCaptured(fee) ? run.rules.windowDays() : run.rules.openWindowDays();
    return run.days.between(run.fees.quotedOn(fee), day) >= -run.rules.earlyDays()
        && run.days.between(run.fees.since(fee), day) <= window;
  }

  Signal amount(long minor, int currency) {
    return Signal.of(SignalKind.AMOUNT, "Both are " + run.words(minor, currency) + ".");
  }

  /// The best of those that the line also refers to, or that also refer to the fee.
  Optional<RunnerUp> runnerUp(int fee, int line, IntRow othersOfFee) {
    Optional<RunnerUp> other = otherFee(fee, line);
    Optional<RunnerUp> second = otherLine(fee, line, othersOfFee);
    if (other.isPresent() && second.isPresent()) {
      return other.get().score() >= second.get().score() ? other : second;
    }
    return other.or(() -> second);
  }

  private Optional<RunnerUp> otherFee(int fee, int line) {
    int best = -1;
    int bestScore = -1;
    for (int i = 0; i < run.lines.hitCount(line); i++) {
      long hit = run.lines.hit(line, i);
      var kind = References.kind(hit);
      int value = References.value(hit);
      var chain = run.fees.by(kind);
      boolean single = References.isOfFee(kind);
      for (int place = single ? 0 : chain.first(value);
          place >= 0;
          place = single ? -1 : chain.next(place)) {
        int other = single ? value : chain.at(place);
        int score = other == fee ? -1 : fullScore(other, line);
        if (score > bestScore
            || (score == bestScore && score >= 0 && run.fees.rank(other) < run.fees.rank(best))) {
          best = other;
          bestScore = score;
        }
      }
    }
    return best < 0
        ? Optional.empty()
        : Optional.of(
            new RunnerUp(
                Optional.of(run.fees.id(best)), Optional.empty(), bestScore, why(best, line)));
  }

  private int fullScore(int fee, int line) {
    return score(fee, line) + (isSameAmount(fee, line) ? SignalKind.AMOUNT.weight() : 0);
  }

  private boolean isSameAmount(int fee, int line) {
    return run.fees.currency(fee) == run.lines.currency(line)
        && run.open(fee) == run.lines.gross(line);
  }

  private String why(int fee, int line) {
    if (run.fees.isCancelled(fee)) {
      return "It is not owed.";
    }
    if (!isSameAmount(fee, line)) {
      return "Its amount is " + run.words(run.open(fee), run.fees.currency(fee)) + ".";
    }
    return isInTime(fee, line)
        ? "Less in the line speaks for it."
        : "The line is outside of the days in which its money comes.";
  }

  private Optional<RunnerUp> otherLine(int fee, int line, IntRow others) {
    int best = -1;
    int bestScore = -1;
    for (int i = 0; i < others.size(); i++) {
      int other = others.get(i);
      if (other != line && fullScore(fee, other) > bestScore) {
        best = other;
        bestScore = fullScore(fee, other);
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    Optional<LineKey> key = Optional.of(run.lines.key(best));
    String why =
        isSameAmount(fee, best)
            ? "It was booked on " + Words.day(run.lines.bookedOn(best)) + ", not before this one."
            : "It brings " + run.words(run.lines.gross(best), run.lines.currency(best)) + ".";
    return Optional.of(new RunnerUp(Optional.empty(), key, bestScore, why));
  }
}
