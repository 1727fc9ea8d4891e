package org.planledger.core.finance.matching;

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
      if (lines.size() > 0) {
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
                .next("Ask the processor; if it is right, match it by hand."));
      }
    }
    if (same.size() > 0) {
      take(fee, same.toArray());
    }
  }

  private void take(int fee, int[] taken) {
    int currency = run.fees.currency(fee);
    long sum = 0;
    for (int line : taken) {
      sum = Sums.add(sum, run.lines.gross(line));
    }
    String net = run.words(Sums.size(sum), currency);
    String reason =
        sum == 0
            ? "The payment was taken back and came again."
            : sum < 0
                ? "The payer's bank took back " + net + "."
                : net + " came again that was never seen to go.";
    run.tell(
        new MatchDraft(
                sum == 0 ? MatchRule.CHARGEBACK_REVERSED : MatchRule.CHARGEBACK,
                MatchState.CHARGED_BACK,
                new int[] {fee},
                taken,
                sum,
                currency)
            .signals(signs.ofMoneyBack(fee, taken[0], back.refersTo(fee, taken[0])))
            .because(reason),
        LineFate.MATCHED);
    if (sum != 0) {
      run.tell(
          new Trouble(
                  ExceptionKind.CHARGEBACK, fee, taken, sum, currency, run.lines.bookedOn(taken[0]))
              .about("first " + run.lines.key(taken[0]).hex())
              .because(reason)
              .next(
                  sum < 0
                      ? "Contest it with the processor in time, or ask the payer."
                      : "Import the file in which the payment was taken back."));
    }
  }
}
