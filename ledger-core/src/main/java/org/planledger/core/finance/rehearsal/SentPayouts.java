package org.planledger.core.finance.rehearsal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// What the card processor sends to the bank: of each day and currency what it booked, in one sum.
final class SentPayouts {

  private final SortedMap<String, Payout> payouts = new TreeMap<>();

  private record Payout(LocalDate bookedOn, Money sum) {}

  /// Tells each as the processor does, when it sends it.
  void sent(Consumer<Movement> taker) {
    payouts.forEach((id, payout) -> taker.accept(sent(id, payout)));
  }

  /// Tells each as the bank does, when it arrives.
  void arrived(Consumer<Movement> taker) {
    payouts.forEach((id, payout) -> taker.accept(arrived(id, payout)));
  }

  /// A broken record is not read, so a payout with one is sent without it: whatever is wrong about
  /// it is planted once.
  void collect(Movement movement) {
    if (movement.origin() == Origin.CARD && !movement.broken()) {
      var line = movement.line();
      line.payoutId()
          .ifPresent(
              id ->
                  payouts.merge(
                      id,
                      new Payout(line.bookedOn(), line.net()),
                      (before, more) ->
                          new Payout(before.bookedOn(), before.sum().plus(more.sum()))));
    }
  }

  /// What the processor calls the payout of what it booked on a day.
  static String id(LocalDate bookedOn, Currency currency) {
    return "po_" + Scene.compact(bookedOn) + "_" + currency.getCurrencyCode();
  }

  private static Movement sent(String id, Payout payout) {
    var sum = new Money(-payout.sum().minor(), payout.sum().currency());
    return new Movement(
        Origin.CARD,
        line(
            LineType.PAYOUT,
            new LineKeys(Rehearsal.CARD_KEYS),
            id,
            payout.bookedOn().plusDays(1),
            sum,
            Optional.of(id),
            Optional.empty()),
        false);
  }

  private static Movement arrived(String id, Payout payout) {
    boolean credit = payout.sum().minor() >= 0;
    return new Movement(
        Origin.BANK,
        line(
            credit ? LineType.BANK_CREDIT : LineType.BANK_DEBIT,
            new LineKeys(Rehearsal.BANK_KEYS),
            "BK" + id,
            Scene.working(payout.bookedOn().plusDays(2)),
            payout.sum(),
            Optional.empty(),
            Optional.of("PAYOUT " + atBank(id))),
        false);
  }

  /// Transfers between banks know no underscore, and many banks no small letters.
  private static String atBank(String id) {
    return id.replace('_', ' ').toUpperCase(Locale.ROOT);
  }

  private static SettlementLine line(
      LineType type,
      LineKeys keys,
      String id,
      LocalDate on,
      Money amount,
      Optional<String> payoutId,
      Optional<String> text) {
    return new SettlementLine(
        1,
        keys.ofId(type.name(), id),
        type,
        on,
        Optional.of(on),
        amount,
        0,
        amount,
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        payoutId,
        Optional.empty(),
        text,
        "");
  }
}
