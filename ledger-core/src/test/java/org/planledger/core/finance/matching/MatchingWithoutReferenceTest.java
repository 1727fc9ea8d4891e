package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.finance.matching.Book.TUESDAY;
import static org.planledger.core.finance.matching.Book.key;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.usd;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.finance.settlement.LineType;

/// Passes 3, 4 and 5: lines that do not say for which fee they are, or that are for several.
class MatchingWithoutReferenceTest {

  private static final String ID = "0192f4c1-7a3b-7c55-9d41-22f0a1b2c3d4";

  @Test
  void amount_and_day_alone_are_no_match() {
    var found = new Book().paid("F1", 10_000).transfer("L1", "thank you", 10_000).run();

    var candidate =
        new Candidate(
            List.of("F1"),
            List.of(key("L1")),
            40,
            "Amount and day agree, and nothing else does: that alone is no match.");
    assertThat(found.matches()).isEmpty();
    assertThat(found.exceptions())
        .containsExactly(
            new ExceptionItem(
                found.exceptions().get(0).exceptionId(),
                ExceptionKind.MISSING_FEE,
                Optional.empty(),
                List.of(key("L1")),
                usd(10_000),
                TUESDAY,
                List.of(candidate),
                "Money arrived, and nothing in the line leads to a fee that is owed."
                    + " The words are `thank you`.",
                "Look at the candidates; if one is right, match it by hand."),
            new ExceptionItem(
                found.exceptions().get(1).exceptionId(),
                ExceptionKind.MISSING_PAYMENT,
                Optional.of("F1"),
                List.of(),
                usd(10_000),
                TUESDAY,
                List.of(candidate),
                "The ledger recorded a payment of 100.00 USD on 2026-03-03, and its money has not"
                    + " been found.",
                "Look at the candidates; if one is right, match it by hand."));
  }

  @Test
  void amount_and_day_with_the_plan_or_the_case_are_a_match() {
    for (var words : List.of("for plan-78", "case-78, thanks")) {
      var other = new Book().paid("F1", 10_000).in("plan-77", "case-77");
      assertThat(other.transfer("L1", words, 10_000).run().matches()).isEmpty();
    }
    var byPlan = new Book().paid("F1", 10_000).in("plan-77", "case-77");
    assertThat(byPlan.transfer("L1", "for plan-77", 10_000).run().states())
        .containsExactly("MATCHED by M3-SIGNS");
    var byCase = new Book().paid("F1", 10_000).in("plan-77", "case-77");
    assertThat(byCase.transfer("L1", "case-77, thanks", 10_000).run().states())
        .containsExactly("MATCHED by M3-SIGNS");
  }

  @Test
  void one_wrong_digit_of_an_id_is_a_sign_too() {
    var typed = ID.substring(0, ID.length() - 1) + "5";

    var found = new Book().paid(ID, 10_000).transfer("L1", "fee " + typed, 10_000).run();

    assertThat(found.states()).containsExactly("MATCHED by M3-SIGNS");
    assertThat(found.matches().getFirst().signals())
        .contains(
            new Signal(
                SignalKind.FEE_ID_NEARLY,
                35,
                "The line has the id of the fee with a slip, or cut off."));
    assertThat(new Book().paid(ID, 10_000).transfer("L1", "fee " + typed, 9_999).run().matches())
        .isEmpty();
  }

  @Test
  void an_id_that_the_bank_cut_off_is_a_sign_as_far_as_it_says_enough() {
    for (int digits = 20; digits <= 32; digits++) {
      String cut = ID.replace("-", "").substring(0, digits);
      var found = new Book().paid(ID, 10_000).transfer("L1", cut, 10_000).run();

      assertThat(found.matches()).as(cut).hasSize(digits < 24 ? 0 : 1);
    }
  }

  @Test
  void two_fees_that_fit_equally_well_are_for_a_person_to_choose_from() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .in("plan-77", "case-77")
            .paid("F2", 10_000)
            .in("plan-77", "case-77")
            .transfer("L1", "plan-77", 10_000)
            .run();

