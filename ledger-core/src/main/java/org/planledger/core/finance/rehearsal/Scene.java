package org.planledger.core.finance.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// One or two fees of a case, with all that moves for them. A scene follows from the seed and its
/// number alone.
final class Scene {

  private static final long SECONDS_OF_A_DAY = 86_400;
  private static final int COST_BASIS_POINTS = 140;
  private static final int SCENES_OF_A_PLAN = 3;
  private static final int PAID_AFTER_DAYS_AT_MOST = 3;
  private static final String[] PAYERS = {
    "A. Meyer", "Chen Wei", "J. Smith", "Fa. Luftbild", "M. Dupont", "Tanaka Y."
  };

  final Dice dice;
  final String planId;
  final String caseId;
  final Money price;
  final LocalDate quotedOn;
  final LocalDate paidOn;
  private final long number;
  private final LocalDate lastDay;
  private final LineKeys cardKeys;
  private final LineKeys bankKeys;
  private int fees;
  private int lines;
  final List<FeeFact> facts = new ArrayList<>(2);
  final List<Movement> movements = new ArrayList<>(3);
  private final List<LineKey> truly = new ArrayList<>(2);
  private final List<Truth.Expected> expected = new ArrayList<>(1);

  Scene(
      long seed,
      long number,
      LocalDate quotedOn,
      LocalDate lastDay,
      LineKeys cardKeys,
      LineKeys bankKeys) {
    this.number = number;
    this.cardKeys = cardKeys;
    this.bankKeys = bankKeys;
    this.lastDay = lastDay;
    this.quotedOn = quotedOn;
    this.dice = new Dice(seed, number);
    planId = new Dice(seed + 1, number / SCENES_OF_A_PLAN).id(millis(quotedOn.withDayOfYear(1)));
    caseId = dice.id(millis(quotedOn));
    price = Prices.any(dice);
    paidOn = working(quotedOn.plusDays(dice.below(PAID_AFTER_DAYS_AT_MOST)));
  }

  private static LocalDate working(LocalDate day) {
    var next = day;
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }

  private long millis(LocalDate day) {
    return (day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) + dice.below((int) SECONDS_OF_A_DAY))
        * 1_000;
  }

  /// A fee of this scene that the ledger has recorded as paid.
  FeeFact paidFee(FeeFact.Refunded... refunds) {
    return fee(Optional.of(captured(paidOn)), List.of(refunds), false);
  }

  private FeeFact.Captured captured(LocalDate on) {
    return new FeeFact.Captured(price, on, charge(fees), position() + 1);
  }

  /// A fee that was recorded as paid a day before the last.
  FeeFact justPaidFee() {
    return fee(Optional.of(captured(lastDay.minusDays(1))), List.of(), false);
  }

  /// A fee of which the ledger has recorded no payment.
  FeeFact unpaidFee(boolean cancelled) {
    return fee(Optional.empty(), List.of(), cancelled);
  }

  private FeeFact fee(
      Optional<FeeFact.Captured> captured, List<FeeFact.Refunded> refunds, boolean cancelled) {
    var fee =
        new FeeFact(
            dice.id(millis(quotedOn)),
            planId,
            caseId,
            position(),
            price,
            quotedOn,
            captured,
            refunds,
            cancelled);
    facts.add(fee);
    fees++;
    return fee;
  }

  private long position() {
    return number * 8 + fees * 2L + 1;
  }

  /// What the processor calls the payment of a fee of this scene.
  String charge(int fee) {
    return "ch_" + number + "x" + fee;
  }

  FeeFact.Refunded refund(long minor) {
    return new FeeFact.Refunded(
        dice.id(millis(paidOn)),
        new Money(minor, price.currency()),
        paidOn.plusDays(2),
        position() + 1);
  }

  /// A payment by card.
  SettlementLine card(String charge, Optional<String> feeId, Money gross, LocalDate on) {
    long cost = gross.minor() * COST_BASIS_POINTS / 10_000 + 25;
    return card(LineType.PAYMENT, charge, charge, feeId, Optional.empty(), gross, cost, on);
  }

  SettlementLine card(
      LineType type,
      String ownId,
      String charge,
      Optional<String> feeId,
      Optional<String> related,
      Money gross,
      long cost,
      LocalDate on) {
    var net = new Money(gross.minor() - cost, gross.currency());
    return card(type, ownId, charge, feeId, related, gross, cost, net, Optional.empty(), on);
  }

  SettlementLine card(
      LineType type,
      String ownId,
      String charge,
      Optional<String> feeId,
      Optional<String> related,
      Money gross,
      long cost,
      Money net,
      Optional<BigDecimal> rate,
      LocalDate on) {
    return new SettlementLine(
        1,
        cardKeys.ofId(type.name(), ownId),
        type,
        on,
        Optional.of(on),
        gross,
        cost,
        net,
        rate,
        Optional.of(charge),
        feeId,
        Optional.empty(),
        related,
        Optional.empty(),
        Optional.of(Rehearsal.payoutId(on, net.currency())),
        Optional.empty(),
        Optional.of("Device service"),
        "");
  }

  /// A transfer to the bank account.
  SettlementLine transfer(Money amount, LocalDate on, String text) {
    String id = "BK" + number + "n" + lines;
    return new SettlementLine(
        1,
        bankKeys.ofId(id),
        LineType.BANK_CREDIT,
        on,
        Optional.of(on),
        amount,
        0,
        amount,
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.of("NOTPROVIDED"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(PAYERS[dice.below(PAYERS.length)]),
        Optional.of(text),
        "");
  }

  /// The amount in another currency at a rate of the day, and what it is worth in that of the fee.
  SettlementLine exchanged(FeeFact fee) {
    Currency other = Prices.other(price.currency());
    var rate = BigDecimal.valueOf(80 + dice.below(50), 2);
    long gross =
        BigDecimal.valueOf(price.minor()).divide(rate, 0, RoundingMode.HALF_EVEN).longValueExact();
    long worth = price.minor() - 1 - dice.below((int) (price.minor() / 100));
    long cost = worth / 50;
    return card(
        LineType.PAYMENT,
        charge(0),
        charge(0),
        Optional.of(fee.feeId()),
        Optional.empty(),
        new Money(gross, other),
        cost,
        new Money(worth - cost, price.currency()),
        Optional.of(rate),
        paidOn);
  }

  /// Reports a line, which belongs to the fees of the scene.
  Scene reports(Origin origin, SettlementLine line) {
    truly.add(line.key());
    return alsoReports(origin, line, false);
  }

  /// Reports a line that nobody can know to belong to them, or that does not.
  Scene alsoReports(Origin origin, SettlementLine line, boolean broken) {
    movements.add(new Movement(origin, line, broken));
    lines++;
    return this;
  }

  Scene expects(ExceptionKind kind, Optional<FeeFact> fee, Optional<SettlementLine> line) {
    expected.add(new Truth.Expected(kind, fee.map(FeeFact::feeId), line.map(SettlementLine::key)));
    return this;
  }

  Money part(long minor) {
    return new Money(minor, price.currency());
  }

  LocalDate late() {
    return working(paidOn.plusDays(20L + dice.below(9)));
  }

  Truth truth(Planted planted) {
    return new Truth(planted, facts.stream().map(FeeFact::feeId).toList(), truly, expected);
  }

  static String compact(LocalDate day) {
    return day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
