package org.planledger.core.finance.rehearsal;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.terms.Money;

/// What goes wrong in a scene, and which exceptions have to be told of it.
final class Troubles {

  private static final int CHARGEBACK_COST = 1_500;

  private final Scene scene;

  Troubles(Scene scene) {
    this.scene = scene;
  }

  void chargeback(boolean reversed) {
    var fee = scene.paidFee();
    scene.paidByCard(fee);
    var taken = scene.reported.chargeback(LineType.CHARGEBACK, -scene.full(), CHARGEBACK_COST, 3);
    scene.reports(Origin.CARD, taken);
    if (reversed) {
      scene.reports(
          Origin.CARD, scene.reported.chargeback(LineType.CHARGEBACK_REVERSED, scene.full(), 0, 9));
    } else {
      scene.expects(ExceptionKind.CHARGEBACK, Optional.of(fee), Optional.of(taken));
    }
  }

  void missing(FeeFact fee) {
    scene.expects(ExceptionKind.MISSING_PAYMENT, Optional.of(fee), Optional.empty());
  }

  void wrongAmount(long minor, ExceptionKind kind) {
    var fee = scene.paidFee();
    var line =
        scene.reported.card(
            scene.charge(0), Optional.of(fee.feeId()), scene.part(minor), scene.paidOn);
    scene.reports(Origin.CARD, line);
    scene.expects(kind, Optional.of(fee), Optional.of(line));
  }

  void paidTwice() {
    var fee = scene.paidFee();
    scene.paidByCard(fee);
    var again =
        scene.reported.card(
            scene.charge(1), Optional.of(fee.feeId()), scene.price, scene.paidOn.plusDays(1));
    scene.alsoReports(Origin.CARD, again, false);
    scene.expects(ExceptionKind.DUPLICATE, Optional.of(fee), Optional.of(again));
  }

  void wrongCurrency() {
    var fee = scene.paidFee();
    var other = new Money(scene.full(), Prices.other(scene.price.currency()));
    var line = scene.reported.card(scene.charge(0), Optional.of(fee.feeId()), other, scene.paidOn);
    scene.alsoReports(Origin.CARD, line, false);
    scene.expects(ExceptionKind.CURRENCY, Optional.of(fee), Optional.of(line));
  }

  void late() {
    var fee = scene.paidFee();
    var line =
        scene.reported.card(scene.charge(0), Optional.of(fee.feeId()), scene.price, scene.late());
    scene.reports(Origin.CARD, line);
    scene.expects(ExceptionKind.DATE_OUT_OF_WINDOW, Optional.of(fee), Optional.of(line));
  }

  void lateTransfer() {
    var fee = scene.paidFee();
    var line = scene.reported.transfer(scene.price, scene.late(), "case " + scene.caseId);
    scene.alsoReports(Origin.BANK, line, false);
    scene.expects(ExceptionKind.DATE_OUT_OF_WINDOW, Optional.of(fee), Optional.of(line));
  }

  /// Whether it is the payer who says nothing or a stranger: nobody can know.
  void referenceMissing(LocalDate on) {
    var fee = scene.paidFee();
    var line = scene.reported.transfer(scene.price, on, "Thank you");
    scene.alsoReports(Origin.BANK, line, false);
    scene.expects(ExceptionKind.MISSING_FEE, Optional.empty(), Optional.of(line));
    missing(fee);
  }

  void ambiguous() {
    var first = scene.paidFee();
    var second = scene.paidFee();
    var line = scene.reported.transfer(scene.price, scene.paidOn, "case " + scene.caseId);
    scene.alsoReports(Origin.BANK, line, false);
    scene.expects(ExceptionKind.AMBIGUOUS, Optional.empty(), Optional.of(line));
    missing(first);
    missing(second);
  }

  void cancelledPaid() {
    var fee = scene.unpaidFee(true);
    var line =
        scene.reported.card(scene.charge(0), Optional.of(fee.feeId()), scene.price, scene.paidOn);
    scene.alsoReports(Origin.CARD, line, false);
    scene.expects(ExceptionKind.MISSING_FEE, Optional.of(fee), Optional.of(line));
  }

  void refundUnrecorded() {
    var fee = scene.paidFee();
    scene.paidByCard(fee);
    var line = scene.reported.refund(scene.full() / 2, scene.charge(0));
    scene.alsoReports(Origin.CARD, line, false);
    scene.expects(ExceptionKind.REFUND_UNLINKED, Optional.of(fee), Optional.of(line));
  }

  void refundUnsent() {
    var fee = scene.paidFee(scene.refund(scene.full()));
    scene.paidByCard(fee);
    scene.expects(ExceptionKind.REFUND_UNLINKED, Optional.of(fee), Optional.empty());
  }

  void refundUnlinked() {
    scene.paidByCard(scene.paidFee());
    var line = scene.reported.refund(scene.full(), "ch_lost" + scene.charge(0));
    scene.alsoReports(Origin.CARD, line, false);
    scene.expects(ExceptionKind.REFUND_UNLINKED, Optional.empty(), Optional.of(line));
  }

  void sameLineTwice() {
    var line = scene.paidByCard(scene.paidFee());
    scene.alsoReports(Origin.CARD_AGAIN, line, false);
    scene.expects(ExceptionKind.DUPLICATE, Optional.empty(), Optional.of(line));
  }

  void sameTransactionTwice() {
    var fee = scene.paidFee();
    scene.paidByCard(fee);
    var again =
        scene.reported.card(
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

  void unreadable() {
    var fee = scene.paidFee();
    var line =
        scene.reported.card(scene.charge(0), Optional.of(fee.feeId()), scene.price, scene.paidOn);
    scene.alsoReports(Origin.CARD, line, true);
    scene.expects(ExceptionKind.UNREADABLE, Optional.empty(), Optional.empty());
    missing(fee);
  }
}
