package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.usd;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;

/// The payer's bank takes a payment back, and somebody gives it up: the payment stays matched, and
/// what was taken back is no trouble any more.
class GivingUpWhatWasTakenBackTest {

  private static Book takenBack() {
    return new Book()
        .paid("F1", usd(10_000), "ch_1")
        .payment("L1", "F1", 10_000)
        .line(line("L2", LineType.CHARGEBACK, -10_000).related("ch_1"));
  }

  private static Book givenUp(Book book, long minor) {
    book.byHand.add(new ByHand.WrittenOff("o1", "F1", usd(minor), 100, true, "lost", "ada"));
    return book;
  }

  @Test
  void until_then_it_is_an_exception_that_says_so() {
    var found = takenBack().run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.CHARGEBACK);
    assertThat(found.exceptions().getFirst().nextStep())
        .isEqualTo("Contest it with the processor in time, ask the payer, or write it off.");
    assertThat(found.matches().getLast().takenBackMinor()).isEqualTo(10_000);
  }

  @Test
  void then_it_is_explained_and_the_payment_stays_matched() {
    var found = givenUp(takenBack(), 10_000).run();

    assertThat(found.exceptions()).isEmpty();
    assertThat(found.states())
        .containsExactly("MATCHED by M1-FEE-ID", "CHARGED_BACK by M8-CHARGEBACK");
    assertThat(found.matches().getLast().reason())
        .isEqualTo(
            "The payer's bank took back 100.00 USD. Of the fee, 100.00 USD was written off for"
                + " that.");
  }

  @Test
  void if_the_payment_is_recorded_only_after_that_it_stands_in_the_accounts_twice() {
    var book = takenBack();
    book.byHand.add(new ByHand.WrittenOff("o1", "F1", usd(10_000), 1, true, "lost", "ada"));

    assertThat(book.run().kinds()).containsExactly(ExceptionKind.MISSING_PAYMENT);
    assertThat(book.run().exceptions().getFirst().amount()).isEqualTo(usd(10_000));
  }

  @Test
  void if_it_comes_again_the_write_off_has_to_be_taken_back() {
    var book =
        givenUp(takenBack(), 10_000)
            .line(line("L3", LineType.CHARGEBACK_REVERSED, 10_000).related("ch_1"));
    var found = book.run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.CHARGEBACK);
    var told = found.exceptions().getFirst();
    assertThat(told.reason())
        .isEqualTo(
            "The payment was taken back and came again. Of the fee, 100.00 USD was written off for"
                + " that.");
    assertThat(told.nextStep()).isEqualTo("Take the write-off back.");
  }

  @Test
  void if_more_is_taken_back_than_was_given_up_it_is_told_with_what_was_given_up() {
    var book =
        givenUp(takenBack(), 10_000)
            .line(line("L3", LineType.CHARGEBACK, -1_500).related("ch_1").on(Book.TUESDAY));
    var found = book.run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.CHARGEBACK);
    assertThat(found.exceptions().getFirst().amount()).isEqualTo(usd(11_500));
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo(
            "The payer's bank took back 115.00 USD. Of the fee, 100.00 USD was written off for"
                + " that.");
  }

  private static Book unlinked(LineType type, long minor) {
    return new Book()
        .paid("F1", usd(10_000), "ch_1")
        .payment("L1", "F1", 10_000)
        .line(line("L2", type, minor).related("ch_of_another_system"));
  }

  private static Book byHand(Book book, String... lines) {
    book.byHand.add(
        new ByHand.Paired(
            "h1",
            List.of("F1"),
            Stream.of(lines).map(Book::key).toList(),
            Optional.empty(),
            "the processor said so",
            "ada"));
    return book;
  }

  @Test
  void what_people_have_matched_is_told_like_what_a_reference_leads_to() {
    var book = byHand(unlinked(LineType.CHARGEBACK, -10_000), "L2");
    var found = book.run();

    assertThat(found.states())
        .containsExactly("CHARGED_BACK by M0-BY-HAND", "MATCHED by M1-FEE-ID");
    assertThat(found.kinds()).containsExactly(ExceptionKind.CHARGEBACK);
    assertThat(found.exceptions().getFirst().feeId()).contains("F1");
    assertThat(givenUp(book, 10_000).run().exceptions()).isEmpty();
  }

  @Test
  void what_came_again_by_a_reference_settles_what_people_have_matched() {
    var book =
        byHand(unlinked(LineType.CHARGEBACK, -10_000), "L2")
            .line(line("L3", LineType.CHARGEBACK_REVERSED, 10_000).related("ch_1"));
    var found = book.run();

    assertThat(found.exceptions()).isEmpty();
    assertThat(found.states()).contains("CHARGED_BACK by M8-CHARGEBACK-REVERSED");
  }

  @Test
  void a_refund_that_people_have_matched_and_nobody_has_recorded_is_told() {
    var found = byHand(unlinked(LineType.REFUND, -4_000), "L2").run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.REFUND_UNLINKED);
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo(
            "40.00 USD went back, which was matched with this fee by hand, and the ledger has no"
                + " such refund.");
  }

  @Test
  void refunds_that_people_have_matched_are_those_that_were_recorded_one_by_one_or_together() {
    for (long[] recorded : new long[][] {{1_000, 3_000}, {4_000}, {2_000, 1_500, 500}}) {
      var refunds = new FeeFact.Refunded[recorded.length];
      for (int i = 0; i < recorded.length; i++) {
        refunds[i] = Book.refund("e" + i, recorded[i]);
      }
      var book =
          new Book()
              .paid("F1", usd(10_000), "ch_1", refunds)
              .payment("L1", "F1", 10_000)
              .line(line("L2", LineType.REFUND, -1_000))
              .line(line("L3", LineType.REFUND, -3_000));
      assertThat(byHand(book, "L2", "L3").run().exceptions()).isEmpty();
    }
  }
}
