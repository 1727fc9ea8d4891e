package org.planledger.core.finance.rehearsal;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// What happens in a scene.
final class Plot {

  private static final int SMALL_MINOR = 30;
  private static final int CHARGEBACK_COST = 1_500;
  private static final int DIGITS_LEFT = 28;

  private final Scene scene;

  private Plot(Scene scene) {
    this.scene = scene;
  }

  static void play(Planted planted, Scene scene) {
    new Plot(scene).play(planted);
  }

  private void play(Planted planted) {
    switch (planted) {
      case CARD -> card(scene.paidFee());
      case CARD_WITHOUT_ID -> withoutId();
      case TRANSFER -> transfer("Fee " + scene.paidFee().feeId(), scene.price.minor());
      case TRANSFER_FOR_CASE -> forCase();
      case TRANSFER_FOR_PLAN -> forPlan();
      case MISTYPED -> transfer("Payment " + mistyped(scene.paidFee().feeId()), full());
      case CUT_OFF -> transfer(cutOff(scene.paidFee().feeId()), full());
      case NOT_RECORDED -> card(scene.unpaidFee(false));
      case PARTIAL -> partial();
      case GROUPED -> grouped();
      case GROUPED_BY_CASE -> groupedByCase();
      case SMALL_DIFFERENCE -> transfer("FEE " + scene.paidFee().feeId(), full() - SMALL_MINOR);
      case COST_KEPT -> costKept();
      case EXCHANGED -> scene.reports(Origin.CARD, scene.exchanged(scene.paidFee()));
      case REFUNDED -> refunded();
      case CHARGEBACK_REVERSED -> chargeback(true);
      case OPEN -> scene.unpaidFee(false);
      case CANCELLED -> scene.unpaidFee(true);
      case IN_TRANSIT -> scene.justPaidFee();
      case MISSING -> missing(scene.paidFee());
      case SHORT -> wrongAmount(full() / 2, ExceptionKind.AMOUNT_SHORT);
      case OVER -> wrongAmount(full() * 3 / 2, ExceptionKind.AMOUNT_OVER);
      case PAID_TWICE -> paidTwice();
      case WRONG_CURRENCY -> wrongCurrency();
      case LATE -> late();
      case LATE_TRANSFER -> lateTransfer();
      case REFERENCE_MISSING -> referenceMissing(scene.paidOn);
      case LOOK_ALIKE -> referenceMissing(scene.paidOn);
      case AMBIGUOUS -> ambiguous();
      case CANCELLED_PAID -> cancelledPaid();
      case REFUND_UNRECORDED -> refundUnrecorded();
      case REFUND_UNSENT -> refundUnsent();
      case REFUND_UNLINKED -> refundUnlinked();
      case CHARGED_BACK -> chargeback(false);
      case SAME_LINE_TWICE -> sameLineTwice();
      case SAME_TRANSACTION_TWICE -> sameTransactionTwice();
      case UNREADABLE -> unreadable();
    }
  }

  private long full() {
    return scene.price.minor();
  }

  private SettlementLine card(FeeFact fee) {
    var line = scene.card(scene.charge(0), Optional.of(fee.feeId()), scene.price, scene.paidOn);
    scene.reports(Origin.CARD, line);
    return line;
  }

  private void withoutId() {
    scene.paidFee();
    scene.reports(
        Origin.CARD, scene.card(scene.charge(0), Optional.empty(), scene.price, scene.paidOn));
  }

  private void transfer(String text, long minor) {
    scene.reports(Origin.BANK, scene.transfer(scene.part(minor), scene.paidOn, text));
  }

  private void forCase() {
    scene.paidFee();
    transfer("Repair case " + scene.caseId, full());
  }

  private void forPlan() {
    scene.paidFee();
    transfer("plan " + scene.planId.replace("-", ""), full());
  }

  private String mistyped(String feeId) {
    var typed = new StringBuilder(feeId);
    int place = feeId.length() - 1 - scene.dice.below(12);
    char digit = typed.charAt(place);
    typed.setCharAt(place, digit == '7' ? '1' : '7');
    return typed.toString();
  }

