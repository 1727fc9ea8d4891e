package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.finance.matching.Book.MONDAY;
import static org.planledger.core.finance.matching.Book.TUESDAY;
import static org.planledger.core.finance.matching.Book.key;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.refund;
import static org.planledger.core.finance.matching.Book.usd;

import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;

/// Passes 0, 7 and 8, and records that could not be read.
class MatchingMoneyBackTest {

  @Test
  void a_refund_is_found_by_the_payment_that_it_refers_to() {
    var found =
        new Book()
            .paid("F1", usd(10_000), "unknown to the processor", refund("e1", 4_000))
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").processor("ch_1"))
            .line(line("L2", LineType.REFUND, -4_000).related("ch_1"))
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID", "REFUNDED by M7-REFUND");
    assertThat(found.matches().getLast().matched()).isEqualTo(usd(-4_000));
    assertThat(found.matches().getLast().reason())
        .isEqualTo("The ledger recorded that 40.00 USD was paid back, and so much went back.");
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void a_refund_may_go_in_parts() {
    var found =
        new Book()
            .paid("F1", usd(10_000), "ch_1", refund("e1", 10_000))
            .payment("L1", "F1", 10_000)
            .line(line("L2", LineType.REFUND, -4_000).related("ch_1"))
            .line(line("L3", LineType.REFUND, -6_000).merchant("F1"))
            .run();

    assertThat(found.states())
        .containsExactly("MATCHED by M1-FEE-ID", "REFUNDED by M7-REFUND-IN-PARTS");
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void a_refund_without_its_event_and_an_event_without_its_refund_are_both_told() {
    var found =
        new Book()
            .paid("F1", usd(10_000), "ch_1", refund("e1", 4_000))
            .payment("L1", "F1", 10_000)
            .line(line("L2", LineType.REFUND, -5_000).related("ch_1"))
            .line(line("L3", LineType.REFUND, -1_000).related("ch_99"))
            .run();

    assertThat(found.kinds())
        .containsExactly(
            ExceptionKind.REFUND_UNLINKED,
            ExceptionKind.REFUND_UNLINKED,
            ExceptionKind.REFUND_UNLINKED);
    assertThat(found.exceptions().get(0).lines()).containsExactly(key("L2"));
    assertThat(found.exceptions().get(1).lines()).isEmpty();
    assertThat(found.exceptions().get(1).feeId()).contains("F1");
    assertThat(found.exceptions().get(2).feeId()).isEmpty();
  }

  @Test
  void a_refund_of_these_days_may_still_be_on_its_way() {
    var book =
        new Book().paid("F1", usd(10_000), "ch_1", refund("e1", 4_000)).payment("L1", "F1", 10_000);
    book.asOf = TUESDAY.plusDays(3);

    assertThat(book.run().exceptions()).isEmpty();
    assertThat(book.run().fates()).contains("refund of F1");
  }

  @Test
  void a_refund_from_the_bank_account_is_found_by_the_fee_it_names() {
    var found =
        new Book()
            .paid("FEE-11", usd(10_000), "ch_1", refund("e1", 10_000))
            .transfer("L1", "FEE-11", 10_000)
            .line(line("L2", LineType.BANK_DEBIT, -10_000).text("back for FEE-11"))
            .line(line("L3", LineType.BANK_DEBIT, -77_000).text("rent of March"))
            .run();

    assertThat(found.states())
        .containsExactly("MATCHED by M1-FEE-ID-IN-TEXT", "REFUNDED by M7-REFUND");
    assertThat(found.usd().lines()).containsOnlyKeys(LineFate.MATCHED, LineFate.ASIDE);
  }

  @Test
  void a_chargeback_is_matched_and_an_exception() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").processor("ch_1"))
            .line(line("L2", LineType.CHARGEBACK, -10_000).processor("ch_1"))
            .run();

    assertThat(found.states())
        .containsExactly("MATCHED by M1-FEE-ID", "CHARGED_BACK by M8-CHARGEBACK");
    assertThat(found.kinds()).containsExactly(ExceptionKind.CHARGEBACK);
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo("The payer's bank took back 100.00 USD.");
  }

  @Test
  void a_chargeback_that_was_won_is_settled_and_a_second_one_is_not() {
    var book =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").processor("ch_1"))
            .line(line("L2", LineType.CHARGEBACK, -10_000).processor("ch_1"))
            .line(line("L3", LineType.CHARGEBACK_REVERSED, 10_000).processor("ch_1"));

    assertThat(book.run().states())
        .containsExactly("MATCHED by M1-FEE-ID", "CHARGED_BACK by M8-CHARGEBACK-REVERSED");
    assertThat(book.run().exceptions()).isEmpty();

    book.line(line("L4", LineType.CHARGEBACK, -10_000).processor("ch_1").on(TUESDAY.plusDays(9)));
    assertThat(book.run().kinds()).containsExactly(ExceptionKind.CHARGEBACK);
  }

  @Test
  void a_chargeback_that_leads_to_no_fee_is_told() {
    var found = new Book().line(line("L1", LineType.CHARGEBACK, -10_000).processor("ch_9")).run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.CHARGEBACK);
    assertThat(found.exceptions().getFirst().feeId()).isEmpty();
  }

  @Test
  void a_transaction_that_is_reported_twice_counts_once() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(
                line("L1", LineType.PAYMENT, 10_000)
                    .merchant("F1")
                    .processor("ch_1")
                    .on(TUESDAY.plusDays(1)))
            .line(line("L2", LineType.PAYMENT, 10_000).merchant("F1").processor("ch_1"))
            .run();

    assertThat(found.matches().getFirst().lines()).containsExactly(key("L2"));
    assertThat(found.kinds()).containsExactly(ExceptionKind.DUPLICATE);
    assertThat(found.exceptions().getFirst().feeId()).isEmpty();
    assertThat(found.usd().lines()).containsOnlyKeys(LineFate.MATCHED, LineFate.DUPLICATE);
  }

  @Test
  void parts_of_a_payment_with_one_reference_are_no_duplicates() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 4_000).merchant("F1").processor("ch_1"))
            .line(line("L2", LineType.PAYMENT, 6_000).merchant("F1").processor("ch_1"))
            .run();

    assertThat(found.states()).containsExactly("PARTIAL by M2-PARTS");
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void costs_are_explained_and_other_lines_are_put_aside() {
    var found =
        new Book()
            .line(line("L1", LineType.PROCESSOR_COST, -500))
            .line(line("L2", LineType.OTHER, 700))
            .run();

    assertThat(found.exceptions()).isEmpty();
    assertThat(found.usd().lines()).containsOnlyKeys(LineFate.EXPLAINED, LineFate.ASIDE);
  }

  @Test
  void what_could_not_be_read_is_an_exception_of_its_own() {
    var book = new Book();
    book.unreadable.add(new UnreadableFact(3, 17, "the amount has two points", MONDAY));

    var found = book.run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.UNREADABLE);
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo("In file 3, record 17: the amount has two points");
    assertThat(found.totals().unreadable()).isEqualTo(1);
  }
}
