package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.finance.matching.Book.MONDAY;
import static org.planledger.core.finance.matching.Book.TUESDAY;
import static org.planledger.core.finance.matching.Book.key;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.usd;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.terms.Money;

/// Passes 1, 2 and 6: lines that say for which fee they are.
class MatchingByReferenceTest {

  private static final String ID = "0192f4c1-7a3b-7c55-9d41-22f0a1b2c3d4";
  private static final Signal DATE =
      new Signal(SignalKind.DATE, 10, "Booked on 2026-03-03, recorded as paid on 2026-03-03.");

  @Test
  void a_line_with_the_id_of_a_fee_and_its_amount_is_its_payment() {
    var found = new Book().paid("F1", 10_000).payment("L1", "F1", 10_000).run();

    assertThat(found.matches())
        .containsExactly(
            new Match(
                found.matches().getFirst().matchId(),
                MatchState.MATCHED,
                List.of("F1"),
                List.of(key("L1")),
                usd(10_000),
                List.of(usd(10_000)),
                List.of(10_000L),
                "M1-FEE-ID",
                List.of(
                    new Signal(
                        SignalKind.FEE_ID, 60, "The reference of the line is the id of the fee."),
                    new Signal(SignalKind.AMOUNT, 30, "Both are 100.00 USD."),
                    DATE),
                100,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "The line names the fee and brings 100.00 USD."));
    assertThat(found.exceptions()).isEmpty();
    assertThat(found.matches().getFirst().matchId()).matches("[0-9a-f]{32}");
  }

  @Test
  void the_id_is_found_in_a_text_however_it_was_written() {
    for (var text :
        List.of(
            "Fee " + ID,
            "FEE" + ID.toUpperCase(Locale.ROOT),
            "repair/" + ID.replace("-", "") + "/thanks",
            "fee 0192f4c1 7a3b7c55 9d4122f0 a1b2c3d4")) {
      var found = new Book().paid(ID, 10_000).transfer("L1", text, 10_000).run();

      assertThat(found.states()).as(text).containsExactly("MATCHED by M1-FEE-ID-IN-TEXT");
    }
  }