  private static String cutOff(String feeId) {
    return feeId.replace("-", "").substring(0, DIGITS_LEFT);
  }

  private void partial() {
    var fee = scene.paidFee();
    long first = full() / 3;
    scene.reports(
        Origin.CARD,
        scene.card(scene.charge(0), Optional.of(fee.feeId()), scene.part(first), scene.paidOn));
    scene.reports(
        Origin.CARD,
        scene.card(
            scene.charge(1), Optional.of(fee.feeId()), scene.part(full() - first), scene.paidOn));
  }

  private void grouped() {
    var first = scene.paidFee();
    var second = scene.paidFee();
    transfer("Fees " + first.feeId() + " and " + second.feeId(), 2 * full());
  }

  private void groupedByCase() {
    scene.paidFee();
    scene.paidFee();
    transfer("All fees of case " + scene.caseId, 2 * full());
  }

  private void costKept() {
    var fee = scene.paidFee();
    long kept = full() / 50;
    var gross = scene.part(full() - kept);
    scene.reports(
        Origin.CARD,
        scene.card(
            LineType.PAYMENT,
            scene.charge(0),
            scene.charge(0),
            Optional.of(fee.feeId()),
            Optional.empty(),
            gross,
            kept,
            gross,
            Optional.empty(),
            scene.paidOn));
  }

  private void refunded() {
    long back = full() / 2;
    var fee = scene.paidFee(scene.refund(back));
    card(fee);
    scene.reports(Origin.CARD, refundLine(back, scene.charge(0)));
  }

  private SettlementLine refundLine(long minor, String charge) {
    return scene.card(
        LineType.REFUND,
        "re_" + charge,
        "re_" + charge,
        Optional.empty(),
        Optional.of(charge),
        scene.part(-minor),
        0,
        scene.paidOn.plusDays(2));
  }

  private void chargeback(boolean reversed) {
    var fee = scene.paidFee();
    card(fee);
    var taken = chargebackLine(LineType.CHARGEBACK, -full(), CHARGEBACK_COST, 3);
    scene.reports(Origin.CARD, taken);
    if (reversed) {
      scene.reports(Origin.CARD, chargebackLine(LineType.CHARGEBACK_REVERSED, full(), 0, 9));
    } else {
      scene.expects(ExceptionKind.CHARGEBACK, Optional.of(fee), Optional.of(taken));
    }
  }

  private SettlementLine chargebackLine(LineType type, long minor, long cost, int afterDays) {
    return scene.card(
        type,
        scene.charge(0),
        scene.charge(0),
        Optional.empty(),
        Optional.empty(),
        scene.part(minor),
        cost,
        scene.paidOn.plusDays(afterDays));
  }

  private void missing(FeeFact fee) {
    scene.expects(ExceptionKind.MISSING_PAYMENT, Optional.of(fee), Optional.empty());
  }

  private void wrongAmount(long minor, ExceptionKind kind) {
    var fee = scene.paidFee();
    var line =
        scene.card(scene.charge(0), Optional.of(fee.feeId()), scene.part(minor), scene.paidOn);
    scene.reports(Origin.CARD, line);
    scene.expects(kind, Optional.of(fee), Optional.of(line));
  }

  private void paidTwice() {
    var fee = scene.paidFee();
    card(fee);
    var again =
        scene.card(
            scene.charge(1), Optional.of(fee.feeId()), scene.price, scene.paidOn.plusDays(1));
    scene.alsoReports(Origin.CARD, again, false);
    scene.expects(ExceptionKind.DUPLICATE, Optional.of(fee), Optional.of(again));
  }

  private void wrongCurrency() {
    var fee = scene.paidFee();
    var other = new Money(full(), Prices.other(scene.price.currency()));
    var line = scene.card(scene.charge(0), Optional.of(fee.feeId()), other, scene.paidOn);
    scene.alsoReports(Origin.CARD, line, false);
    scene.expects(ExceptionKind.CURRENCY, Optional.of(fee), Optional.of(line));
  }

