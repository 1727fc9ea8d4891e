package org.planledger.api.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.rehearsal.Movement;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// What becomes of the money for the fees that the book has as paid. Most of it arrives as it
/// should; the first fees meet one trouble each. The same fees make the same movements.
final class SampleMovements {

  private static final long SEED = 20_261_031;
  private static final int SMALL_MINOR = 30;
  private static final int MOST_DAYS = 2;

  /// How a payment comes, or does not.
  private enum Turn {
    CARD,
    /// The processor passes on nothing but its own reference, which the ledger has.
    CARD_WITHOUT_ID,
    TRANSFER,
    /// A transfer that names the case and not the fee.
    TRANSFER_FOR_CASE,
    SMALL_DIFFERENCE,
    /// The ledger has a payment, and no money ever came.
    MISSING,
    SHORT,
    PAID_TWICE,
    /// A transfer that says nothing.
    REFERENCE_MISSING,
    WRONG_CURRENCY,
    CHARGED_BACK,
    /// A record that cannot be read.
    BROKEN
  }

  private static final List<Turn> FIRST =
      List.of(
          Turn.CARD,
          Turn.SHORT,
          Turn.CARD_WITHOUT_ID,
          Turn.MISSING,
          Turn.TRANSFER,
          Turn.PAID_TWICE,
          Turn.TRANSFER_FOR_CASE,
          Turn.REFERENCE_MISSING,
          Turn.SMALL_DIFFERENCE,
          Turn.WRONG_CURRENCY,
          Turn.CARD,
          Turn.CHARGED_BACK,
          Turn.CARD,
          Turn.BROKEN);

  private final SplittableRandom chance = new SplittableRandom(SEED);
  private final SampleLines lines = new SampleLines();
  private final List<Movement> movements = new ArrayList<>();
  private final SortedMap<String, Payout> payouts = new TreeMap<>();
  private int turn;

  private record Payout(YearMonth month, Money sum) {
    Payout plus(Payout other) {
      return new Payout(month, sum.plus(other.sum()));
    }
  }

  private SampleMovements() {}

  /// The movements for these fees, payouts last.
  ///
  /// @param fees in their order
  static List<Movement> of(List<FeeFact> fees) {
    var made = new SampleMovements();
    Map<String, Long> ofCase =
        fees.stream().collect(Collectors.groupingBy(FeeFact::caseId, Collectors.counting()));
    for (var fee : fees) {
      var captured = fee.captured().filter(paid -> paid.amount().minor() > 0);
      if (captured.isPresent()) {
        boolean alone = ofCase.getOrDefault(fee.caseId(), 0L) == 1 && fee.refunds().isEmpty();
        made.pay(fee, captured.get(), alone ? made.next() : Turn.CARD);
      }
    }
    made.payouts.forEach(made::payOut);
    return List.copyOf(made.movements);
  }

  private Turn next() {
    int now = turn++;
    return now < FIRST.size() ? FIRST.get(now) : Turn.CARD;
  }

  private void pay(FeeFact fee, FeeFact.Captured captured, Turn how) {
    var on = SampleLines.working(captured.on().plusDays(chance.nextInt(MOST_DAYS)));
    // A case may have several fees, which the book calls by one payment; cards are charged for
    // each.
    String charge = captured.reference() + (how == Turn.CARD ? "-" + fee.position() : "");
    Money amount = captured.amount();
    switch (how) {
      case CARD -> {
        card(charge, fee, amount, on);
        fee.refunds()
            .forEach(
                back ->
                    reports(
                        lines.refund(
                            charge, back.amount(), SampleLines.working(back.on().plusDays(1)))));
      }
      case CARD_WITHOUT_ID -> reports(lines.payment(charge, Optional.empty(), amount, on));
      case TRANSFER -> transfer(fee, amount, on, "fee " + fee.feeId());
      case TRANSFER_FOR_CASE -> transfer(fee, amount, on, "repair case " + fee.caseId());
      case SMALL_DIFFERENCE ->
          transfer(fee, minor(amount, amount.minor() - SMALL_MINOR), on, "fee " + fee.feeId());
      case MISSING -> {}
      case SHORT -> card(charge, fee, minor(amount, amount.minor() / 2), on);
      case PAID_TWICE -> {
        card(charge, fee, amount, on);
        card(charge + "-again", fee, amount, SampleLines.working(on.plusDays(1)));
      }
      case REFERENCE_MISSING -> transfer(fee, amount, on, "thank you");
      case WRONG_CURRENCY -> card(charge, fee, new Money(amount.minor(), other(amount)), on);
      case CHARGED_BACK -> {
        card(charge, fee, amount, on);
        reports(lines.chargeback(charge, amount, SampleLines.working(on.plusDays(3))));
      }
      case BROKEN ->
          movements.add(
              new Movement(
                  Origin.CARD, lines.payment(charge, Optional.of(fee.feeId()), amount, on), true));
    }
  }

  private void card(String charge, FeeFact fee, Money amount, LocalDate on) {
    reports(lines.payment(charge, Optional.of(fee.feeId()), amount, on));
  }

  private void reports(SettlementLine line) {
    movements.add(new Movement(Origin.CARD, line, false));
    payouts.merge(
        SampleLines.payoutId(line.bookedOn(), line.net()),
        new Payout(YearMonth.from(line.bookedOn()), line.net()),
        Payout::plus);
  }

  private void transfer(FeeFact fee, Money amount, LocalDate on, String text) {
    movements.add(
        new Movement(Origin.BANK, lines.transfer("BK-" + fee.position(), amount, on, text), false));
  }

  private void payOut(String id, Payout payout) {
    movements.add(new Movement(Origin.CARD, lines.sent(id, payout.month(), payout.sum()), false));
    movements.add(
        new Movement(Origin.BANK, lines.arrived(id, payout.month(), payout.sum()), false));
  }

  private static Money minor(Money like, long minor) {
    return new Money(minor, like.currency());
  }

  private static Currency other(Money amount) {
    String code = amount.currency().getCurrencyCode().equals("EUR") ? "USD" : "EUR";
    return Currency.getInstance(code);
  }
}
