package org.planledger.api.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Lines that a card processor and a bank might report for the fees of the book. Whatever people
/// read of them says that it is made up.
final class SampleLines {

  private static final String PAYER = "SAMPLE payer";
  private static final String SERVICE = "SAMPLE device service";
  private static final int COST_BASIS_POINTS = 140;
  private static final int COST_MINOR = 25;
  private static final int CHARGEBACK_COST_MINOR = 1_500;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

  private final LineKeys card = new LineKeys("demonstration card");
  private final LineKeys bank = new LineKeys("demonstration bank");

  /// A payment by card, of which the processor keeps a part.
  ///
  /// @param charge what the processor calls it
  SettlementLine payment(String charge, Optional<String> feeId, Money gross, LocalDate on) {
    long cost = gross.minor() * COST_BASIS_POINTS / 10_000 + COST_MINOR;
    return line(LineType.PAYMENT, charge, charge, feeId, Optional.empty(), gross, cost, on);
  }

  /// A part of a payment by card goes back to the payer.
  SettlementLine refund(String charge, Money back, LocalDate on) {
    String own = "re_" + charge;
    return line(
        LineType.REFUND, own, own, Optional.empty(), Optional.of(charge), minus(back), 0, on);
  }

  /// The payer's bank takes a payment back, which the processor charges for.
  SettlementLine chargeback(String charge, Money back, LocalDate on) {
    return line(
        LineType.CHARGEBACK,
        charge,
        charge,
        Optional.empty(),
        Optional.empty(),
        minus(back),
        CHARGEBACK_COST_MINOR,
        on);
  }

  private SettlementLine line(
      LineType type,
      String id,
      String reference,
      Optional<String> feeId,
      Optional<String> related,
      Money gross,
      long cost,
      LocalDate on) {
    var net = new Money(gross.minor() - cost, gross.currency());
    return new SettlementLine(
        1,
        card.ofId(type.name(), id),
        type,
        on,
        Optional.of(on),
        gross,
        cost,
        net,
        Optional.empty(),
        Optional.of(reference),
        feeId,
        Optional.empty(),
        related,
        Optional.empty(),
        Optional.of(payoutId(on, net)),
        Optional.of(PAYER),
        Optional.of(SERVICE),
        "");
  }

  /// A transfer to the bank account.
  ///
  /// @param text what the payer has written
  SettlementLine transfer(String id, Money amount, LocalDate on, String text) {
    return moved(bank, LineType.BANK_CREDIT, id, amount, on, Optional.empty(), "SAMPLE " + text);
  }

  /// What the processor booked in a month and a currency goes out together on the first working day
  /// after it.
  static String payoutId(LocalDate bookedOn, Money net) {
    return "po_sample_%s_%s".formatted(bookedOn.format(MONTH), net.currency().getCurrencyCode());
  }

  /// A payout leaves the processor.
  SettlementLine sent(String payoutId, YearMonth month, Money sum) {
    return moved(
        card,
        LineType.PAYOUT,
        payoutId,
        minus(sum),
        sentOn(month),
        Optional.of(payoutId),
        "SAMPLE payout");
  }

  /// A payout arrives at the bank. What the processor is owed goes the other way.
  SettlementLine arrived(String payoutId, YearMonth month, Money sum) {
    return moved(
        bank,
        sum.minor() < 0 ? LineType.BANK_DEBIT : LineType.BANK_CREDIT,
        "BK" + payoutId,
        sum,
        working(sentOn(month).plusDays(1)),
        Optional.empty(),
        "SAMPLE PAYOUT " + payoutId);
  }

  private static LocalDate sentOn(YearMonth month) {
    return working(month.plusMonths(1).atDay(1));
  }

  private static SettlementLine moved(
      LineKeys keys,
      LineType type,
      String id,
      Money amount,
      LocalDate on,
      Optional<String> payoutId,
      String text) {
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
        Optional.of(PAYER),
        Optional.of(text),
        "");
  }

  private static Money minus(Money money) {
    return new Money(-money.minor(), money.currency());
  }

  /// The day itself, or the Monday after a weekend.
  static LocalDate working(LocalDate day) {
    var next = day;
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }
}
