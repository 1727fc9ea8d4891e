package org.planledger.core.finance.rehearsal;

import java.util.Optional;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.settlement.LineType;

/// What happens in a scene.
final class Plot {

  private static final int SMALL_MINOR = 30;
  private static final int DIGITS_LEFT = 28;

  private final Scene scene;

  private Plot(Scene scene) {
    this.scene = scene;
  }

  static void play(Planted planted, Scene scene) {
    new Plot(scene).play(planted);
  }

  private void play(Planted planted) {
    var troubles = new Troubles(scene);
    switch (planted) {
      case CARD -> scene.paidByCard(scene.paidFee());
      case CARD_WITHOUT_ID -> withoutId();
      case TRANSFER -> transfer("Fee " + scene.paidFee().feeId(), scene.price.minor());
      case TRANSFER_FOR_CASE -> forCase();
      case TRANSFER_FOR_PLAN -> forPlan();
      case MISTYPED -> transfer("Payment " + mistyped(scene.paidFee().feeId()), scene.full());
      case CUT_OFF -> transfer(cutOff(scene.paidFee().feeId()), scene.full());
      case NOT_RECORDED -> scene.paidByCard(scene.unpaidFee(false));
      case PARTIAL -> partial();
      case GROUPED -> grouped();
      case GROUPED_BY_CASE -> groupedByCase();
      case SMALL_DIFFERENCE ->
          transfer("FEE " + scene.paidFee().feeId(), scene.full() - SMALL_MINOR);
      case COST_KEPT -> costKept();
      case EXCHANGED -> scene.reports(Origin.CARD, scene.reported.exchanged(scene.paidFee()));
      case REFUNDED -> refunded();
      case CHARGEBACK_REVERSED -> troubles.chargeback(true);
      case OPEN -> scene.unpaidFee(false);
      case CANCELLED -> scene.unpaidFee(true);
      case IN_TRANSIT -> scene.justPaidFee();
      case MISSING -> troubles.missing(scene.paidFee());
      case SHORT -> troubles.wrongAmount(scene.full() / 2, ExceptionKind.AMOUNT_SHORT);
      case OVER -> troubles.wrongAmount(scene.full() * 3 / 2, ExceptionKind.AMOUNT_OVER);
      case PAID_TWICE -> troubles.paidTwice();
      case WRONG_CURRENCY -> troubles.wrongCurrency();
      case LATE -> troubles.late();
      case LATE_TRANSFER -> troubles.lateTransfer();
      case REFERENCE_MISSING -> troubles.referenceMissing(scene.paidOn);
      case LOOK_ALIKE -> troubles.referenceMissing(scene.paidOn);
      case AMBIGUOUS -> troubles.ambiguous();
      case CANCELLED_PAID -> troubles.cancelledPaid();
      case REFUND_UNRECORDED -> troubles.refundUnrecorded();
      case REFUND_UNSENT -> troubles.refundUnsent();
      case REFUND_UNLINKED -> troubles.refundUnlinked();
      case CHARGED_BACK -> troubles.chargeback(false);
      case SAME_LINE_TWICE -> troubles.sameLineTwice();
      case SAME_TRANSACTION_TWICE -> troubles.sameTransactionTwice();
      case UNREADABLE -> troubles.unreadable();
    }
  }

  private void withoutId() {
    scene.paidFee();
    scene.reports(
        Origin.CARD,
        scene.reported.card(scene.charge(0), Optional.empty(), scene.price, scene.paidOn));
  }

  private void transfer(String text, long minor) {
    scene.reports(Origin.BANK, scene.reported.transfer(scene.part(minor), scene.paidOn, text));
  }

  private void forCase() {
    scene.paidFee();
    transfer("Repair case " + scene.caseId, scene.full());
  }

  private void forPlan() {
    scene.paidFee();
    transfer("plan " + scene.planId.replace("-", ""), scene.full());
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
    long first = scene.full() / 3;
    scene.reports(
        Origin.CARD,
        scene.reported.card(
            scene.charge(0), Optional.of(fee.feeId()), scene.part(first), scene.paidOn));
    scene.reports(
        Origin.CARD,
        scene.reported.card(
            scene.charge(1),
            Optional.of(fee.feeId()),
            scene.part(scene.full() - first),
            scene.paidOn));
  }

  private void grouped() {
    var first = scene.paidFee();
    var second = scene.paidFee();
    transfer("Fees " + first.feeId() + " and " + second.feeId(), 2 * scene.full());
  }

  private void groupedByCase() {
    scene.paidFee();
    scene.paidFee();
    transfer("All fees of case " + scene.caseId, 2 * scene.full());
  }

  private void costKept() {
    var fee = scene.paidFee();
    long kept = scene.full() / 50;
    var gross = scene.part(scene.full() - kept);
    scene.reports(
        Origin.CARD,
        scene.reported.card(
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
    long back = scene.full() / 2;
    var fee = scene.paidFee(scene.refund(back));
    scene.paidByCard(fee);
    scene.reports(Origin.CARD, scene.reported.refund(back, scene.charge(0)));
  }
}
