package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.finance.matching.Book.key;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.usd;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;

/// What people decided comes before everything else.
class DecidingByHandTest {

  private static final String BY_A_PERSON = "Written off by a person.";

  private static ByHand.Paired pair(String feeId, String line, RemainderAccount... account) {
    return new ByHand.Paired(
        "d-" + feeId + line,
        List.of(feeId),
        List.of(key(line)),
        account.length == 0 ? Optional.empty() : Optional.of(account[0]),
        "as told on the telephone",
        "ada");
  }

  @Test
  void no_pass_overrules_a_match_by_hand() {
    var book = new Book().paid("F1", 10_000).paid("F2", 10_000).payment("L1", "F1", 10_000);
    book.byHand.add(pair("F2", "L1"));

    var found = book.run();

    assertThat(found.matches())
        .containsExactly(
            new Match(
                found.matches().getFirst().matchId(),
                MatchState.BY_HAND,
                List.of("F2"),
                List.of(key("L1")),
                usd(10_000),
                List.of(usd(10_000)),
                List.of(10_000L),
                "M0-BY-HAND",
                List.of(new Signal(SignalKind.DECIDED_BY_HAND, 1_000, "Decided by ada.")),
                1_000,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "By hand: as told on the telephone"));
    assertThat(found.kinds()).containsExactly(ExceptionKind.MISSING_PAYMENT);
  }

  @Test
  void a_difference_goes_to_the_account_that_was_named_or_stays_an_exception() {
    var named = new Book().paid("F1", 10_000).transfer("L1", "x", 9_000);
    named.byHand.add(pair("F1", "L1", RemainderAccount.PROCESSOR_COSTS));
    assertThat(named.run().matches().getFirst().remainders())
        .containsExactly(
            new Remainder(
                usd(1_000), RemainderAccount.PROCESSOR_COSTS, "Booked there by a person.", false));
    assertThat(named.run().exceptions()).isEmpty();

    var open = new Book().paid("F1", 10_000).transfer("L1", "x", 9_000);
    open.byHand.add(pair("F1", "L1"));
    assertThat(open.run().kinds()).containsExactly(ExceptionKind.AMOUNT_SHORT);
    assertThat(open.run().usd().shortOf()).isEqualTo(new Count(1, BigInteger.valueOf(1_000)));
  }

