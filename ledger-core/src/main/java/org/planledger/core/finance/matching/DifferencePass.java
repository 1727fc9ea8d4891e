package org.planledger.core.finance.matching;

import java.util.Optional;

/// Pass 6: what still names one fee is taken for it, too much or too little as it is; or it comes
/// for a fee that has its money, that is not owed, or in another currency.
final class DifferencePass {

  private final Run run;
  private final Naming naming;
  private final Signs signs;
  private final ReferencePass references;
  private final IntRow lines = new IntRow();
  private final IntRow same = new IntRow();

  DifferencePass(Run run, Naming naming, Signs signs, ReferencePass references) {
    this.run = run;
    this.naming = naming;
    this.signs = signs;
    this.references = references;
  }

  void conclude() {
    for (int rank = 0; rank < run.fees.size(); rank++) {
      int fee = run.fees.at(rank);
      naming.money(fee, lines);
      if (lines.size() == 0) {
        continue;
      }
      same.clear();
      for (int i = 0; i < lines.size(); i++) {
        if (run.lines.currency(lines.get(i)) == run.fees.currency(fee)) {
          same.add(lines.get(i));
        }
      }
      if (run.isOwed(fee) && same.size() > 0) {
        take(fee);
      }
      boolean wasOwed = run.isOwed(fee);
      for (int i = 0; i < lines.size(); i++) {
        if (run.isLineFree(lines.get(i))) {
          surplus(fee, lines.get(i), wasOwed);
        }
      }
    }
  }

  private void take(int fee) {
    int[] taken = same.toArray();
    int currency = run.fees.currency(fee);
    long open = run.open(fee);
    long sum = 0;
    for (int line : taken) {
      sum = Sums.add(sum, run.lines.gross(line));
    }
    long left = Sums.subtract(open, sum);
    long small = run.rules.limits(run.currencies.get(currency)).smallDifferenceMinor();
    boolean isSmall = Sums.size(left) <= small;
    var state = left > 0 ? MatchState.UNDERPAID : MatchState.OVERPAID;
    var rule = left > 0 ? MatchRule.UNDERPAID : MatchRule.OVERPAID;
    var draft =
        new MatchDraft(
                isSmall ? MatchRule.PARTS : rule,
                isSmall ? MatchState.PARTIAL : state,
                new int[] {fee},
                taken,
                sum,
                currency)
            .signals(signs.of(fee, taken[0]))
            .signal(
                isSmall ? SignalKind.AMOUNT_NEARLY : SignalKind.AMOUNT_DIFFERS,
                run.words(sum, currency) + " of " + run.words(open, currency) + ".")
            .runnerUp(taken.length == 1 ? signs.runnerUp(fee, taken[0], same) : Optional.empty())
            .because(
                (taken.length == 1 ? "The line names" : taken.length + " lines name")
                    + " the fee and "
                    + (taken.length == 1 ? "brings " : "bring ")
                    + run.words(sum, currency)
                    + " of "
                    + run.words(open, currency)
                    + ".");
    draft.remainder(isSmall && left != 0 ? small(left, currency) : Optional.empty());
    draft.remainder(run.writeOffs.remainder(new int[] {fee}));
    run.pay(draft);
    if (!isSmall) {
      tellDifference(fee, taken, left, currency);
    }
    references.tellIfLate(fee, taken);
  }

  private Optional<Remainder> small(long left, int currency) {
    return Optional.of(
        Remainder.ofMatch(
            run.money(left, currency),
            RemainderAccount.SMALL_DIFFERENCES,
            "Small differences are booked."));
  }

  private void tellDifference(int fee, int[] taken, long left, int currency) {
    boolean isShort = left > 0;
    if (isShort) {
      run.tally.shortOf(currency, left);
    } else {
      run.tally.over(currency, Sums.size(left));
    }
    var trouble =
        new Trouble(
                isShort ? ExceptionKind.AMOUNT_SHORT : ExceptionKind.AMOUNT_OVER,
                fee,
                taken,
                left,
                currency,
                run.lines.bookedOn(taken[taken.length - 1]))
            .about("of the fee")
            .because(
                "Of "
                    + run.words(run.open(fee), currency)
                    + (isShort ? ", " : ", more arrived than is due, by ")
                    + run.words(Sums.size(left), currency)
                    + (isShort ? " did not arrive." : "."))
            .next(
                isShort
                    ? "Ask the payer for the rest, or write it off."
                    : "Pay the difference back, or find what else it is for.");
    if (isShort) {
      run.tell(trouble);
    } else {
      run.surpluses.add(fee, Sums.size(left), trouble);
    }
  }

  /// Money for a fee that cannot take it.
  private void surplus(int fee, int line, boolean isOwed) {
    boolean sameCurrency = run.lines.currency(line) == run.fees.currency(fee);
    if (run.hasFate(fee, FeeFate.MATCHED)) {
      boolean again = sameCurrency && run.lines.gross(line) == run.open(fee);
      tell(
          again || !sameCurrency ? ExceptionKind.DUPLICATE : ExceptionKind.AMOUNT_OVER,
          fee,
          line,
          again
              ? "The fee has been paid already, and this line pays it again."
              : "The fee has its money, and this line brings more for it.",
          "Pay it back, or match it by hand with what it is for.");
    } else if (run.hasFate(fee, FeeFate.WRITTEN_OFF)) {
      run.writeOffs.isTold(fee);
      tell(
          ExceptionKind.MISSING_FEE,
          fee,
          line,
          "The fee was written off, and now its money has come.",
          "Take the write-off back.");
    } else if (run.fees.isCancelled(fee)) {
      tell(
          ExceptionKind.MISSING_FEE,
          fee,
          line,
          "The fee was cancelled: nothing is owed.",
          "Pay it back, or find what else it is for.");
    } else {
      tell(
          ExceptionKind.CURRENCY,
          fee,
          line,
          "The line brings "
              + run.words(run.lines.gross(line), run.lines.currency(line))
              + ", and the fee is "
              + run.words(run.open(fee), run.fees.currency(fee))
              + ".",
          "Ask the payer or the processor; if the rate is agreed, match them by hand.");
      if (isOwed && run.isFree(fee)) {
        run.settle(fee, FeeFate.IN_QUESTION);
      }
    }
  }

  private void tell(ExceptionKind kind, int fee, int line, String reason, String nextStep) {
    run.tellOfLines(
        new Trouble(
                kind,
                fee,
                new int[] {line},
                run.lines.gross(line),
                run.lines.currency(line),
                run.lines.bookedOn(line))
            .because(reason)
            .next(nextStep));
  }
}
