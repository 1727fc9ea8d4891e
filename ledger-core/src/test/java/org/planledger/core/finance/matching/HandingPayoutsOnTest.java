package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.finance.matching.Book.MONDAY;
import static org.planledger.core.finance.matching.Book.TUESDAY;
import static org.planledger.core.finance.matching.Book.key;
import static org.planledger.core.finance.matching.Book.line;
import static org.planledger.core.finance.matching.Book.usd;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.settlement.LineType;

/// A payout may be of lines of one month and reach the bank in the next: what was added up is
/// handed on.
class HandingPayoutsOnTest {

  private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);

  private static Book march() {
    return new Book()
        .paid("F1", 10_000)
        .paid("F2", 7_000)
        .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").net(9_800).payout("po_1"))
        .line(line("L2", LineType.PAYMENT, 7_000).merchant("F2").net(6_900).payout("po_1"))
        .line(line("B1", LineType.BANK_CREDIT, 500).text("something else"));
  }

  private static Book april(Book.Found before) {
    var book = new Book();
    book.open.addAll(before.payouts());
    return book;
  }

  @Test
  void what_has_not_arrived_is_handed_on_with_what_its_lines_come_to() {
    var first = key("L1").compareTo(key("L2")) < 0 ? key("L1") : key("L2");

    assertThat(march().run().payouts())
        .containsExactly(
            new OpenPayout(
                new PayoutName("po_1", Optional.empty()),
                usd(0).currency(),
                16_700,
                2,
                TUESDAY,
                first,
                List.of(),
                false));
  }

  @Test
  void the_next_month_finds_it_at_the_bank_although_it_has_none_of_its_lines() {
    var found =
        april(march().run())
            .line(line("B2", LineType.BANK_CREDIT, 16_700).on(WEDNESDAY).text("PAYOUT po_1"))
            .run();

    assertThat(found.states()).containsExactly("GROUPED by M4-PAYOUT");
    assertThat(found.matches().getFirst().lines()).containsExactly(key("B2"));
    assertThat(found.exceptions()).isEmpty();
    assertThat(found.payouts()).isEmpty();
  }

  @Test
  void the_next_month_adds_its_own_lines_to_it() {
    var found =
        april(march().run())
            .paid("F3", 5_000)
            .line(line("L3", LineType.PAYMENT, 5_000).merchant("F3").net(4_900).payout("po_1"))
            .line(line("B2", LineType.BANK_CREDIT, 21_600).on(WEDNESDAY).text("PAYOUT po_1"))
            .run();

    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID", "GROUPED by M4-PAYOUT");
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void the_line_that_tells_of_its_sending_is_matched_with_that_of_the_bank() {
    var before =
        march().line(line("S1", LineType.PAYOUT, -16_700).on(WEDNESDAY).payout("po_1")).run();
    var found =
        april(before)
            .line(line("S1", LineType.PAYOUT, -16_700).on(WEDNESDAY).payout("po_1"))
            .line(line("B2", LineType.BANK_CREDIT, 16_700).on(WEDNESDAY).text("PAYOUT po_1"))
            .run();

    assertThat(before.payouts().getFirst().sent()).containsExactly(key("S1"));
    assertThat(found.matches().getFirst().lines()).containsExactly(key("S1"), key("B2"));
    assertThat(found.exceptions()).isEmpty();
  }

  @Test
  void what_never_arrives_is_told_as_missing_in_every_month_under_one_id() {
    var before = march().run();
    var first = before.payouts().getFirst().first();
    var book = april(before).line(line("B2", LineType.BANK_CREDIT, 100).text("something else"));
    book.line(line(first.equals(key("L1")) ? "L1" : "L2", LineType.PAYMENT, 1).over());
    var after = book.run();

    assertThat(before.kinds()).contains(ExceptionKind.MISSING_PAYMENT);
    assertThat(missing(after)).isEqualTo(missing(before));
    assertThat(after.payouts()).isEqualTo(before.payouts());
  }

  private static ExceptionItem missing(Book.Found found) {
    return found.exceptions().stream()
        .filter(item -> item.kind() == ExceptionKind.MISSING_PAYMENT)
        .reduce((_, _) -> null)
        .orElseThrow();
  }

  @Test
  void what_does_not_add_up_is_told_again_although_it_has_arrived() {
    var sent = line("S1", LineType.PAYOUT, -16_000).on(WEDNESDAY).payout("po_1");
    var bank = line("B2", LineType.BANK_CREDIT, 16_700).on(WEDNESDAY).text("PAYOUT po_1");
    var before = march().line(sent).line(bank).run();
    var after = april(before).line(sent).run();

    assertThat(before.payouts().getFirst().arrived()).isTrue();
    assertThat(after.exceptions())
        .isEqualTo(
            before.exceptions().stream()
                .filter(item -> item.kind() == ExceptionKind.AMOUNT_SHORT)
                .toList())
        .hasSize(1);
    assertThat(after.payouts()).isEqualTo(before.payouts());
  }

  @Test
  void a_line_that_a_later_file_brings_makes_it_whole() {
    var before =
        march().line(line("S1", LineType.PAYOUT, -21_600).on(WEDNESDAY).payout("po_1")).run();
    var found =
        april(before)
            .line(line("S1", LineType.PAYOUT, -21_600).on(WEDNESDAY).payout("po_1"))
            .paid("F3", 5_000)
            .line(line("L3", LineType.PAYMENT, 5_000).merchant("F3").net(4_900).payout("po_1"))
            .line(line("B2", LineType.BANK_CREDIT, 21_600).on(WEDNESDAY).text("PAYOUT po_1"))
            .run();

    assertThat(before.kinds()).contains(ExceptionKind.AMOUNT_OVER);
    assertThat(found.exceptions()).isEmpty();
    assertThat(found.payouts()).isEmpty();
  }

  @Test
  void without_any_statement_a_payout_is_waited_for_some_weeks_and_no_longer() {
    var book = new Book().paid("F1", 10_000);
    book.line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").payout("po_1"));
    book.asOf = TUESDAY.plusDays(63);
    assertThat(book.run().payouts()).hasSize(1);

    book.asOf = TUESDAY.plusDays(64);
    assertThat(book.run().payouts()).isEmpty();
  }

  @Test
  void a_batch_is_one_of_its_file_in_the_next_month_too() {
    var before =
        new Book()
            .paid("F1", 10_000)
            .line(line("L1", LineType.PAYMENT, 10_000).merchant("F1").batch("7").file(1))
            .run();
    var found =
        april(before)
            .paid("F2", 7_000)
            .line(line("L2", LineType.PAYMENT, 7_000).merchant("F2").batch("7").file(2))
            .line(line("B2", LineType.BANK_CREDIT, 10_000).on(WEDNESDAY).text("batch 7").file(3))
            .run();

    assertThat(before.payouts().getFirst().name()).isEqualTo(new PayoutName("7", Optional.of(1)));
    assertThat(found.states()).containsExactly("MATCHED by M1-FEE-ID", "GROUPED by M4-PAYOUT");
    assertThat(found.payouts().stream().map(OpenPayout::name))
        .containsExactly(new PayoutName("7", Optional.of(2)));
  }

  @Test
  void what_a_closed_month_has_explained_only_shows_what_says_it_again() {
    var found =
        new Book()
            .line(line("B1", LineType.BANK_CREDIT, 16_700).on(MONDAY).text("PAYOUT po_1").over())
            .line(line("B1", LineType.BANK_CREDIT, 16_700).on(MONDAY).text("PAYOUT po_1").file(2))
            .run();

    assertThat(found.kinds()).containsExactly(ExceptionKind.DUPLICATE);
    assertThat(found.fates()).containsExactly("1.1 EXPLAINED", "2.1 DUPLICATE");
  }
}
