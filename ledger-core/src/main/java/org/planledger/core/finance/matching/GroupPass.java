package org.planledger.core.finance.matching;

import java.util.Optional;

/// Pass 4, as far as fees are concerned: one line that pays several fees, all of which it names, or
/// which the ledger recorded with this payment, or which are all there is of a case or a plan.
final class GroupPass {

  private final Run run;
  private final Naming naming;
  private final Signs signs;
  private final boolean[] spokenFor;

  GroupPass(Run run, Naming naming, Signs signs) {
    this.run = run;
    this.naming = naming;
    this.signs = signs;
    this.spokenFor = naming.spokenFor();
  }

  void match() {
    int[] lines = new int[run.lines.size()];
    int count = 0;
    for (int line = 0; line < run.lines.size(); line++) {
      if (run.isFreeMoney(line) && run.lines.hitCount(line) > 0) {
        lines[count++] = line;
      }
    }
    Sorting.sort(lines, count, run.lines::compareByDay);
    for (int i = 0; i < count; i++) {
      match(lines[i]);
    }
  }

  private void match(int line) {
    int named = naming.named(line);
    if (named == LineBook.NAMES_SEVERAL && takeNamed(line)) {
      return;
    }
    if (takeHits(line, SignalKind.PAYMENT_REFERENCE, MatchRule.ONE_PAYMENT)
        || takeHits(line, SignalKind.PAYMENT_REFERENCE_IN_TEXT, MatchRule.ONE_PAYMENT)) {
      return;
    }
    if (named == LineBook.NAMES_NONE && !takeHits(line, SignalKind.CASE_ID, MatchRule.ONE_CASE)) {
      takeHits(line, SignalKind.PLAN_ID, MatchRule.ONE_PLAN);
    }
  }

  private boolean takeNamed(int line) {
    int[] fees = naming.several(line);
    for (int fee : fees) {
      if (!run.isOwed(fee)) {
        return false;
      }
    }
    return take(line, fees, MatchRule.NAMED_TOGETHER, "It names all of them");
  }

  /// All fees of a payment, case or plan that are owed and in their days.
  private boolean takeHits(int line, SignalKind kind, MatchRule rule) {
    for (int i = 0; i < run.lines.hitCount(line); i++) {
      long hit = run.lines.hit(line, i);
      if (References.kind(hit) != kind) {
        continue;
      }
      var all = new IntRow();
      naming.expand(line, hit, all);
      var owed = new IntRow();
      for (int j = 0; j < all.size(); j++) {
        int fee = all.get(j);
        if (run.isOwed(fee)
            && run.fees.currency(fee) == run.lines.currency(line)
            && signs.isInTime(fee, line)
            && (rule == MatchRule.ONE_PAYMENT || !spokenFor[fee])) {
          owed.add(fee);
        }
      }
      if (take(line, owed.toArray(), rule, reason(rule))) {
        return true;
      }
    }
    return false;
  }

  private static String reason(MatchRule rule) {
    return switch (rule) {
      case ONE_PAYMENT -> "The ledger recorded it as the payment of all of them";
      case ONE_CASE -> "They are all that is owed for the case in the text";
      case ONE_PLAN -> "They are all that is owed for the plan in the text";
      case BY_HAND,
          FEE_ID,
          FEE_ID_IN_TEXT,
          PAYMENT_REFERENCE,
          SMALL_DIFFERENCE,
          PROCESSOR_COST,
          EXCHANGE_RATE,
          PARTS,
          SIGNS,
          NAMED_TOGETHER,
          PAYOUT,
          UNDERPAID,
          OVERPAID,
          REFUND,
          REFUND_IN_PARTS,
          SURPLUS_BACK,
          CHARGEBACK,
          CHARGEBACK_REVERSED ->
          "";
    };
  }

  private boolean take(int line, int[] fees, MatchRule rule, String why) {
    if (fees.length < 2) {
      return false;
    }
    int currency = run.lines.currency(line);
    long sum = 0;
    for (int fee : fees) {
      if (run.fees.currency(fee) != currency) {
        return false;
      }
      sum = Sums.add(sum, run.open(fee));
    }
    if (sum != run.lines.gross(line)) {
      return false;
    }
    run.pay(
        new MatchDraft(rule, MatchState.GROUPED, fees, new int[] {line}, sum, currency)
            .signals(signs.of(fees[0], line))
            .signal(
                SignalKind.AMOUNT_IN_SUM,
                fees.length + " fees together are " + run.words(sum, currency) + ".")
            .runnerUp(Optional.empty())
            .remainder(run.writeOffs.remainder(fees))
            .because(
                "One payment for "
                    + fees.length
                    + " fees. "
                    + why
                    + ", and together they are "
                    + run.words(sum, currency)
                    + "."));
    return true;
  }
}
