package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.List;

/// Pass 7: refunds that the ledger recorded and money that went back.
final class RefundPass {

  private static final String RECORD_IT = "Record the refund, or ask who made it.";

  private final Run run;
  private final Signs signs;
  private final MoneyBack back;

  RefundPass(Run run, Signs signs, MoneyBack back) {
    this.run = run;
    this.signs = signs;
    this.back = back;
  }

  void match() {
    for (int rank = 0; rank < run.fees.size(); rank++) {
      int fee = run.fees.at(rank);
      IntRow lines = back.refunds(fee);
      List<FeeFact.Refunded> refunds = new ArrayList<>(run.fees.refunds(fee));
      if (lines.size() > 0 || !refunds.isEmpty() || !run.byHand.refunds(fee).isEmpty()) {
        match(fee, refunds, lines);
      }
    }
    for (int line : back.unlinked()) {
      if (!back.isChargeback(line)) {
        tellUnlinked(line);
      }
    }
    run.surpluses.tell();
  }

  private void match(int fee, List<FeeFact.Refunded> refunds, IntRow all) {
    run.byHand.refunds(fee).forEach(taken -> takeOut(fee, refunds, taken));
    var left = new IntRow();
    for (int i = 0; i < all.size(); i++) {
      int line = all.get(i);
      if (run.lines.currency(line) != run.fees.currency(fee)) {
        tellCurrency(fee, line);
      } else if (run.lines.gross(line) < 0 && takeOut(refunds, -run.lines.gross(line))) {
        take(fee, new int[] {line}, MatchRule.REFUND);
      } else if (run.surpluses.takeOut(fee, -run.lines.gross(line))) {
        take(fee, new int[] {line}, MatchRule.SURPLUS_BACK);
      } else {
        left.add(line);
      }
    }
    if (left.size() + refunds.size() > 2 && sum(left) == -sum(refunds) && sum(left) < 0) {
      take(fee, left.toArray(), MatchRule.REFUND_IN_PARTS);
      return;
    }
    for (int i = 0; i < left.size(); i++) {
      tellUnrecorded(fee, left.get(i));
    }
    boolean onTheWay = false;
    for (var refund : refunds) {
      int on = Math.toIntExact(refund.on().toEpochDay());
      if (run.days.between(on, run.asOf) > run.rules.windowDays()) {
        tellUnsent(fee, refund, on);
      } else {
        onTheWay = true;
      }
    }
    if (onTheWay) {
      run.tellRefundOnTheWay(fee);
    }
  }

  /// What people have matched is what the ledger has recorded, line by line or together, or what
  /// had come in excess; or nobody knows of it.
  private void takeOut(int fee, List<FeeFact.Refunded> refunds, int[] taken) {
    long left = 0;
    for (int line : taken) {
      long minor = Sums.size(run.lines.gross(line));
      left = takeOut(refunds, minor) ? left : Sums.add(left, minor);
    }
    if (left == 0 || takeOut(refunds, left) || run.surpluses.takeOut(fee, left)) {
      return;
    }
    if (left == sum(refunds)) {
      refunds.clear();
      return;
    }
    int last = taken[taken.length - 1];
    run.tell(
        new Trouble(
                ExceptionKind.REFUND_UNLINKED,
                fee,
                taken,
                left,
                run.fees.currency(fee),
                run.lines.bookedOn(last))
            .about("by hand")
            .because(
                run.words(left, run.fees.currency(fee))
                    + " went back, which was matched with this fee by hand, and the ledger has no"
                    + " such refund.")
            .next(RECORD_IT));
  }

  private static boolean takeOut(List<FeeFact.Refunded> refunds, long minor) {
    for (int i = 0; i < refunds.size(); i++) {
      if (refunds.get(i).amount().minor() == minor) {
        refunds.remove(i);
        return true;
      }
    }
    return false;
  }

  private long sum(IntRow of) {
    long sum = 0;
    for (int i = 0; i < of.size(); i++) {
      sum = Sums.add(sum, run.lines.gross(of.get(i)));
    }
    return sum;
  }

  private static long sum(List<FeeFact.Refunded> refunds) {
    long sum = 0;
    for (var refund : refunds) {
      sum = Sums.add(sum, refund.amount().minor());
    }
    return sum;
  }

  private void take(int fee, int[] taken, MatchRule rule) {
    int currency = run.fees.currency(fee);
    long sum = 0;
    for (int line : taken) {
      sum = Sums.add(sum, run.lines.gross(line));
    }
    String words = run.words(Sums.size(sum), currency);
    boolean surplus = rule == MatchRule.SURPLUS_BACK;
    var draft =
        new MatchDraft(rule, MatchState.REFUNDED, new int[] {fee}, taken, sum, currency)
            .signals(signs.ofMoneyBack(fee, taken[0], back.refersTo(fee, taken[0])))
            .signal(
                rule == MatchRule.REFUND_IN_PARTS ? SignalKind.AMOUNT_IN_SUM : SignalKind.AMOUNT,
                (surplus ? "So much had come in excess: " : "The ledger recorded the same: ")
                    + words
                    + ".")
            .because(
                surplus
                    ? "More had come than was due, by " + words + ", and so much went back."
                    : "The ledger recorded that "
                        + words
                        + " was paid back, and so much went back.");
    run.tell(draft, LineFate.MATCHED);
  }

  private void tellCurrency(int fee, int line) {
    run.tellOfLines(
        trouble(ExceptionKind.CURRENCY, fee, line)
            .because("Money went back in another currency than the one of the fee.")
            .next("Ask the processor what it is in the currency of the fee, and explain it."));
  }

  private void tellUnrecorded(int fee, int line) {
    run.tellOfLines(
        trouble(ExceptionKind.REFUND_UNLINKED, fee, line)
            .because(
                run.words(Sums.size(run.lines.gross(line)), run.lines.currency(line))
                    + " went back for this fee, and the ledger has no such refund.")
            .next(RECORD_IT));
  }

  private void tellUnsent(int fee, FeeFact.Refunded refund, int on) {
    int currency = run.fees.currency(fee);
    run.tell(
        new Trouble(
                ExceptionKind.REFUND_UNLINKED,
                fee,
                new int[0],
                refund.amount().minor(),
                currency,
                on)
            .about(refund.eventId())
            .because(
                "The ledger recorded that "
                    + run.words(refund.amount().minor(), currency)
                    + " was paid back, and no such money has gone.")
            .next("Send the money, or import the file in which it went."));
  }

  private void tellUnlinked(int line) {
    run.tellOfLines(
        trouble(ExceptionKind.REFUND_UNLINKED, Trouble.NO_FEE, line)
            .because(
                "Money went back"
                    + run.lines.label(line).map(text -> " with the words `" + text + "`").orElse("")
                    + ", and the line leads to no fee.")
            .next("Find the payment that it belongs to, and match it by hand."));
  }

  private Trouble trouble(ExceptionKind kind, int fee, int line) {
    return new Trouble(
        kind,
        fee,
        new int[] {line},
        run.lines.gross(line),
        run.lines.currency(line),
        run.lines.bookedOn(line));
  }
}
