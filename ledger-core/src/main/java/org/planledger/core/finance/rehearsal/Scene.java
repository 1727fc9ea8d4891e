package org.planledger.core.finance.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// One or two fees of a case, with all that moves for them. A scene follows from the seed and its
/// number alone.
final class Scene {

  private static final long SECONDS_OF_A_DAY = 86_400;
  private static final int SCENES_OF_A_PLAN = 3;
  private static final int PAID_AFTER_DAYS_AT_MOST = 3;

  final Dice dice;
  final String planId;
  final String caseId;
  final Money price;
  final LocalDate quotedOn;
  final LocalDate paidOn;
  final long number;
  final SceneLines reported;
  private final LocalDate lastDay;
  private int fees;
  private int told;
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
    this.reported = new SceneLines(this, cardKeys, bankKeys);
    this.lastDay = lastDay;
    this.quotedOn = quotedOn;
    this.dice = new Dice(seed, number);
    planId = new Dice(seed + 1, number / SCENES_OF_A_PLAN).id(millis(quotedOn.withDayOfYear(1)));
    caseId = dice.id(millis(quotedOn));
    price = Prices.any(dice);
    paidOn = working(quotedOn.plusDays(dice.below(PAID_AFTER_DAYS_AT_MOST)));
  }

  /// The day itself, or the Monday after a weekend.
  static LocalDate working(LocalDate day) {
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

  /// Reports a payment by card for a fee, in full.
  SettlementLine paidByCard(FeeFact fee) {
    var line = reported.card(charge(0), Optional.of(fee.feeId()), price, paidOn);
    reports(Origin.CARD, line);
    return line;
  }

  /// What the fees of the scene are.
  long full() {
    return price.minor();
  }

  /// Reports a line, which belongs to the fees of the scene.
  Scene reports(Origin origin, SettlementLine line) {
    truly.add(line.key());
    return alsoReports(origin, line, false);
  }

  /// Reports a line that nobody can know to belong to them, or that does not.
  Scene alsoReports(Origin origin, SettlementLine line, boolean broken) {
    movements.add(new Movement(origin, line, broken));
    told++;
    return this;
  }

  Scene expects(ExceptionKind kind, Optional<FeeFact> fee, Optional<SettlementLine> line) {
    expected.add(new Truth.Expected(kind, fee.map(FeeFact::feeId), line.map(SettlementLine::key)));
    return this;
  }

  /// How many lines were told of it.
  int told() {
    return told;
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
