package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.planledger.core.finance.matching.Book.usd;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A fee is given up, and then its customer pays, or its case ends: now it stands in the accounts
/// twice, and somebody is told so.
class OvertakingAWriteOffTest {

  private static final long BEFORE_IT_WAS_PAID = 1;
  private static final long AFTER_IT_WAS_PAID = 2;

  private static Book givenUp(Book book, long position) {
    book.byHand.add(
        new ByHand.WrittenOff("o1", "F1", usd(10_000), position, false, "bankrupt", "ada"));
    return book;
  }

  @Test
  void a_payment_that_is_recorded_after_its_fee_was_given_up_is_told() {
    var found = givenUp(new Book().paid("F1", 10_000), BEFORE_IT_WAS_PAID).run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.MISSING_PAYMENT);
    var told = found.exceptions().getFirst();
    assertThat(told.feeId()).isEqualTo(Optional.of("F1"));
    assertThat(told.lines()).isEmpty();
    assertThat(told.amount()).isEqualTo(usd(10_000));
    assertThat(told.since()).isEqualTo(Book.TUESDAY);
    assertThat(told.reason())
        .isEqualTo(
            "The fee was written off when the ledger had no payment of it. One of 100.00 USD has been"
                + " recorded since, as paid on 2026-03-03, and stands in the accounts beside the write-off.");
    assertThat(told.nextStep()).isEqualTo("Take the write-off back.");
    assertThat(found.usd().fees().keySet()).containsExactly(FeeFate.WRITTEN_OFF);
  }

  @Test
  void a_payment_that_was_on_record_is_given_up_in_silence() {
    assertThat(givenUp(new Book().paid("F1", 10_000), AFTER_IT_WAS_PAID).run().exceptions())
        .isEmpty();
    assertThat(givenUp(new Book().quoted("F1", 10_000), BEFORE_IT_WAS_PAID).run().exceptions())
        .isEmpty();
  }

  @Test
  void a_fee_that_is_cancelled_after_it_was_given_up_is_told() {
    var found = givenUp(new Book().cancelled("F1", 10_000), BEFORE_IT_WAS_PAID).run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.MISSING_FEE);
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo(
            "The fee was written off, and has been cancelled since: nothing is owed that could be"
                + " given up.");
    assertThat(found.usd().fees().keySet()).containsExactly(FeeFate.CANCELLED);
  }

  @Test
  void it_is_told_once_if_its_money_has_come_too() {
    var book = new Book().paid("F1", 10_000).payment("L1", "F1", 10_000);
    var found = givenUp(book, BEFORE_IT_WAS_PAID).run();

    assertThat(found.exceptions())
        .extracting(ExceptionItem::kind, ExceptionItem::nextStep)
        .containsExactly(tuple(ExceptionKind.MISSING_FEE, "Take the write-off back."));
  }

  @Test
  void whoever_has_paid_more_than_was_given_up_is_matched_and_the_write_off_told() {
    var book = new Book().paid("F1", 12_000).payment("L1", "F1", 2_000);
    var found = givenUp(book, BEFORE_IT_WAS_PAID).run();

    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID");
    assertThat(found.kinds()).isEqualTo(List.of(ExceptionKind.MISSING_PAYMENT));
  }
}