    assertThat(found.matches()).isEmpty();
    assertThat(found.kinds())
        .containsExactly(
            ExceptionKind.AMBIGUOUS, ExceptionKind.MISSING_PAYMENT, ExceptionKind.MISSING_PAYMENT);
    assertThat(found.exceptions().getFirst().candidates())
        .extracting(Candidate::feeIds)
        .containsExactly(List.of("F1"), List.of("F2"));
  }

  @Test
  void the_better_sign_decides_and_the_other_one_is_the_runner_up() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .in("plan-77", "case-77")
            .paid("F2", 10_000)
            .in("plan-77", "case-88")
            .transfer("L1", "plan-77 case-88", 10_000)
            .run();

    assertThat(found.matches().getFirst().feeIds()).containsExactly("F2");
    assertThat(found.matches().getFirst().runnerUp())
        .contains(
            new RunnerUp(Optional.of("F1"), Optional.empty(), 60, "Its score is 60 and not 90."));
  }

  @Test
  void a_sign_outside_of_the_days_is_asked_about() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .in("plan-77", "case-77")
            .line(line("L1", LineType.BANK_CREDIT, 10_000).text("case-77").on(TUESDAY.plusDays(20)))
            .run();

    assertThat(found.matches()).isEmpty();
    assertThat(found.kinds()).containsExactly(ExceptionKind.DATE_OUT_OF_WINDOW);
    assertThat(found.usd().fees()).containsOnlyKeys(FeeFate.IN_QUESTION);
  }

  @Test
  void one_payment_for_all_the_fees_that_it_names() {
    var found =
        new Book()
            .paid("FEE-11", 10_000)
            .paid("FEE-22", 7_000)
            .transfer("L1", "FEE-11 and FEE-22", 17_000)
            .run();

    assertThat(found.states()).containsExactly("GROUPED by M4-NAMED-TOGETHER");
    assertThat(found.matches().getFirst().feeIds()).containsExactly("FEE-11", "FEE-22");
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void of_several_fees_that_a_line_names_the_only_one_of_its_amount_is_paid() {
    var found =
        new Book()
            .paid("FEE-11", 10_000)
            .paid("FEE-22", 7_000)
            .transfer("L1", "FEE-11 and FEE-22", 7_000)
            .run();

    assertThat(found.matches().getFirst().feeIds()).containsExactly("FEE-22");
    assertThat(found.matches().getFirst().runnerUp().orElseThrow().whyItLost())
        .isEqualTo("Its amount is 100.00 USD.");
  }

  @Test
  void a_line_that_names_several_and_brings_something_else_is_ambiguous() {
    var found =
        new Book()
            .paid("FEE-11", 10_000)
            .paid("FEE-22", 7_000)
            .transfer("L1", "FEE-11 and FEE-22", 12_000)
            .run();

    assertThat(found.matches()).isEmpty();
    assertThat(found.kinds().getFirst()).isEqualTo(ExceptionKind.AMBIGUOUS);
  }

  @Test
  void one_payment_that_the_ledger_recorded_for_several_fees() {
    var found =
        new Book()
            .paid("F1", usd(10_000), "ch_77")
            .paid("F2", usd(7_000), "ch_77")
            .line(line("L1", LineType.PAYMENT, 17_000).processor("ch_77"))
            .run();

    assertThat(found.states()).containsExactly("GROUPED by M4-NAMED-TOGETHER");
  }

  @Test
  void one_payment_for_all_fees_of_a_case() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .in("plan-77", "case-77")
            .paid("F2", 7_000)
            .in("plan-77", "case-77")
            .transfer("L1", "case-77", 17_000)
            .run();

    assertThat(found.states()).containsExactly("GROUPED by M4-ONE-CASE");
  }

  @Test
  void a_bank_credit_is_the_payout_that_it_names_and_whose_lines_it_adds_up_to() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .paid("F2", 7_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").net(9_800).payout("po_1"))
            .line(line("L2", LineType.PAYMENT, 7_000).merchant("F2").net(6_900).payout("po_1"))
            .line(line("L3", LineType.PROCESSOR_COST, -100).payout("po_1"))
            .line(line("L4", LineType.PAYOUT, -16_600).payout("po_1"))
            .line(
                line("L5", LineType.BANK_CREDIT, 16_600)
                    .text("STRIPE PAYOUT po_1")
                    .on(TUESDAY.plusDays(2)))
            .run();

    assertThat(found.states())
        .containsExactly("MATCHED by M1-FEE-ID", "MATCHED by M1-FEE-ID", "GROUPED by M4-PAYOUT");
    var payout = found.matches().getLast();
    assertThat(payout.feeIds()).isEmpty();
    assertThat(payout.lines()).containsExactly(key("L4"), key("L5"));
    assertThat(payout.group()).contains(new PayoutName("po_1", Optional.empty()));
    assertThat(payout.reason())
        .isEqualTo("The payout or batch po_1 has arrived at the bank: 166.00 USD.");
    assertThat(found.exceptions()).isEmpty();
    assertThat(found.usd().lines()).containsOnlyKeys(LineFate.MATCHED, LineFate.EXPLAINED);
  }

  @ParameterizedTest
  @CsvSource({
    "po_1AbCdE, STRIPE PAYOUT PO_1ABCDE",
    "po_1AbCdE, STRIPE PO 1ABCDE OF 12 OCTOBER",
    "po_1AbCdE, stripe/po-1abcde",
    "po_AbCdEf, Payout po_AbCdEf",
    "po_AbCdEf, PAYOUT PO ABCDEF",
    "2026-10-04, SETTLEMENT 2026 10 04",
    "7, batch 7 of october",
  })
  void a_payout_is_recognized_in_what_a_bank_makes_of_its_name(String name, String text) {
    assertThat(statesOfPayout(name, text))
        .containsExactly("MATCHED by M1-FEE-ID", "GROUPED by M4-PAYOUT");
  }

  @ParameterizedTest
  @CsvSource({
    "po_1AbCdE, STRIPE PAYOUT PO_1ABCD",
    "po_1AbCdE, STRIPE PAYOUT PO_1ABCDEF",
    "po_1AbCdE, PO 1 AB CD E",
    "Pay, Pay day",
    "7, batch 17 of october",
  })
  void a_payout_is_not_recognized_in_part_of_its_name_or_in_a_common_word(
      String name, String text) {
    assertThat(statesOfPayout(name, text)).containsExactly("MATCHED by M1-FEE-ID");
  }

  private static List<String> statesOfPayout(String name, String text) {
    return new Book()
        .paid("F1", 10_000)
        .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").net(9_800).payout(name))
        .line(line("L2", LineType.BANK_CREDIT, 9_800).text(text).on(TUESDAY.plusDays(2)))
        .run()
        .states();
  }

  @Test
  void a_bank_credit_that_does_not_name_its_payout_is_for_a_person_to_decide() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").payout("po_1"))
            .line(line("L2", LineType.BANK_CREDIT, 10_000).text("collective credit"))
            .run();

    assertThat(found.kinds())
        .containsExactly(ExceptionKind.MISSING_PAYMENT, ExceptionKind.MISSING_FEE);
    assertThat(found.exceptions().getLast().candidates())
        .containsExactly(
            new Candidate(
                List.of(),
                List.of(key("L1")),
                40,
                "The payout or batch po_1 has this amount, but the text does not name it."));
  }

  @Test
  void a_payout_that_its_lines_do_not_add_up_to_is_an_exception() {
    var book =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").payout("po_1"));

    var little = book.line(line("L2", LineType.PAYOUT, -9_000).payout("po_1")).run();

    assertThat(little.kinds()).containsExactly(ExceptionKind.AMOUNT_SHORT);
    assertThat(little.exceptions().getFirst().amount()).isEqualTo(usd(1_000));
    assertThat(little.exceptions().getFirst().lines()).containsExactly(key("L2"));
  }

  @Test
  void batches_of_two_files_with_one_number_are_two_batches() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .paid("F2", 7_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").batch("42"))
            .line(line("L2", LineType.PAYMENT, 7_000).merchant("F2").batch("42").file(2))
            .transfer("L3", "ADYEN BATCH 42", 7_000)
            .transfer("L4", "ADYEN BATCH 42", 10_000)
            .run();

    assertThat(found.states())
        .containsExactly(
            "MATCHED by M1-FEE-ID",
            "MATCHED by M1-FEE-ID",
            "GROUPED by M4-PAYOUT",
            "GROUPED by M4-PAYOUT");
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void fees_that_together_make_an_amount_are_proposed_and_not_matched() {
    var found =
        new Book()
            .paid("F1", 10_000)
            .paid("F2", 7_100)
            .paid("F3", 3_300)
            .transfer("L1", "thanks", 13_300)
            .run();

    assertThat(found.matches()).isEmpty();
    assertThat(found.exceptions().getFirst().candidates())
        .containsExactly(
            new Candidate(
                List.of("F1", "F3"),
                List.of(key("L1")),
                40,
                "2 fees of these days make this amount; their sum alone is no match."));
  }

  @Test
  void groups_are_looked_for_no_longer_than_was_said() {
    var standard = MatchingRules.standard();
    var book =
        new Book()
            .paid("F1", 10_000)
            .paid("F2", 7_100)
            .paid("F3", 3_300)
            .transfer("L1", "thanks", 13_300);
    var impatient =
        new MatchingRules(
            standard.limits(),
            standard.windowDays(),
            standard.earlyDays(),
            standard.openWindowDays(),
            standard.payoutDays(),
            standard.costBasisPoints(),
            standard.exchangeBasisPoints(),
            standard.candidates(),
            new GroupSearch(4, 2, 2_000),
            standard.holidays());

    assertThat(book.run(impatient).exceptions().getFirst().candidates()).isEmpty();
  }
}
