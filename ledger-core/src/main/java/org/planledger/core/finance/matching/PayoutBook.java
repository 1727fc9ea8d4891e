package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planledger.core.finance.settlement.LineType;

/// All payouts and batches of a run, added up.
final class PayoutBook {

  private final Run run;
  private final Map<Payout.Key, Payout> payouts = new HashMap<>();
  private final Map<Integer, List<Payout>> byName = new HashMap<>();
  private final Map<Amount, List<Payout>> byAmount = new HashMap<>();
  private final BitSet atBank = new BitSet();

  private record Amount(long minor, int currency) {}

  PayoutBook(Run run) {
    this.run = run;
  }

  /// Adds up what is not there twice, beginning with what earlier months have added up. Costs and
  /// other lines are part of a payout, whatever else they are.
  void collect(List<OpenPayout> open) {
    open.forEach(from -> payout(Payout.Key.of(run, from)).goOn(from));
    for (int rank = 0; rank < run.lines.size(); rank++) {
      int line = run.lines.at(rank);
      var type = run.lines.type(line);
      if (type == LineType.BANK_CREDIT || type == LineType.BANK_DEBIT) {
        atBank.set(run.lines.netCurrency(line));
        continue;
      }
      if (run.lines.group(line) >= 0 && !run.isTwice(line)) {
        payout(Payout.Key.of(run.lines, line)).add(run.lines, line, type == LineType.PAYOUT);
      }
    }
  }

  private Payout payout(Payout.Key key) {
    return payouts.computeIfAbsent(
        key,
        of -> {
          var payout = new Payout(of);
          int name = run.texts.intern(PayoutWords.plain(run.texts.text(of.text())));
          byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(payout);
          return payout;
        });
  }

  /// Those that are called so, in its plain form.
  List<Payout> named(int plain) {
    return byName.getOrDefault(plain, List.of());
  }

  /// Whether any bank reports lines of this currency.
  boolean hasBank(int currency) {
    return atBank.get(currency);
  }

  /// By their lowest lines.
  List<Payout> inOrder() {
    var sorted = new ArrayList<>(payouts.values());
    sorted.sort(Comparator.comparing(Payout::first));
    return sorted;
  }

  /// Those that come to this amount, in order.
  List<Payout> of(long minor, int currency) {
    if (byAmount.isEmpty()) {
      for (var payout : inOrder()) {
        byAmount
            .computeIfAbsent(
                new Amount(payout.total(run.lines), payout.key.currency()), _ -> new ArrayList<>(1))
            .add(payout);
      }
    }
    return byAmount.getOrDefault(new Amount(minor, currency), List.of());
  }
}
