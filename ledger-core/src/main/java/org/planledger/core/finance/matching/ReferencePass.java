package org.planledger.core.finance.matching;

import java.util.Optional;

/// Passes 1 and 2: lines that name one fee and bring what is due, to the cent, up to an explained
/// difference, or together.
final class ReferencePass {

  private final Run run;
  private final Naming naming;
  private final Signs signs;
  private final IntRow lines = new IntRow();
  private static final IntRow NO_OTHERS = new IntRow();

  ReferencePass(Run run, Naming naming, Signs signs) {
    this.run = run;
    this.naming = naming;
    this.signs = signs;
  }

  /// Pass 1.
  void exact() {
    for (int rank = 0; rank < run.fees.size(); rank++) {
      int fee = run.fees.at(rank);
      if (!run.isOwed(fee)) {
        continue;
      }
      naming.money(fee, lines);
      for (int i = 0; i < lines.size(); i++) {
        if (isExact(fee, lines.get(i))) {
          take(fee, lines.get(i), lines);
          break;
        }
      }
    }
    for (int line : naming.linesOfSeveral()) {
      if (run.isFreeMoney(line)) {
        exactOfSeveral(line);
      }
    }
  }

  /// Of several fees that a line names, the only one of its amount.
  private void exactOfSeveral(int line) {
    int found = -1;
    for (int fee : naming.several(line)) {
      if (run.isOwed(fee) && isExact(fee, line)) {
        if (found >= 0) {
          return;
        }
        found = fee;
      }
    }
    if (found >= 0) {
      take(found, line, NO_OTHERS);
    }
  }

  private boolean isExact(int fee, int line) {
    return run.lines.currency(line) == run.fees.currency(fee)
        && run.lines.gross(line) == run.open(fee);
  }

  private void take(int fee, int line, IntRow others) {
    long minor = run.lines.gross(line);
    int currency = run.fees.currency(fee);
    var rule =
        switch (naming.how(line)) {
          case FEE_ID_IN_TEXT -> MatchRule.FEE_ID_IN_TEXT;
          case PAYMENT_REFERENCE -> MatchRule.PAYMENT_REFERENCE;
          case FEE_ID,
              DECIDED_BY_HAND,
              RELATED_PAYMENT,
              PAYOUT_ID,
              PAYMENT_REFERENCE_IN_TEXT,
              FEE_ID_NEARLY,
              CASE_ID,
              PLAN_ID,
              AMOUNT,
              AMOUNT_IN_SUM,
              AMOUNT_NEARLY,
              AMOUNT_DIFFERS,
              DATE,
              DATE_OUTSIDE,
              PAYMENT_NOT_RECORDED ->
              MatchRule.FEE_ID;
        };
    var draft =
        draft(rule, MatchState.MATCHED, fee, new int[] {line}, minor)
            .signals(signs.of(fee, line))
            .runnerUp(signs.runnerUp(fee, line, others))
            .remainder(run.writeOffs.remainder(new int[] {fee}))
            .because("The line names the fee and brings " + run.words(minor, currency) + ".");
    draft.signals.add(signs.amount(minor, currency));
    run.pay(draft);
    tellIfLate(fee, draft.lines);
  }

  private MatchDraft draft(MatchRule rule, MatchState state, int fee, int[] of, long minor) {
    return new MatchDraft(rule, state, new int[] {fee}, of, minor, run.fees.currency(fee));
  }

  /// Pass 2.
  void explained() {
    for (int rank = 0; rank < run.fees.size(); rank++) {
      int fee = run.fees.at(rank);
      if (!run.isOwed(fee)) {
        continue;
      }
      naming.money(fee, lines);
      if (lines.size() > 0 && !oneExplained(fee)) {
        parts(fee);
      }
    }
  }

  private boolean oneExplained(int fee) {
    for (int i = 0; i < lines.size(); i++) {
      int line = lines.get(i);
      var difference = difference(fee, line);
      if (difference.isPresent()) {
        nearly(fee, line, difference.get());
        return true;
      }
    }
    return false;
  }

  /// What a line leaves of a fee, and by which rule it may.
  private record Difference(MatchRule rule, long arrived, RemainderAccount account, String why) {}

