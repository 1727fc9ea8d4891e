package org.planledger.core.finance.matching;

import java.util.Arrays;

/// Pass 8: payments that the payer's bank took back. One that came again is settled; any other one
/// is an exception, matched or not.
final class ChargebackPass {

  private final Run run;
  private final Signs signs;
  private final MoneyBack back;

  ChargebackPass(Run run, Signs signs, MoneyBack back) {
    this.run = run;
    this.signs = signs;
    this.back = back;
  }

  void match() {
    for (int rank = 0; rank < run.fees.size(); rank++) {
      int fee = run.fees.at(rank);
      IntRow lines = back.chargebacks(fee);
      if (lines.size() > 0 || run.byHand.chargebacks(fee).length > 0) {
        match(fee, lines);
      }
    }
    for (int line : back.unlinked()) {
      if (back.isChargeback(line)) {
        run.tellOfLines(
            new Trouble(
                    ExceptionKind.CHARGEBACK,
                    Trouble.NO_FEE,
                    new int[] {line},
                    run.lines.gross(line),
                    run.lines.currency(line),
                    run.lines.bookedOn(line))
                .because("A payment was taken back or came again, and the line leads to no fee.")
                .next("Find the payment that it belongs to, and match it by hand."));
      }
    }
  }

  private void match(int fee, IntRow all) {
    var same = new IntRow();
    for (int i = 0; i < all.size(); i++) {
      int line = all.get(i);
      if (run.lines.currency(line) == run.fees.currency(fee)) {
        same.add(line);
      } else {
        run.tellOfLines(
            new Trouble(
                    ExceptionKind.CURRENCY,
                    fee,
                    new int[] {line},
                    run.lines.gross(line),
                    run.lines.currency(line),
                    run.lines.bookedOn(line))
                .because("A payment was taken back in another currency than that of the fee.")
                .next("Ask the processor what it is in the currency of the fee, and explain it."));
      }
    }
    int[] byHand = run.byHand.chargebacks(fee);
    if (same.size() + byHand.length > 0) {
      take(fee, same.toArray(), byHand);
    }
  }

  /// @param byHand lines of which people have said that they are of this fee; they are matched
  private void take(int fee, int[] taken, int[] byHand) {
    long sum = sum(taken);
    long total = Sums.add(sum, sum(byHand));
    long givenUp = run.writeOffs.chargedBack(fee);
    String reason = reason(total, givenUp, run.fees.currency(fee));
    if (taken.length > 0) {
      run.tell(
          new MatchDraft(
                  total == 0 ? MatchRule.CHARGEBACK_REVERSED : MatchRule.CHARGEBACK,
                  MatchState.CHARGED_BACK,
                  new int[] {fee},
                  taken,
                  sum,
                  run.fees.currency(fee))
              .signals(signs.ofMoneyBack(fee, taken[0], back.refersTo(fee, taken[0])))
              .because(reason),
          LineFate.MATCHED);
    }
    int[] all = both(byHand, taken);
    if (givenUp > 0 && givenUp != -total) {
      tellGivenUp(fee, all, total, reason);
    } else if (givenUp == 0 && total != 0) {
      tell(fee, all, total, reason);
    }
  }

  private long sum(int[] of) {
    long sum = 0;
    for (int line : of) {
      sum = Sums.add(sum, run.lines.gross(line));
    }
    return sum;
  }

  private static int[] both(int[] first, int[] second) {
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private String reason(long total, long givenUp, int currency) {
    String net = run.words(Sums.size(total), currency);
    String happened =
        total == 0
            ? "The payment was taken back and came again."
            : total < 0
                ? "The payer's bank took back " + net + "."
                : net + " came again that was never seen to go.";
    return givenUp == 0
        ? happened
        : happened + " Of the fee, " + run.words(givenUp, currency) + " was written off for that.";
  }

  private void tell(int fee, int[] lines, long total, String reason) {
    run.tell(
        trouble(fee, lines, total, "first ")
            .because(reason)
            .next(
                total < 0
                    ? "Contest it with the processor in time, ask the payer, or write it off."
                    : "Import the file in which the payment was taken back."));
  }

  /// More or less was taken back in the end than somebody has given up.
  private void tellGivenUp(int fee, int[] lines, long total, String reason) {
    run.tell(
        trouble(fee, lines, total, "written off, first ")
            .because(reason)
            .next("Take the write-off back."));
  }

  private Trouble trouble(int fee, int[] lines, long total, String about) {
    return new Trouble(
            ExceptionKind.CHARGEBACK,
            fee,
            lines,
            total,
            run.fees.currency(fee),
            run.lines.bookedOn(lines[0]))
        .about(about + run.lines.key(lines[0]).hex());
  }
}