  @Test
  void a_payment_that_was_taken_back_and_came_again_is_no_refund() {
    var book =
        new Book()
            .paid("F1", usd(10_000), "ch_1", Book.refund("e1", 10_000))
            .payment("L1", "F1", 10_000)
            .line(Book.line("L2", LineType.CHARGEBACK, -10_000).related("ch_1"))
            .line(Book.line("L3", LineType.CHARGEBACK_REVERSED, 10_000).related("ch_1"))
            .line(Book.line("L4", LineType.REFUND, -10_000).related("ch_1"));
    book.byHand.add(
        new ByHand.Paired(
            "d1",
            List.of("F1"),
            List.of(key("L2"), key("L3")),
            Optional.empty(),
            "settled in a month that is closed",
            "the books"));

    var found = book.run();

    assertThat(found.states())
        .containsExactly("BY_HAND by M0-BY-HAND", "MATCHED by M1-FEE-ID", "REFUNDED by M7-REFUND");
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void money_that_is_matched_with_a_fee_that_was_cancelled_is_told() {
    var book = new Book().cancelled("F1", 10_000).transfer("L1", "x", 10_000);
    book.byHand.add(pair("F1", "L1"));

    assertThat(book.run().states()).containsExactly("BY_HAND by M0-BY-HAND");
    assertThat(book.run().kinds()).containsExactly(ExceptionKind.MISSING_FEE);
  }

  @Test
  void a_withdrawn_match_is_not_made_again_and_another_line_may_be() {
    var book = new Book().paid("F1", 10_000).payment("L1", "F1", 10_000);
    book.byHand.add(new ByHand.Withdrawn("w1", "F1", key("L1"), "wrong", "ada"));

    assertThat(book.run().matches()).isEmpty();
    assertThat(book.run().kinds())
        .containsExactly(ExceptionKind.MISSING_FEE, ExceptionKind.MISSING_PAYMENT);

    book.payment("L2", "F1", 10_000);
    assertThat(book.run().matches().getFirst().lines()).containsExactly(key("L2"));
  }

  @Test
  void withdrawing_and_taking_that_back_gives_the_first_report_again() {
    var book = new Book().paid("F1", 10_000).payment("L1", "F1", 10_000);
    var rules = MatchingRules.standard();
    String before = book.report(rules);

    var withdrawn = new ByHand.Withdrawn("w1", "F1", key("L1"), "wrong", "ada");
    book.byHand.add(withdrawn);
    assertThat(book.report(rules)).isNotEqualTo(before);
    book.byHand.remove(withdrawn);

    assertThat(book.report(rules)).isEqualTo(before);
  }

  @Test
  void what_is_written_off_is_not_waited_for() {
    var whole = new Book().paid("F1", 10_000);
    whole.byHand.add(
        new ByHand.WrittenOff("o1", "F1", usd(10_000), 100_000, false, "bankrupt", "ada"));
    assertThat(whole.run().exceptions()).isEmpty();
    assertThat(whole.run().usd().fees())
        .isEqualTo(Map.of(FeeFate.WRITTEN_OFF, new Count(1, BigInteger.valueOf(10_000))));

    var part = new Book().paid("F1", 10_000).payment("L1", "F1", 9_000);
    part.byHand.add(
        new ByHand.WrittenOff("o1", "F1", usd(1_000), 100_000, false, "goodwill", "ada"));
    assertThat(part.run().states()).containsExactly("MATCHED by M1-FEE-ID");
    assertThat(part.run().matches().getFirst().remainders())
        .containsExactly(
            new Remainder(
                usd(1_000), RemainderAccount.WRITE_OFFS, "Written off by a person.", true));
    assertThat(part.run().exceptions()).isEmpty();
  }

  @Test
  void what_is_left_beside_a_write_off_is_booked_too() {
    var written = new Remainder(usd(1_000), RemainderAccount.WRITE_OFFS, BY_A_PERSON, true);
    var off = new ByHand.WrittenOff("o1", "F1", usd(1_000), 100_000, false, "goodwill", "ada");

    var one = new Book().paid("F1", 10_000).payment("L1", "F1", 8_990);
    one.byHand.add(off);
    assertThat(one.run().states()).containsExactly("MATCHED by M2-SMALL-DIFFERENCE");
    assertThat(one.run().matches().getFirst().remainders())
        .containsExactly(
            new Remainder(
                usd(10),
                RemainderAccount.SMALL_DIFFERENCES,
                "Differences up to 0.50 USD are booked.",
                false),
            written);
    assertThat(one.run().usd().remainders())
        .isEqualTo(
            Map.of(
                RemainderAccount.SMALL_DIFFERENCES,
                new Count(1, BigInteger.TEN),
                RemainderAccount.WRITE_OFFS,
                new Count(1, BigInteger.valueOf(1_000))));

    var parts = new Book().paid("F1", 10_000).payment("L1", "F1", 4_000).payment("L2", "F1", 4_990);
    parts.byHand.add(off);
    assertThat(parts.run().states()).containsExactly("PARTIAL by M2-PARTS");
    assertThat(parts.run().matches().getFirst().remainders())
        .containsExactly(
            new Remainder(
                usd(10),
                RemainderAccount.SMALL_DIFFERENCES,
                "Small differences are booked.",
                false),
            written);

    var byHand = new Book().paid("F1", 10_000).transfer("L1", "x", 8_500);
    byHand.byHand.add(off);
    byHand.byHand.add(pair("F1", "L1", RemainderAccount.PROCESSOR_COSTS));
    assertThat(byHand.run().matches().getFirst().remainders())
        .containsExactly(
            new Remainder(
                usd(500), RemainderAccount.PROCESSOR_COSTS, "Booked there by a person.", false),
            written);
    assertThat(byHand.run().exceptions()).isEmpty();
  }

  @Test
  void a_transaction_whose_first_line_was_matched_by_hand_is_still_told_twice() {
    var book =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").processor("ch_1"))
            .line(
                line("L2", LineType.PAYMENT, 10_000)
                    .merchant("F1")
                    .processor("ch_1")
                    .on(Book.TUESDAY.plusDays(1)));
    book.byHand.add(pair("F1", "L1"));
    assertThat(book.run().fates()).containsExactly("1.1 MATCHED", "1.1 DUPLICATE");
    assertThat(book.run().kinds()).containsExactly(ExceptionKind.DUPLICATE);

    book.byHand.clear();
    book.byHand.add(pair("F1", "L2"));
    assertThat(book.run().fates()).containsExactly("1.1 EXCEPTION", "1.1 MATCHED");
  }

  @Test
  void money_for_a_fee_that_was_written_off_is_told() {
    var book = new Book().paid("F1", 10_000).payment("L1", "F1", 10_000);
    book.byHand.add(
        new ByHand.WrittenOff("o1", "F1", usd(10_000), 100_000, false, "bankrupt", "ada"));

    assertThat(book.run().kinds()).containsExactly(ExceptionKind.MISSING_FEE);
  }

  @Test
  void decisions_about_what_is_not_there_are_counted_and_do_nothing() {
    var book = new Book().paid("F1", 10_000).payment("L1", "F1", 10_000);
    book.byHand.add(pair("F9", "L1"));
    book.byHand.add(pair("F1", "L9"));
    book.byHand.add(new ByHand.Withdrawn("w1", "F9", key("L1"), "wrong", "ada"));
    book.byHand.add(new ByHand.WrittenOff("o1", "F9", usd(1), 100_000, false, "gone", "ada"));

    assertThat(book.run().states()).containsExactly("MATCHED by M1-FEE-ID");
    assertThat(book.run().totals().byHandUnused()).isEqualTo(4);
  }

  @Test
  void a_fee_is_told_once() {
    var book = new Book().paid("F1", 10_000).paid("F1", 10_000);

    assertThatThrownBy(book::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the fee F1 was told twice");
  }

  @Test
  void a_match_by_hand_needs_both_sides_and_a_write_off_an_amount() {
    assertThatThrownBy(
            () -> new ByHand.Paired("d", List.of(), List.of(), Optional.empty(), "x", "ada"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ByHand.WrittenOff("d", "F1", usd(0), 100_000, false, "x", "ada"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