  private Optional<Difference> difference(int fee, int line) {
    long open = run.open(fee);
    int currency = run.fees.currency(fee);
    boolean sameNet = run.lines.netCurrency(line) == currency;
    if (run.lines.currency(line) != currency) {
      return run.lines.isRated(line) && sameNet ? exchanged(open, line) : Optional.empty();
    }
    long gross = run.lines.gross(line);
    long left = Sums.subtract(open, gross);
    // A cost between gross and net has diminished what we got, and not what was paid.
    if (sameNet
        && gross == run.lines.net(line)
        && left == run.lines.fee(line)
        && Sums.isWithin(left, open, run.rules.costBasisPoints())) {
      return Optional.of(
          new Difference(
              MatchRule.PROCESSOR_COST,
              gross,
              RemainderAccount.PROCESSOR_COSTS,
              "The line says that so much was kept as its cost."));
    }
    long small = run.rules.limits(run.currencies.get(currency)).smallDifferenceMinor();
    return Sums.size(left) <= small
        ? Optional.of(
            new Difference(
                MatchRule.SMALL_DIFFERENCE,
                gross,
                RemainderAccount.SMALL_DIFFERENCES,
                "Differences up to " + run.words(small, currency) + " are booked."))
        : Optional.empty();
  }

  private Optional<Difference> exchanged(long open, int line) {
    long arrived = Sums.add(run.lines.net(line), run.lines.fee(line));
    long left = Sums.size(Sums.subtract(open, arrived));
    return Sums.isWithin(left, open, run.rules.exchangeBasisPoints())
        ? Optional.of(
            new Difference(
                MatchRule.EXCHANGE_RATE,
                arrived,
                RemainderAccount.EXCHANGE_DIFFERENCES,
                "The payment was exchanged at the rate that the line has."))
        : Optional.empty();
  }

  private void nearly(int fee, int line, Difference difference) {
    int currency = run.fees.currency(fee);
    long left = run.open(fee) - difference.arrived();
    var draft =
        draft(difference.rule(), MatchState.MATCHED, fee, new int[] {line}, difference.arrived())
            .signals(signs.of(fee, line))
            .signal(
                left == 0 ? SignalKind.AMOUNT : SignalKind.AMOUNT_NEARLY,
                run.words(difference.arrived(), currency)
                    + " of "
                    + run.words(run.open(fee), currency)
                    + ".")
            .runnerUp(signs.runnerUp(fee, line, lines))
            .because(
                "The line names the fee and brings "
                    + run.words(difference.arrived(), currency)
                    + "; the difference of "
                    + run.words(left, currency)
                    + " is explained.");
    draft.remainder(remainder(left, currency, difference));
    draft.remainder(run.writeOffs.remainder(new int[] {fee}));
    run.pay(draft);
    tellIfLate(fee, draft.lines);
  }

  private Optional<Remainder> remainder(long left, int currency, Difference difference) {
    return left == 0
        ? Optional.empty()
        : Optional.of(
            Remainder.ofMatch(run.money(left, currency), difference.account(), difference.why()));
  }

  /// The first lines, in the order of their days, that together bring what is due; or all of them,
  /// up to a small difference.
  private void parts(int fee) {
    int currency = run.fees.currency(fee);
    var taken = new IntRow();
    long sum = 0;
    for (int i = 0; i < lines.size() && sum < run.open(fee); i++) {
      int line = lines.get(i);
      if (run.lines.currency(line) == currency) {
        taken.add(line);
        sum = Sums.add(sum, run.lines.gross(line));
      }
    }
    if (taken.size() < 2 || sum != run.open(fee)) {
      return;
    }
    var draft =
        draft(MatchRule.PARTS, MatchState.PARTIAL, fee, taken.toArray(), sum)
            .signals(signs.of(fee, taken.get(0)))
            .signal(
                SignalKind.AMOUNT_IN_SUM,
                taken.size() + " lines together bring " + run.words(sum, currency) + ".")
            .remainder(run.writeOffs.remainder(new int[] {fee}))
            .because("Paid in " + taken.size() + " parts, which all name the fee.");
    run.pay(draft);
    tellIfLate(fee, draft.lines);
  }

  /// Money that surely belongs to a fee, at a time at which it should not have come.
  void tellIfLate(int fee, int[] of) {
    int last = of[of.length - 1];
    if (signs.isInTime(fee, of[0]) && signs.isInTime(fee, last)) {
      return;
    }
    int line = signs.isInTime(fee, last) ? of[0] : last;
    run.tell(
        new Trouble(
                ExceptionKind.DATE_OUT_OF_WINDOW,
                fee,
                new int[] {line},
                run.lines.gross(line),
                run.lines.currency(line),
                run.lines.bookedOn(line))
            .because(
                "The money was booked on "
                    + Words.day(run.lines.bookedOn(line))
                    + "; for a fee of "
                    + Words.day(run.fees.quotedOn(fee))
                    + (run.fees.isCaptured(fee)
                        ? ", recorded as paid on " + Words.day(run.fees.since(fee))
                        : "")
                    + ", that is outside of its days. It is matched all the same.")
            .next("Ask what held it up; nothing is owed."));
  }
}
