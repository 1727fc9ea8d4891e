package org.planledger.core.finance.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What people have given up of the fees of a run.
final class WriteOffBook {

  private final Run run;
  private final Map<Integer, Long> minors = new HashMap<>();
  private final Map<Integer, Long> chargedBack = new HashMap<>();

  /// Fees of which something else has happened since, by their rank.
  private final Map<Integer, Integer> overtaken = new TreeMap<>();

  WriteOffBook(Run run) {
    this.run = run;
  }

  void add(int fee, ByHand.WrittenOff off) {
    (off.chargedBack() ? chargedBack : minors).merge(fee, off.amount().minor(), Sums::add);
    if (run.fees.isCancelled(fee) || run.fees.capturedAt(fee) > off.position()) {
      overtaken.put(run.fees.rank(fee), fee);
    }
  }

  /// What of a fee is given up because its money was taken back. Until then it had come, so that it
  /// is still looked for.
  long chargedBack(int fee) {
    return chargedBack.getOrDefault(fee, 0L);
  }

  /// What else of a fee is given up.
  long of(int fee) {
    return minors.isEmpty() ? 0 : Math.min(run.fees.due(fee), minors.getOrDefault(fee, 0L));
  }

  /// The part of fees that is given up, as a match of them shows it.
  Optional<Remainder> remainder(int[] fees) {
    long sum = 0;
    for (int fee : fees) {
      sum = Sums.add(sum, of(fee));
    }
    return sum == 0
        ? Optional.empty()
        : Optional.of(
            new Remainder(
                run.money(sum, run.fees.currency(fees[0])),
                RemainderAccount.WRITE_OFFS,
                "Written off by a person.",
                true));
  }

  /// Somebody is asked already to take the write-off of a fee back.
  void isTold(int fee) {
    overtaken.remove(run.fees.rank(fee));
  }

  /// What a customer owed is given up for good only while he neither pays nor is let off: else it
  /// stands in the accounts twice.
  void tellOvertaken() {
    overtaken.values().forEach(this::tellOvertaken);
  }

  private void tellOvertaken(int fee) {
    boolean cancelled = run.fees.isCancelled(fee);
    int currency = run.fees.currency(fee);
    run.tell(
        new Trouble(
                cancelled ? ExceptionKind.MISSING_FEE : ExceptionKind.MISSING_PAYMENT,
                fee,
                new int[0],
                Sums.add(of(fee), chargedBack(fee)),
                currency,
                run.fees.since(fee))
            .about("written off")
            .because(
                cancelled
                    ? "The fee was written off, and has been cancelled since: nothing is owed that"
                        + " could be given up."
                    : "The fee was written off when the ledger had no payment of it. One of "
                        + run.words(run.fees.due(fee), currency)
                        + " has been recorded since, as paid on "
                        + Words.day(run.fees.since(fee))
                        + ", and stands in the accounts beside the write-off.")
            .next("Take the write-off back."));
  }
}
