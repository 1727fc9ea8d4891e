package org.planledger.core.finance.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What people decided, before anything else.
final class HandPass {

  private final Run run;
  private long unused;

  HandPass(Run run) {
    this.run = run;
  }

  /// Applies them, in the order of their ids.
  ///
  /// @return how many decisions named a fee or a line that is not in this run
  long apply(List<ByHand> byHand) {
    var sorted = byHand.stream().sorted(Comparator.comparing(ByHand::decisionId)).toList();
    for (var decision : sorted) {
      switch (decision) {
        case ByHand.WrittenOff off -> writeOff(off);
        case ByHand.Withdrawn withdrawn -> {
          if (fee(withdrawn.feeId()) < 0 || run.lines.find(withdrawn.line()) < 0) {
            unused++;
          }
        }
        case ByHand.Paired _ -> {}
      }
    }
    for (var decision : sorted) {
      if (decision instanceof ByHand.Paired paired) {
        pair(paired);
      }
    }
    return unused;
  }

  private int fee(String feeId) {
    return run.fees.ofId(run.texts.find(feeId));
  }

  private void writeOff(ByHand.WrittenOff off) {
    int fee = fee(off.feeId());
    if (fee < 0 || !run.currencies.get(run.fees.currency(fee)).equals(off.amount().currency())) {
      unused++;
      return;
    }
    run.writeOffs.add(fee, off);
    if (run.open(fee) == 0 && run.isOwed(fee)) {
      run.settle(fee, FeeFate.WRITTEN_OFF);
    }
  }

  private void pair(ByHand.Paired paired) {
    int[] fees = paired.feeIds().stream().distinct().mapToInt(this::fee).toArray();
    int[] lines = paired.lines().stream().distinct().mapToInt(run.lines::find).toArray();
    for (int fee : fees) {
      if (fee < 0 || run.fees.currency(fee) != run.fees.currency(fees[0])) {
        unused++;
        return;
      }
    }
    long sum = 0;
    for (int line : lines) {
      if (line < 0
          || !run.isLineFree(line)
          || run.lines.currency(line) != run.lines.currency(lines[0])) {
        unused++;
        return;
      }
      sum = Sums.add(sum, run.lines.gross(line));
    }
    Sorting.sort(fees, (one, other) -> Integer.compare(run.fees.rank(one), run.fees.rank(other)));
    Sorting.sort(lines, run.lines::compareByDay);
    if (sum > 0) {
      paid(paired, fees, lines, sum);
    } else {
      paidBack(paired, fees, lines, sum);
    }
  }

  private void paid(ByHand.Paired paired, int[] fees, int[] lines, long sum) {
    int currency = run.fees.currency(fees[0]);
    int[] unpaid = Arrays.stream(fees).filter(run::isFree).toArray();
    long open = 0;
    for (int fee : unpaid) {
      open = Sums.add(open, run.open(fee));
    }
    // A person who pairs different currencies has judged the rate.
    boolean converted = run.lines.currency(lines[0]) != currency;
    long arrived = converted ? open : sum;
    long left = open - arrived;
    var draft = draft(paired, MatchState.BY_HAND, fees, lines, arrived, currency);
    if (left != 0 && paired.remainder().isPresent()) {
      draft.remainder(Optional.of(named(left, currency, paired.remainder().get())));
      left = 0;
    }
    draft.remainder(run.writeOffs.remainder(unpaid));
    run.pay(draft);
    if (left != 0) {
      difference(fees, lines, left, currency);
    }
    for (int fee : fees) {
      if (run.fees.isCancelled(fee)) {
        cancelled(fee, lines, draft.minor, currency);
      }
    }
  }

  /// It may have been cancelled after its money was matched.
  private void cancelled(int fee, int[] lines, long minor, int currency) {
    run.tell(
        new Trouble(
                ExceptionKind.MISSING_FEE,
                fee,
                lines,
                minor,
                currency,
                run.lines.bookedOn(lines[lines.length - 1]))
            .about("cancelled")
            .because("Money is matched with the fee, and the fee was cancelled: nothing is owed.")
            .next("Pay it back, or find what else it is for."));
  }

  private Remainder named(long left, int currency, RemainderAccount account) {
    return Remainder.ofMatch(run.money(left, currency), account, "Booked there by a person.");
  }

  private void difference(int[] fees, int[] lines, long left, int currency) {
    boolean isShort = left > 0;
    if (isShort) {
      run.tally.shortOf(currency, left);
    } else {
      run.tally.over(currency, -left);
    }
    var trouble =
        new Trouble(
                isShort ? ExceptionKind.AMOUNT_SHORT : ExceptionKind.AMOUNT_OVER,
                fees[0],
                lines,
                left,
                currency,
                run.lines.bookedOn(lines[lines.length - 1]))
            .about("by hand")
            .because(
                "The match by hand leaves "
                    + run.words(Sums.size(left), currency)
                    + (isShort ? " that did not arrive." : " more than is due."))
            .next("Name an account for the difference, or match what else belongs to it.");
    if (isShort || fees.length > 1) {
      run.tell(trouble);
    } else {
      run.surpluses.add(fees[0], -left, trouble);
    }
  }

  /// Money that went back leaves the fee's own payment as it is.
  private void paidBack(ByHand.Paired paired, int[] fees, int[] lines, long sum) {
    if (fees.length == 1) {
      run.byHand.add(fees[0], lines);
    }
    boolean takenBack = sum < 0 && Arrays.stream(lines).allMatch(run.byHand::isChargeback);
    run.tell(
        draft(
            paired,
            takenBack ? MatchState.CHARGED_BACK : MatchState.BY_HAND,
            fees,
            lines,
            sum,
            run.lines.currency(lines[0])),
        LineFate.MATCHED);
  }

  private static MatchDraft draft(
      ByHand.Paired paired, MatchState state, int[] fees, int[] lines, long minor, int currency) {
    return new MatchDraft(MatchRule.BY_HAND, state, fees, lines, minor, currency)
        .signal(SignalKind.DECIDED_BY_HAND, "Decided by " + paired.by() + ".")
        .because("By hand: " + paired.reason());
  }
}
