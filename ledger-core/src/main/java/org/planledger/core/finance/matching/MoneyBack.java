package org.planledger.core.finance.matching;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.settlement.LineType;

/// Which fee money that went back belongs to: the one that its line names, or the one whose payment
/// it refers to.
final class MoneyBack {

  static final int NO_FEE = -1;

  private final Run run;
  private final Naming naming;
  private final Map<Integer, IntRow> refunds = new HashMap<>();
  private final Map<Integer, IntRow> chargebacks = new HashMap<>();
  private final IntRow unlinked = new IntRow();

  MoneyBack(Run run, Naming naming) {
    this.run = run;
    this.naming = naming;
  }

  /// Links all lines that are free, once payments have been matched.
  void collect() {
    for (int rank = 0; rank < run.lines.size(); rank++) {
      int line = run.lines.at(rank);
      if (!run.isLineFree(line)) {
        continue;
      }
      switch (run.lines.type(line)) {
        case REFUND -> link(line, refunds);
        case CHARGEBACK, CHARGEBACK_REVERSED -> link(line, chargebacks);
        case BANK_DEBIT -> {
          if (naming.named(line) >= 0) {
            link(line, refunds);
          } else {
            run.settleLine(line, LineFate.ASIDE);
          }
        }
        case PAYMENT, BANK_CREDIT, PROCESSOR_COST, PAYOUT, OTHER -> {}
      }
    }
  }

  private void link(int line, Map<Integer, IntRow> lines) {
    int fee = fee(line);
    if (fee == NO_FEE) {
      unlinked.add(line);
    } else {
      lines.computeIfAbsent(fee, _ -> new IntRow()).add(line);
    }
  }

  private int fee(int line) {
    if (naming.named(line) >= 0) {
      return naming.named(line);
    }
    int related = ofReference(run.lines.related(line), line);
    return related != NO_FEE ? related : ofReference(run.lines.processor(line), line);
  }

  /// Whether a line refers to a payment of the fee.
  boolean refersTo(int fee, int line) {
    return ofReference(run.lines.related(line), line) == fee
        || ofReference(run.lines.processor(line), line) == fee;
  }

  private int ofReference(int text, int line) {
    int fee = run.fees.ofId(text);
    if (fee < 0) {
      fee = onlyFee(run.lines.byProcessor(), text, true);
    }
    if (fee < 0) {
      fee = onlyFee(run.fees.by(SignalKind.PAYMENT_REFERENCE), text, false);
    }
    return fee >= 0 && !naming.isBarred(fee, line) ? fee : NO_FEE;
  }

  /// The fee of all things of a text, if it is the same for all that have one.
  private int onlyFee(Chains chain, int text, boolean ofLines) {
    int found = NO_FEE;
    int looked = 0;
    for (int place = chain.first(text); place >= 0; place = chain.next(place)) {
      int thing = chain.at(place);
      int fee = thing;
      if (ofLines) {
        fee = run.feeOfLine(thing) >= 0 ? run.feeOfLine(thing) : naming.named(thing);
      }
      if ((fee >= 0 && found >= 0 && fee != found) || ++looked > FeeBook.FEES_OF_ONE_AT_MOST) {
        return NO_FEE;
      }
      found = fee >= 0 ? fee : found;
    }
    return found;
  }

  /// The refunds of a fee, in the order of their days.
  IntRow refunds(int fee) {
    return sorted(refunds.get(fee));
  }

  /// The chargebacks of a fee and their reversals, in the order of their days.
  IntRow chargebacks(int fee) {
    return sorted(chargebacks.get(fee));
  }

  private IntRow sorted(@Nullable IntRow row) {
    if (row == null) {
      return new IntRow();
    }
    row.sort(run.lines::compareByDay);
    return row;
  }

  /// Whatever went back for a fee that nobody knows, in the order of the keys.
  int[] unlinked() {
    return unlinked.toArray();
  }

  boolean isChargeback(int line) {
    return run.lines.type(line) == LineType.CHARGEBACK
        || run.lines.type(line) == LineType.CHARGEBACK_REVERSED;
  }
}
