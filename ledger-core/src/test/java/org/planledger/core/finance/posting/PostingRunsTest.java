package org.planledger.core.finance.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine;
import org.planledger.core.finance.accounts.JournalLine.About;
import org.planledger.core.finance.accounts.JournalLine.Side;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.MatchState;
import org.planledger.core.finance.matching.Remainder;
import org.planledger.core.finance.matching.RemainderAccount;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;

class PostingRunsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 7);
  private static final LineKey KEY = new LineKeys("test").ofId("L1");
  private static final RunPosting RUN =
      new RunPosting(7, Posting.of(YearMonth.of(2026, 10), LocalDate.of(2026, 11, 3)));

  @Test
  void a_payment_is_with_the_processor_less_its_cost_until_somebody_knows_what_it_is_for() {
    for (var standing : List.of(LineStanding.SETTLED, LineStanding.UNSETTLED)) {
      assertThat(first(LineType.PAYMENT, 10_000, 300, standing))
          .containsExactly(
              "USD PROCESSOR_BALANCE 9700", "USD PROCESSOR_COSTS 300", "USD UNALLOCATED -10000");
    }
    assertThat(first(LineType.PAYMENT, 10_000, 300, LineStanding.QUESTIONED))
        .isEqualTo(first(LineType.PAYMENT, 10_000, 300, LineStanding.SETTLED));
  }

  @Test
  void money_that_goes_back_leaves_the_processor() {
    assertThat(first(LineType.REFUND, -5_000, 0, LineStanding.SETTLED))
        .containsExactly("USD PROCESSOR_BALANCE -5000", "USD UNALLOCATED 5000");
    assertThat(first(LineType.CHARGEBACK, -10_000, 1_500, LineStanding.SETTLED))
        .containsExactly(
            "USD PROCESSOR_BALANCE -11500", "USD PROCESSOR_COSTS 1500", "USD UNALLOCATED 10000");
    assertThat(first(LineType.CHARGEBACK_REVERSED, 10_000, 0, LineStanding.SETTLED))
        .containsExactly("USD PROCESSOR_BALANCE 10000", "USD UNALLOCATED -10000");
  }

  @Test
  void a_cost_and_a_payout_need_no_fee() {
    assertThat(first(LineType.PROCESSOR_COST, -250, 0, LineStanding.EXPLAINED))
        .containsExactly("USD PROCESSOR_BALANCE -250", "USD PROCESSOR_COSTS 250");
    assertThat(first(LineType.PROCESSOR_COST, 0, 250, LineStanding.EXPLAINED))
        .containsExactly("USD PROCESSOR_BALANCE -250", "USD PROCESSOR_COSTS 250");
    assertThat(first(LineType.PAYOUT, -9_700, 0, LineStanding.EXPLAINED))
        .containsExactly("USD PROCESSOR_BALANCE -9700", "USD PAYOUTS_IN_TRANSIT 9700");
  }

  @Test
  void a_payout_in_question_waits_with_all_that_is_in_question() {
    assertThat(first(LineType.PAYOUT, -9_700, 0, LineStanding.QUESTIONED))
        .containsExactly("USD PROCESSOR_BALANCE -9700", "USD UNALLOCATED 9700");
  }

  @Test
  void what_has_nothing_to_do_with_fees_has_an_account_of_its_own() {
    assertThat(first(LineType.OTHER, 80, 0, LineStanding.ASIDE))
        .containsExactly("USD PROCESSOR_BALANCE 80", "USD NOT_FEES -80");
    assertThat(first(LineType.BANK_DEBIT, -80, 0, LineStanding.ASIDE))
        .containsExactly("USD BANK -80", "USD NOT_FEES 80");
  }

  @Test
  void a_line_of_the_bank_is_at_the_bank_less_what_that_kept() {
    assertThat(first(LineType.BANK_CREDIT, 10_000, 20, LineStanding.SETTLED))
        .containsExactly("USD BANK 9980", "USD PROCESSOR_COSTS 20", "USD UNALLOCATED -10000");
    for (var standing : List.of(LineStanding.EXPLAINED, LineStanding.FROM_BALANCE)) {
      assertThat(first(LineType.BANK_CREDIT, 9_700, 0, standing))
          .containsExactly("USD BANK 9700", "USD UNALLOCATED -9700");
    }
  }

  @Test
  void what_is_told_twice_is_posted_once() {
    assertThat(first(LineType.PAYMENT, 10_000, 300, LineStanding.DUPLICATE)).isEmpty();
  }

  @Test
  void a_cost_that_was_taken_before_the_amount_was_told_is_left_to_the_match() {
    var line = line(LineType.PAYMENT, Money.of(9_700, "USD"), 300, Money.of(9_700, "USD"));
    assertThat(legs(RUN.line(3, line, Optional.empty(), LineStanding.SETTLED)))
        .containsExactly("USD PROCESSOR_BALANCE 9700", "USD UNALLOCATED -9700");
    assertThat(
            legs(
                RUN.match(
                    match(
                        MatchState.MATCHED,
                        List.of("F1"),
                        9_700,
                        List.of(Money.of(9_700, "USD")),
                        List.of(10_000L),
                        left(300, RemainderAccount.PROCESSOR_COSTS, false)))))
        .containsExactly(
            "USD UNALLOCATED 9700", "USD PROCESSOR_COSTS 300", "USD CASH_CLEARING -10000");
  }

  @Test
  void amounts_of_two_currencies_are_two_entries_that_balance() {
    var line = line(LineType.PAYMENT, Money.of(9_000, "EUR"), 200, Money.of(9_700, "USD"));
    var entries = RUN.line(3, line, Optional.empty(), LineStanding.SETTLED);
    assertThat(legs(entries))
        .containsExactly(
            "EUR UNALLOCATED -9000",
            "EUR CURRENCY_CONVERSION 9000",
            "USD PROCESSOR_BALANCE 9700",
            "USD PROCESSOR_COSTS 200",
            "USD CURRENCY_CONVERSION -9900");
    assertThat(entries)
        .extracting(JournalEntry::journalId)
        .containsExactly("run-7-line-3-15-EUR", "run-7-line-3-15-USD");
    assertThat(
            legs(
                RUN.match(
                    match(
                        MatchState.MATCHED,
                        List.of("F1"),
                        9_900,
                        List.of(Money.of(9_000, "EUR")),
                        List.of(10_000L),
                        left(100, RemainderAccount.EXCHANGE_DIFFERENCES, false)))))
        .containsExactly(
            "EUR UNALLOCATED 9000",
            "EUR CURRENCY_CONVERSION -9000",
            "USD EXCHANGE_DIFFERENCES 100",
            "USD CASH_CLEARING -10000",
            "USD CURRENCY_CONVERSION 9900");
  }

  @Test
  void an_entry_of_a_line_says_where_it_stands() {
    var entry =
        RUN.line(3, usd(LineType.PAYMENT, 10_000, 300), Optional.empty(), LineStanding.SETTLED)
            .getFirst();
    assertThat(entry.journalId()).isEqualTo("run-7-line-3-15");
    assertThat(entry.period()).isEqualTo("2026-10");
    assertThat(entry.postedOn()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(entry.text()).isEqualTo("file 3, line 15: payment");
    assertThat(entry.lines())
        .extracting(JournalLine::about)
        .containsOnly(
            new About(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(KEY.hex())));
    assertThat(Posting.of(YearMonth.of(2026, 10), DAY)).isEqualTo(new Posting("2026-10", DAY));
  }

  @Test
  void a_match_takes_the_money_to_each_of_its_fees() {
    var match =
        match(
            MatchState.GROUPED,
            List.of("F1", "F2"),
            15_000,
            List.of(Money.of(15_000, "USD")),
            List.of(10_000L, 5_000L));
    var entries = RUN.match(match);
    assertThat(legs(entries))
        .containsExactly(
            "USD UNALLOCATED 15000", "USD CASH_CLEARING -10000", "USD CASH_CLEARING -5000");
    assertThat(entries.getFirst().lines())
        .extracting(line -> line.about().feeId().orElse("none"))
        .containsExactly("none", "F1", "F2");
    assertThat(entries.getFirst().journalId()).isEqualTo("run-7-m-1");
    assertThat(entries.getFirst().text()).isEqualTo("settled by rule M1-FEE-ID");
    assertThat(legs(RUN.undone(match)))
        .containsExactly(
            "USD UNALLOCATED -15000", "USD CASH_CLEARING 10000", "USD CASH_CLEARING 5000");
    assertThat(RUN.undone(match).getFirst().journalId()).isEqualTo("run-7-undone-m-1");
  }

  @Test
  void too_little_leaves_the_rest_in_clearing_and_a_refund_comes_back_to_it() {
    assertThat(legs(RUN.match(simple(MatchState.UNDERPAID, 6_000))))
        .containsExactly("USD UNALLOCATED 6000", "USD CASH_CLEARING -6000");
    assertThat(legs(RUN.match(simple(MatchState.REFUNDED, -6_000))))
        .containsExactly("USD UNALLOCATED -6000", "USD CASH_CLEARING 6000");
  }

  @Test
  void a_remainder_is_booked_by_the_match_unless_an_act_has_booked_it() {
    var match =
        match(
            MatchState.MATCHED,
            List.of("F1"),
            8_990,
            List.of(Money.of(8_990, "USD")),
            List.of(9_000L),
            left(10, RemainderAccount.SMALL_DIFFERENCES, false),
            left(1_000, RemainderAccount.WRITE_OFFS, true));
    assertThat(legs(RUN.match(match)))
        .containsExactly(
            "USD UNALLOCATED 8990", "USD SMALL_DIFFERENCES 10", "USD CASH_CLEARING -9000");
  }

  @Test
  void a_payout_at_the_bank_is_not_on_its_way_any_more() {
    var key = new LineKeys("test").ofId("L0");
    var sent =
        payout(
            List.of(key, KEY),
            List.of(Money.of(-9_700, "USD"), Money.of(9_700, "USD")),
            Money.of(9_700, "USD"));
    assertThat(legs(RUN.match(sent)))
        .containsExactly("USD UNALLOCATED 9700", "USD PAYOUTS_IN_TRANSIT -9700");
    var untold = payout(List.of(KEY), List.of(Money.of(9_700, "USD")), Money.of(9_700, "USD"));
    assertThat(legs(RUN.match(untold)))
        .containsExactly("USD UNALLOCATED 9700", "USD PROCESSOR_BALANCE -9700");
    var kept = payout(List.of(KEY), List.of(Money.of(9_720, "USD")), Money.of(9_700, "USD"));
    assertThat(legs(RUN.match(kept)))
        .containsExactly(
            "USD UNALLOCATED 9720", "USD PROCESSOR_BALANCE -9700", "USD PROCESSOR_COSTS -20");
  }

  @Test
  void a_line_of_a_closed_month_moves_only_if_it_is_seen_otherwise() {
    assertThat(again(LineType.PAYMENT, 100, LineStanding.QUESTIONED, LineStanding.SETTLED))
        .isEmpty();
    assertThat(again(LineType.PAYMENT, 100, LineStanding.SETTLED, LineStanding.SETTLED)).isEmpty();
    assertThat(again(LineType.PAYMENT, 100, LineStanding.UNSETTLED, LineStanding.QUESTIONED))
        .isEmpty();
    assertThat(again(LineType.BANK_DEBIT, -80, LineStanding.ASIDE, LineStanding.SETTLED))
        .containsExactly("USD NOT_FEES -80", "USD UNALLOCATED 80");
    assertThat(again(LineType.PAYOUT, -80, LineStanding.QUESTIONED, LineStanding.EXPLAINED))
        .containsExactly("USD UNALLOCATED -80", "USD PAYOUTS_IN_TRANSIT 80");
    assertThat(again(LineType.BANK_CREDIT, 80, LineStanding.EXPLAINED, LineStanding.EXPLAINED))
        .isEmpty();
    assertThat(again(LineType.BANK_CREDIT, 80, LineStanding.EXPLAINED, LineStanding.QUESTIONED))
        .containsExactly("USD PAYOUTS_IN_TRANSIT 80", "USD UNALLOCATED -80");
    assertThat(again(LineType.BANK_CREDIT, 80, LineStanding.FROM_BALANCE, LineStanding.QUESTIONED))
        .containsExactly("USD PROCESSOR_BALANCE 80", "USD UNALLOCATED -80");
    assertThat(again(LineType.PAYMENT, 80, LineStanding.DUPLICATE, LineStanding.SETTLED))
        .containsExactly("USD PROCESSOR_BALANCE 80", "USD UNALLOCATED -80");
    assertThat(again(LineType.PAYMENT, 80, LineStanding.QUESTIONED, LineStanding.DUPLICATE))
        .containsExactly("USD PROCESSOR_BALANCE -80", "USD UNALLOCATED 80");
  }

  @Test
  void a_write_off_is_taken_from_where_the_fee_is_waited_for_and_given_back_to_it() {
    var plan = new PlanId(new UUID(1, 2));
    var captured = new WriteOffPosting(plan, "F1", Money.of(15_900, "USD"), true);
    var posting = new Posting("2026-10", DAY);
    assertThat(legs(List.of(captured.givenUp(12, posting))))
        .containsExactly("USD WRITE_OFFS 15900", "USD CASH_CLEARING -15900");
    assertThat(legs(List.of(captured.takenBack(13, posting))))
        .containsExactly("USD WRITE_OFFS -15900", "USD CASH_CLEARING 15900");
    var owed = new WriteOffPosting(plan, "F1", Money.of(15_900, "USD"), false);
    assertThat(legs(List.of(owed.givenUp(12, posting))))
        .containsExactly("USD WRITE_OFFS 15900", "USD RECEIVABLES -15900");
    var entry = owed.givenUp(12, posting);
    assertThat(entry.journalId()).isEqualTo("act-12");
    assertThat(entry.text()).isEqualTo("written off");
    assertThat(entry.lines())
        .extracting(JournalLine::about)
        .containsOnly(
            new About(
                Optional.of(plan), Optional.of("F1"), Optional.empty(), Optional.of("act 12")));
  }

  @Test
  void how_lines_were_left_is_kept_and_laid_over_by_later_runs() {
    var first = new LineStandings();
    first.put(1, LineStanding.SETTLED);
    first.put(900, LineStanding.QUESTIONED);
    var later = new LineStandings();
    later.put(900, LineStanding.of(LineFate.ASIDE));
    later.put(5_000, LineStanding.of(LineFate.DUPLICATE));
    var kept = LineStandings.of(first.deflated());
    assertThat(kept.at(900)).contains(LineStanding.QUESTIONED);
    kept.overlay(LineStandings.of(later.deflated()));
    assertThat(kept.at(1)).contains(LineStanding.SETTLED);
    assertThat(kept.at(2)).isEmpty();
    assertThat(kept.at(900)).contains(LineStanding.ASIDE);
    assertThat(kept.at(5_000)).contains(LineStanding.DUPLICATE);
    assertThat(kept.at(1_000_000)).isEmpty();
  }

  private static List<String> first(LineType type, long minor, long kept, LineStanding standing) {
    return legs(RUN.line(3, usd(type, minor, kept), Optional.empty(), standing));
  }

  private static List<String> again(
      LineType type, long minor, LineStanding before, LineStanding now) {
    return legs(RUN.line(3, usd(type, minor, 0), Optional.of(before), now));
  }

  private static List<String> legs(List<JournalEntry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                entry.lines().stream()
                    .map(
                        line ->
                            entry.currency().getCurrencyCode()
                                + " "
                                + line.account()
                                + " "
                                + (line.minorOn(Side.DEBIT) - line.minorOn(Side.CREDIT))))
        .toList();
  }

  private static SettlementLine usd(LineType type, long minor, long kept) {
    return line(type, Money.of(minor, "USD"), kept, Money.of(minor - kept, "USD"));
  }

  private static SettlementLine line(LineType type, Money gross, long kept, Money net) {
    return new SettlementLine(
        15,
        KEY,
        type,
        DAY,
        Optional.empty(),
        gross,
        kept,
        net,
        gross.currency().equals(net.currency())
            ? Optional.empty()
            : Optional.of(new BigDecimal("1.10")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static Remainder left(long minor, RemainderAccount account, boolean bookedByAct) {
    return new Remainder(Money.of(minor, "USD"), account, "for a test", bookedByAct);
  }

  private static Match simple(MatchState state, long minor) {
    return match(state, List.of("F1"), minor, List.of(Money.of(minor, "USD")), List.of(10_000L));
  }

  private static Match match(
      MatchState state,
      List<String> fees,
      long minor,
      List<Money> brought,
      List<Long> dues,
      Remainder... remainders) {
    return match(
        state, fees, List.of(KEY), Money.of(minor, "USD"), brought, dues, List.of(remainders));
  }

  private static Match payout(List<LineKey> lines, List<Money> brought, Money total) {
    return match(MatchState.GROUPED, List.of(), lines, total, brought, List.of(), List.of());
  }

  private static Match match(
      MatchState state,
      List<String> fees,
      List<LineKey> lines,
      Money matched,
      List<Money> brought,
      List<Long> dues,
      List<Remainder> remainders) {
    return new Match(
        "m-1",
        state,
        fees,
        lines,
        matched,
        brought,
        dues,
        "M1-FEE-ID",
        List.of(),
        90,
        Optional.empty(),
        remainders,
        Optional.empty(),
        "for a test");
  }
}