  @Test
  void a_payment_that_the_ledger_recorded_is_known_by_the_reference_of_its_processor() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).processor("pay-F1"))
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M1-PAYMENT-REFERENCE");
  }

  @Test
  void money_for_a_fee_without_a_recorded_payment_is_matched_and_says_so() {
    var found = new Book().quoted("F1", 10_000).payment("L1", "F1", 10_000).run();

    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID");
    assertThat(found.matches().getFirst().signals())
        .contains(
            new Signal(
                SignalKind.PAYMENT_NOT_RECORDED,
                0,
                "The ledger has not recorded this payment yet."));
  }

  @Test
  void a_weaker_reference_to_another_fee_is_the_runner_up_and_never_the_match() {
    var found =
        new Book()
            .paid("F1", 8_000)
            .paid("F2", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").processor("pay-F2"))
            .run();

    var match = found.matches().getFirst();
    assertThat(match.feeIds()).containsExactly("F1");
    assertThat(match.state()).isEqualTo(MatchState.OVERPAID);
    assertThat(match.runnerUp())
        .contains(
            new RunnerUp(
                Optional.of("F2"), Optional.empty(), 90, "Less in the line speaks for it."));
    assertThat(found.kinds())
        .containsExactly(ExceptionKind.AMOUNT_OVER, ExceptionKind.MISSING_PAYMENT);
  }

  @Test
  void a_small_difference_is_booked_to_its_account() {
    var found = new Book().paid("F1", 10_000).payment("L1", "F1", 9_950).run();

    assertThat(found.states()).containsExactly("MATCHED by M2-SMALL-DIFFERENCE");
    assertThat(found.matches().getFirst().remainders())
        .containsExactly(
            new Remainder(
                usd(50),
                RemainderAccount.SMALL_DIFFERENCES,
                "Differences up to 0.50 USD are booked.",
                false));
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void one_minor_unit_beyond_the_tolerance_is_an_exception() {
    var found = new Book().paid("F1", 10_000).payment("L1", "F1", 9_949).run();

    assertThat(found.states()).containsExactly("UNDERPAID by M6-UNDERPAID");
    assertThat(found.kinds()).containsExactly(ExceptionKind.AMOUNT_SHORT);
    assertThat(found.exceptions().getFirst().amount()).isEqualTo(usd(51));
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo("Of 100.00 USD, 0.51 USD did not arrive.");
  }

  @Test
  void what_a_processor_says_that_it_kept_explains_a_difference() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 9_700).merchant("F1").keeps(300))
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M2-PROCESSOR-COST");
    assertThat(found.matches().getFirst().remainders().getFirst().account())
        .isEqualTo(RemainderAccount.PROCESSOR_COSTS);
  }

  @Test
  void a_cost_that_was_taken_from_the_net_amount_does_not_explain_what_was_not_paid() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 9_700).merchant("F1").keeps(300).net(9_400))
            .run();

    assertThat(found.states()).containsExactly("UNDERPAID by M6-UNDERPAID");
    assertThat(found.kinds()).containsExactly(ExceptionKind.AMOUNT_SHORT);
  }

  @Test
  void a_cost_that_is_too_large_explains_nothing() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 9_399).merchant("F1").keeps(601))
            .run();

    assertThat(found.states()).containsExactly("UNDERPAID by M6-UNDERPAID");
  }

  @Test
  void a_payment_in_another_currency_is_matched_by_what_it_was_exchanged_for() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(
                line("L1", LineType.PAYMENT, 9_000)
                    .in("EUR")
                    .merchant("F1")
                    .keeps(200)
                    .brings(usd(9_700), "1.10"))
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M2-EXCHANGE-RATE");
    assertThat(found.matches().getFirst().matched()).isEqualTo(usd(9_900));
    assertThat(found.matches().getFirst().remainders().getFirst())
        .isEqualTo(
            new Remainder(
                usd(100),
                RemainderAccount.EXCHANGE_DIFFERENCES,
                "The payment was exchanged at the rate that the line has.",
                false));
  }

  @Test
  void the_same_number_in_another_currency_is_no_payment() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).in("EUR").merchant("F1"))
            .run();

    assertThat(found.matches()).isEmpty();
    assertThat(found.kinds()).containsExactly(ExceptionKind.CURRENCY);
    assertThat(found.exceptions().getFirst().amount()).isEqualTo(Money.of(10_000, "EUR"));
    assertThat(found.usd().fees())
        .containsExactly(Map.entry(FeeFate.IN_QUESTION, new Count(1, BigInteger.valueOf(10_000))));
  }

  @Test
  void several_lines_may_bring_what_is_due() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L2", LineType.PAYMENT, 4_000).merchant("F1").on(TUESDAY.plusDays(1)))
            .line(line("L1", LineType.PAYMENT, 6_000).merchant("F1"))
            .run();

    assertThat(found.states()).containsExactly("PARTIAL by M2-PARTS");
    assertThat(found.matches().getFirst().lines()).containsExactly(key("L1"), key("L2"));
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void several_lines_may_bring_too_little_or_too_much() {
    var book = new Book().paid("F1", 10_000).payment("L1", "F1", 3_000);

    var little = book.payment("L2", "F1", 4_000).run();
    assertThat(little.states()).containsExactly("UNDERPAID by M6-UNDERPAID");
    assertThat(little.exceptions().getFirst().amount()).isEqualTo(usd(3_000));

    var much = book.payment("L3", "F1", 5_000).run();
    assertThat(much.states()).containsExactly("OVERPAID by M6-OVERPAID");
    assertThat(much.exceptions().getFirst().amount()).isEqualTo(usd(2_000));
    assertThat(much.exceptions().getFirst().exceptionId())
        .isNotEqualTo(little.exceptions().getFirst().exceptionId());
  }

  @Test
  void a_fee_that_is_paid_twice_is_matched_once() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(
                line("L1", LineType.PAYMENT, 10_000)
                    .merchant("F1")
                    .processor("ch_2")
                    .on(TUESDAY.plusDays(1)))
            .line(line("L2", LineType.PAYMENT, 10_000).merchant("F1").processor("ch_1"))
            .run();

    assertThat(found.matches().getFirst().lines()).containsExactly(key("L2"));
    assertThat(found.matches().getFirst().runnerUp())
        .contains(
            new RunnerUp(
                Optional.empty(),
                Optional.of(key("L1")),
                100,
                "It was booked on 2026-03-04, not before this one."));
    assertThat(found.kinds()).containsExactly(ExceptionKind.DUPLICATE);
    assertThat(found.exceptions().getFirst().feeId()).contains("F1");
    assertThat(found.exceptions().getFirst().lines()).containsExactly(key("L1"));
  }

  @Test
  void money_that_comes_late_for_a_fee_is_matched_and_asked_about() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").on(TUESDAY.plusDays(8)))
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID");
    assertThat(found.kinds()).containsExactly(ExceptionKind.DATE_OUT_OF_WINDOW);
    assertThat(found.usd().fees()).containsOnlyKeys(FeeFate.MATCHED);
  }

  @Test
  void the_window_is_counted_in_working_days() {
    var book =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").on(TUESDAY.plusDays(8)));
    var rules = MatchingRules.standard().withHolidays(Set.of(TUESDAY.plusDays(1)));

    assertThat(book.run().exceptions()).hasSize(1);
    assertThat(book.run(rules).exceptions()).isEmpty();
  }

  @Test
  void money_for_a_cancelled_fee_is_for_no_fee() {
    var found = new Book().cancelled("F1", 10_000).payment("L1", "F1", 10_000).run();

    assertThat(found.matches()).isEmpty();
    assertThat(found.kinds()).containsExactly(ExceptionKind.MISSING_FEE);
    assertThat(found.exceptions().getFirst().feeId()).contains("F1");
    assertThat(found.exceptions().getFirst().reason())
        .isEqualTo("The fee was cancelled: nothing is owed.");
  }

  @Test
  void a_fee_whose_money_may_still_be_on_the_way_is_no_exception() {
    var book = new Book().paid("F1", 10_000);
    book.asOf = TUESDAY.plusDays(7);

    assertThat(book.run().exceptions()).isEmpty();
    assertThat(book.run().usd().fees()).containsOnlyKeys(FeeFate.IN_TRANSIT);

    book.asOf = TUESDAY.plusDays(8);
    assertThat(book.run().kinds()).containsExactly(ExceptionKind.MISSING_PAYMENT);
  }

  @Test
  void nothing_is_missing_of_a_fee_that_nobody_has_paid() {
    var found = new Book().quoted("F1", 10_000).cancelled("F2", 7_000).run();

    assertThat(found.exceptions()).isEmpty();
    assertThat(found.usd().fees()).containsOnlyKeys(FeeFate.OPEN, FeeFate.CANCELLED);
  }

  @Test
  void a_payment_of_nothing_or_less_pays_no_fee() {
    for (long minor : new long[] {0, -10_000, Long.MIN_VALUE}) {
      var found = new Book().paid("F1", 10_000).payment("L1", "F1", minor).run();

      assertThat(found.matches()).isEmpty();
      assertThat(found.kinds())
          .containsExactly(ExceptionKind.MISSING_FEE, ExceptionKind.MISSING_PAYMENT);
    }
  }

  @Test
  void amounts_beyond_all_measure_are_added_without_an_accident() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .payment("L1", "F1", Long.MAX_VALUE)
            .payment("L2", "F1", Long.MAX_VALUE)
            .payment("L3", "F1", 10_002)
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M2-SMALL-DIFFERENCE");
    assertThat(found.kinds()).containsExactly(ExceptionKind.AMOUNT_OVER, ExceptionKind.AMOUNT_OVER);
  }

  @Test
  void the_same_trouble_has_the_same_id_in_the_next_run() {
    var book = new Book().paid("F1", 10_000).payment("L1", "F1", 3_000);
    var before = book.run().exceptions().getFirst();

    var after = book.payment("L2", "F1", 3_000).run().exceptions().getFirst();

    assertThat(after.exceptionId()).isEqualTo(before.exceptionId());
    assertThat(after.amount()).isEqualTo(usd(4_000));
    assertThat(before.since()).isEqualTo(MONDAY.plusDays(1));
  }
}