  private void late() {
    var fee = scene.paidFee();
    var line = scene.card(scene.charge(0), Optional.of(fee.feeId()), scene.price, scene.late());
    scene.reports(Origin.CARD, line);
    scene.expects(ExceptionKind.DATE_OUT_OF_WINDOW, Optional.of(fee), Optional.of(line));
  }

  private void lateTransfer() {
    var fee = scene.paidFee();
    var line = scene.transfer(scene.price, scene.late(), "case " + scene.caseId);
    scene.alsoReports(Origin.BANK, line, false);
    scene.expects(ExceptionKind.DATE_OUT_OF_WINDOW, Optional.of(fee), Optional.of(line));
  }

  /// Whether it is the payer who says nothing or a stranger: nobody can know.
  private void referenceMissing(LocalDate on) {
    var fee = scene.paidFee();
    var line = scene.transfer(scene.price, on, "Thank you");
    scene.alsoReports(Origin.BANK, line, false);
    scene.expects(ExceptionKind.MISSING_FEE, Optional.empty(), Optional.of(line));
    missing(fee);
  }

  private void ambiguous() {
    var first = scene.paidFee();
    var second = scene.paidFee();
    var line = scene.transfer(scene.price, scene.paidOn, "case " + scene.caseId);
    scene.alsoReports(Origin.BANK, line, false);
    scene.expects(ExceptionKind.AMBIGUOUS, Optional.empty(), Optional.of(line));
    missing(first);
    missing(second);
  }

  private void cancelledPaid() {
    var fee = scene.unpaidFee(true);
    var line = scene.card(scene.charge(0), Optional.of(fee.feeId()), scene.price, scene.paidOn);
    scene.alsoReports(Origin.CARD, line, false);
    scene.expects(ExceptionKind.MISSING_FEE, Optional.of(fee), Optional.of(line));
  }

  private void refundUnrecorded() {
    var fee = scene.paidFee();
    card(fee);
    var line = refundLine(full() / 2, scene.charge(0));
    scene.alsoReports(Origin.CARD, line, false);
    scene.expects(ExceptionKind.REFUND_UNLINKED, Optional.of(fee), Optional.of(line));
  }

  private void refundUnsent() {
    var fee = scene.paidFee(scene.refund(full()));
    card(fee);
    scene.expects(ExceptionKind.REFUND_UNLINKED, Optional.of(fee), Optional.empty());
  }

  private void refundUnlinked() {
    card(scene.paidFee());
    var line = refundLine(full(), "ch_lost" + scene.charge(0));
    scene.alsoReports(Origin.CARD, line, false);
    scene.expects(ExceptionKind.REFUND_UNLINKED, Optional.empty(), Optional.of(line));
  }

  private void sameLineTwice() {
    var line = card(scene.paidFee());
    scene.alsoReports(Origin.CARD_AGAIN, line, false);
    scene.expects(ExceptionKind.DUPLICATE, Optional.empty(), Optional.of(line));
  }

  private void sameTransactionTwice() {
    var fee = scene.paidFee();
    card(fee);
    var again =
        scene.card(
            LineType.PAYMENT,
            scene.charge(0) + " again",
            scene.charge(0),
            Optional.of(fee.feeId()),
            Optional.empty(),
            scene.price,
            0,
            scene.paidOn.plusDays(1));
    scene.alsoReports(Origin.CARD_AGAIN, again, false);
    scene.expects(ExceptionKind.DUPLICATE, Optional.empty(), Optional.of(again));
  }

  private void unreadable() {
    var fee = scene.paidFee();
    var line = scene.card(scene.charge(0), Optional.of(fee.feeId()), scene.price, scene.paidOn);
    scene.alsoReports(Origin.CARD, line, true);
    scene.expects(ExceptionKind.UNREADABLE, Optional.empty(), Optional.empty());
    missing(fee);
  }
}
