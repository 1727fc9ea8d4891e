package org.planledger.core.finance.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.book.FinanceCommand.AssignExceptions;
import org.planledger.core.finance.book.FinanceCommand.ClosePeriod;
import org.planledger.core.finance.book.FinanceCommand.MatchByHand;
import org.planledger.core.finance.book.FinanceCommand.NoteException;
import org.planledger.core.finance.book.FinanceCommand.PendException;
import org.planledger.core.finance.book.FinanceCommand.ReopenException;
import org.planledger.core.finance.book.FinanceCommand.ReopenPeriod;
import org.planledger.core.finance.book.FinanceCommand.ResolveException;
import org.planledger.core.finance.book.FinanceCommand.WithdrawMatch;
import org.planledger.core.finance.book.FinanceCommand.WithdrawWriteOff;
import org.planledger.core.finance.book.FinanceCommand.WriteOffFee;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.FinanceEvent.MatchedByHand;
import org.planledger.core.finance.book.FinanceEvent.PeriodClosed;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceEvent.RunTotals;
import org.planledger.core.finance.book.FinanceEvent.WriteOffWithdrawn;
import org.planledger.core.finance.book.Known.FoundMatch;
import org.planledger.core.finance.book.Known.Item;
import org.planledger.core.finance.book.Verdict.Accepted;
import org.planledger.core.finance.book.Verdict.Refused;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.terms.Money;

class KeepingTheBooksTest {

  private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Limits LIMITS = new Limits(new BigDecimal("500"));
  private static final LineKey LINE = new LineKey(1, 2, 3, 4);
  private static final Money FEE = Money.of(15_900, "USD");
  private static final Optional<String> NOBODY = Optional.empty();

  private final FinanceBook book = new FinanceBook();

  @Test
  void small_amounts_are_matched_by_one_person() {
    assertThat(decide(known(FEE, FEE), match(NOBODY)))
        .isEqualTo(
            new Accepted(
                new MatchedByHand(
                    "hand-1",
                    OCTOBER,
                    List.of("fee-1"),
                    List.of(LINE),
                    FEE,
                    Optional.empty(),
                    "the customer wrote the wrong reference",
                    NOBODY)));
  }

  @Test
  void above_the_limit_somebody_else_has_to_agree() {
    var large = Money.of(50_001, "USD");
    assertThat(grounds(known(large, large), match(NOBODY)))
        .containsExactly(FinanceGround.SECOND_PERSON_NEEDED);
    assertThat(grounds(known(large, large), match(Optional.of("ann"))))
        .containsExactly(FinanceGround.SAME_PERSON);
    assertThat(decide(known(large, large), match(Optional.of("bob")))).isInstanceOf(Accepted.class);
    var atTheLimit = Money.of(50_000, "USD");
    assertThat(decide(known(atTheLimit, atTheLimit), match(NOBODY))).isInstanceOf(Accepted.class);
  }

  @Test
  void the_limit_counts_whole_units_of_any_currency_and_debits_like_credits() {
    var yen = Money.of(501, "JPY");
    assertThat(grounds(known(yen, yen), match(NOBODY)))
        .containsExactly(FinanceGround.SECOND_PERSON_NEEDED);
    var debit = Money.of(-50_001, "USD");
    assertThat(grounds(known(debit, debit), match(NOBODY)))
        .containsExactly(FinanceGround.SECOND_PERSON_NEEDED);
  }

  @Test
  void all_grounds_are_told_at_once() {
    close(run(SEPTEMBER, 0));
    var matched =
        new Known(
            Map.of("fee-1", Item.of(Money.of(50_001, "EUR"), Optional.of("m-1"))),
            Map.of(LINE.hex(), Item.of(Money.of(-50_001, "USD"), Optional.of("m-2"))),
            Optional.empty(),
            0,
            SEPTEMBER);
    assertThat(grounds(matched, match(NOBODY)))
        .containsExactly(
            FinanceGround.ALREADY_MATCHED,
            FinanceGround.PERIOD_CLOSED,
            FinanceGround.CURRENCIES_DIFFER,
            FinanceGround.SECOND_PERSON_NEEDED);
  }

  @Test
  void money_that_comes_needs_a_fee_that_has_none_and_money_that_goes_back_does_not() {
    var held = Map.of("fee-1", Item.of(FEE, Optional.of("m-1")));
    var comes = Map.of(LINE.hex(), Item.of(FEE, Optional.empty()));
    var goesBack = Map.of(LINE.hex(), Item.of(Money.of(-100, "USD"), Optional.empty()));

    assertThat(grounds(new Known(held, comes, Optional.empty(), 0, OCTOBER), match(NOBODY)))
        .containsExactly(FinanceGround.ALREADY_MATCHED);
    assertThat(decide(new Known(held, goesBack, Optional.empty(), 0, OCTOBER), match(NOBODY)))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void whoever_matches_another_currency_agrees_with_the_rate_of_what_has_come() {
    assertThat(decide(known(Money.of(100, "EUR"), Money.of(110, "USD")), match(NOBODY)))
        .isInstanceOf(Accepted.class);
    assertThat(grounds(known(Money.of(100, "EUR"), Money.of(-110, "USD")), match(NOBODY)))
        .containsExactly(FinanceGround.CURRENCIES_DIFFER);
    var two = new LineKeys("test").ofId("another").hex();
    var lines =
        Map.of(
            LINE.hex(),
            Item.of(FEE, Optional.empty()),
            two,
            Item.of(Money.of(100, "EUR"), Optional.empty()));
    assertThat(
            grounds(
                new Known(
                    Map.of("fee-1", Item.of(FEE, Optional.empty())),
                    lines,
                    Optional.empty(),
                    0,
                    OCTOBER),
                match(NOBODY)))
        .containsExactly(FinanceGround.CURRENCIES_DIFFER);
  }

  @Test
  void a_match_is_withdrawn_once_and_both_facts_stay() {
    var match = new FoundMatch("m-1", OCTOBER, List.of("fee-1"), List.of(LINE), FEE);
    var known = new Known(Map.of(), Map.of(), Optional.of(match), 0, OCTOBER);
    var withdraw = new WithdrawMatch("m-1", "another customer's", "ann", NOBODY);
    accept(known, withdraw);
    assertThat(grounds(known, withdraw)).containsExactly(FinanceGround.MATCH_WITHDRAWN);
    assertThat(book.acts(Long.MAX_VALUE)).hasSize(1);
    assertThat(book.lastAct()).isEqualTo(1);
  }

  @Test
  void a_match_by_hand_is_withdrawn_by_its_own_id_or_by_that_which_a_run_gave_to_it() {
    accept(known(FEE, FEE), match(NOBODY));
    assertThat(book.matchesByHand(Long.MAX_VALUE)).hasSize(1);
    withdraw("hand-1");
    assertThat(book.matchesByHand(Long.MAX_VALUE)).isEmpty();
    assertThat(book.isWithdrawn("hand-1")).isTrue();

    accept(known(FEE, FEE), match(NOBODY));
    assertThat(book.isWithdrawn("hand-1")).isTrue();
    assertThat(book.isWithdrawn("hand-3")).isFalse();
    withdraw("as a run calls it");
    assertThat(book.isWithdrawn("hand-3")).isTrue();
    assertThat(book.isWithdrawn("as a run calls it")).isTrue();
    assertThat(book.matchesByHand(Long.MAX_VALUE)).isEmpty();
    assertThat(book.matchesByHand(3)).hasSize(1);

    accept(known(FEE, FEE), match(NOBODY));
    assertThat(book.isWithdrawn("as a run calls it")).isFalse();
    assertThat(book.matchesByHand(Long.MAX_VALUE)).hasSize(1);
  }

  private void withdraw(String matchId) {
    var found = new FoundMatch(matchId, OCTOBER, List.of("fee-1"), List.of(LINE), FEE);
    accept(
        new Known(Map.of(), Map.of(), Optional.of(found), 0, OCTOBER),
        new WithdrawMatch(matchId, "another customer's", "ann", NOBODY));
  }

  @Test
  void a_match_of_a_closed_month_is_not_withdrawn() {
    close(run(SEPTEMBER, 0));
    var match = new FoundMatch("m-1", SEPTEMBER, List.of("fee-1"), List.of(LINE), FEE);
    var known = new Known(Map.of(), Map.of(), Optional.of(match), 0, OCTOBER);
    assertThat(grounds(known, new WithdrawMatch("m-1", "wrong", "ann", NOBODY)))
        .containsExactly(FinanceGround.MATCH_OF_A_CLOSED_PERIOD);
  }

  @Test
  void only_what_is_open_is_written_off() {
    var matched =
        new Known(
            Map.of("fee-1", Item.of(FEE, Optional.of("m-1"))),
            Map.of(),
            Optional.empty(),
            0,
            OCTOBER);
    var writeOff = new WriteOffFee("fee-1", "the customer is gone", "ann", NOBODY);
    assertThat(grounds(matched, writeOff)).containsExactly(FinanceGround.NOTHING_OPEN);
    accept(known(FEE, FEE), writeOff);
    assertThat(book.acts(1)).hasSize(1);
    assertThat(book.acts(0)).isEmpty();
  }

  @Test
  void a_write_off_is_taken_back_once_and_may_come_again() {
    var unmatched = known(FEE, FEE);
    var large = known(Money.of(50_001, "USD"), FEE);
    var takeBack = new WithdrawWriteOff("fee-1", "the customer has paid", "ann", NOBODY);
    assertThat(grounds(unmatched, takeBack)).containsExactly(FinanceGround.NOT_WRITTEN_OFF);

    accept(large, new WriteOffFee("fee-1", "the customer is gone", "ann", Optional.of("bob")));
    assertThat(grounds(unmatched, takeBack)).containsExactly(FinanceGround.SECOND_PERSON_NEEDED);
    var approved =
        new WithdrawWriteOff("fee-1", "the customer has paid", "ann", Optional.of("bob"));
    assertThat(decide(unmatched, approved))
        .isEqualTo(
            new Accepted(
                new WriteOffWithdrawn(
                    "fee-1",
                    1,
                    OCTOBER,
                    Money.of(50_001, "USD"),
                    "the customer has paid",
                    Optional.of("bob"))));
    accept(unmatched, approved);
    assertThat(grounds(unmatched, approved)).containsExactly(FinanceGround.NOT_WRITTEN_OFF);
    assertThat(book.acts(Long.MAX_VALUE)).hasSize(2);

    accept(unmatched, new WriteOffFee("fee-1", "gone again", "ann", NOBODY));
    assertThat(decide(unmatched, takeBack)).isInstanceOf(Accepted.class);
  }

  @Test
  void a_write_off_of_a_closed_month_is_taken_back_in_the_open_one() {
    var september =
        new Known(
            Map.of("fee-1", Item.of(FEE, Optional.empty())),
            Map.of(),
            Optional.empty(),
            0,
            SEPTEMBER);
    accept(september, new WriteOffFee("fee-1", "the customer is gone", "ann", NOBODY));
    close(run(SEPTEMBER, 1));
    var takeBack = new WithdrawWriteOff("fee-1", "the customer has paid", "ann", NOBODY);
    assertThat(grounds(Known.nothing(SEPTEMBER), takeBack))
        .containsExactly(FinanceGround.PERIOD_CLOSED);
    accept(Known.nothing(OCTOBER), takeBack);
  }

  @Test
  void an_exception_goes_from_hand_to_hand_until_it_is_explained() {
    var nothing = Known.nothing(OCTOBER);
    accept(nothing, new AssignExceptions(List.of("e-1", "e-2"), "ann"));
    accept(nothing, new PendException("e-1", "the bank's answer"));
    accept(nothing, new NoteException("e-1", "called on Monday"));
    accept(nothing, new ResolveException("e-1", "came by another way"));
    assertThat(book.handling("e-1"))
        .isEqualTo(
            new Handling(
                Handling.State.RESOLVED,
                Optional.of("ann"),
                Optional.empty(),
                Optional.of("came by another way"),
                List.of(new Handling.Note(3, "called on Monday"))));
    assertThat(book.handling("e-2").state()).isEqualTo(Handling.State.ASSIGNED);
    assertThat(grounds(nothing, new ResolveException("e-1", "again")))
        .containsExactly(FinanceGround.EXCEPTION_CLOSED);
    assertThat(grounds(nothing, new ReopenException("e-2", "open anyway")))
        .containsExactly(FinanceGround.EXCEPTION_NOT_CLOSED);
    accept(nothing, new ReopenException("e-1", "it came twice"));
    assertThat(book.handling("e-1").isOpen()).isTrue();
  }

  @Test
  void a_month_is_closed_when_it_is_over_and_its_last_run_has_seen_everything() {
    var close = new ClosePeriod(OCTOBER, false, LocalDate.of(2026, 10, 31));
    assertThat(grounds(Known.nothing(OCTOBER), close))
        .containsExactly(FinanceGround.PERIOD_NOT_OVER, FinanceGround.RUN_NEEDED);
    remember(run(OCTOBER, 0));
    accept(known(FEE, FEE), match(NOBODY));
    var later = new ClosePeriod(OCTOBER, false, LocalDate.of(2026, 11, 1));
    assertThat(grounds(Known.nothing(OCTOBER), later)).containsExactly(FinanceGround.RUN_NEEDED);
    remember(run(OCTOBER, 2));
    accept(Known.nothing(OCTOBER), later);
    assertThat(book.period(OCTOBER).isClosed()).isTrue();
    assertThat(grounds(Known.nothing(OCTOBER), later)).containsExactly(FinanceGround.PERIOD_CLOSED);
  }

  @Test
  void open_exceptions_go_over_only_if_somebody_says_so() {
    remember(run(OCTOBER, 0));
    var three = new Known(Map.of(), Map.of(), Optional.empty(), 3, OCTOBER);
    var today = LocalDate.of(2026, 11, 2);
    assertThat(grounds(three, new ClosePeriod(OCTOBER, false, today)))
        .containsExactly(FinanceGround.EXCEPTIONS_OPEN);
    accept(three, new ClosePeriod(OCTOBER, true, today));
    assertThat(book.lastClosed().orElseThrow().exceptions()).isEqualTo(3);
  }

  @Test
  void months_are_closed_one_after_the_other() {
    remember(run(SEPTEMBER, 0));
    remember(run(OCTOBER, 0));
    assertThat(
            grounds(
                Known.nothing(OCTOBER), new ClosePeriod(OCTOBER, false, LocalDate.of(2026, 11, 2))))
        .containsExactly(FinanceGround.EARLIER_PERIOD_OPEN);
  }

  @Test
  void of_the_months_that_are_open_the_newest_run_counts() {
    remember(run(1, OCTOBER, 0, 0));
    remember(run(2, SEPTEMBER, 0, 0));
    assertThat(book.standingRuns()).containsExactly(2L);
    assertThat(book.newestRun()).contains(run(2, SEPTEMBER, 0, 0));
    remember(run(3, OCTOBER, 0, 0));
    assertThat(book.standingRuns()).containsExactly(3L);
  }

  @Test
  void a_run_that_has_looked_at_what_a_closed_month_settled_neither_counts_nor_closes_a_month() {
    remember(run(1, OCTOBER, 0, 0));
    close(run(2, SEPTEMBER, 0, 0));
    assertThat(book.standingRuns()).containsExactly(2L);
    assertThat(book.newestRun()).contains(run(2, SEPTEMBER, 0, 0));
    var november = LocalDate.of(2026, 11, 2);
    assertThat(grounds(Known.nothing(OCTOBER), new ClosePeriod(OCTOBER, false, november)))
        .containsExactly(FinanceGround.RUN_NEEDED);
    remember(run(3, OCTOBER, 2, 0));
    assertThat(book.standingRuns()).containsExactly(2L, 3L);
    accept(Known.nothing(OCTOBER), new ClosePeriod(OCTOBER, false, november));
    assertThat(book.standingRuns()).containsExactly(2L, 3L);
  }

  @Test
  void what_followed_a_month_that_was_opened_again_has_to_be_run_again() {
    close(run(1, SEPTEMBER, 0, 0));
    remember(run(2, OCTOBER, 1, 0));
    accept(Known.nothing(SEPTEMBER), new ReopenPeriod(SEPTEMBER, "a mistake", "ann", "bob"));
    assertThat(book.standingRuns()).isEmpty();
    close(run(3, SEPTEMBER, 0, 0));
    assertThat(book.standingRuns()).containsExactly(3L);
    remember(run(4, OCTOBER, 3, 0));
    assertThat(book.standingRuns()).containsExactly(3L, 4L);
  }

  @Test
  void what_was_explained_when_a_month_was_closed_is_known_to_the_next() {
    remember(new FinanceEvent.ExceptionResolved("x-1", "an empty row"));
    remember(new FinanceEvent.ExceptionNoted("x-2", "asked"));
    close(run(3, SEPTEMBER, 0, 0));
    remember(new FinanceEvent.ExceptionResolved("x-2", "found"));

    assertThat(book.explainedBefore(run(6, OCTOBER, 3, 0).inputs())).containsExactly("x-1");
    assertThat(book.explainedBefore(run(6, OCTOBER, 0, 0).inputs())).isEmpty();
  }

  @Test
  void what_a_run_went_on_from_stays_whatever_is_closed_or_opened_later() {
    var early = run(1, OCTOBER, 0, 0);
    remember(early);
    close(run(2, SEPTEMBER, 0, 0));
    var later = run(4, OCTOBER, 2, 0);
    close(later);

    assertThat(book.before(early.inputs())).isEmpty();
    assertThat(book.before(later.inputs()).stream().map(PeriodClosed::run)).containsExactly(2L);
    assertThat(book.before(run(6, OCTOBER.plusMonths(1), 4, 0).inputs()).stream())
        .extracting(PeriodClosed::run)
        .containsExactly(2L, 4L);
  }

  @Test
  void the_last_closed_month_is_opened_again_by_two_persons() {
    close(run(SEPTEMBER, 0));
    close(run(OCTOBER, 0));
    assertThat(
            grounds(
                Known.nothing(SEPTEMBER), new ReopenPeriod(SEPTEMBER, "a mistake", "ann", "ann")))
        .containsExactly(FinanceGround.LATER_PERIOD_CLOSED, FinanceGround.SAME_PERSON);
    accept(Known.nothing(OCTOBER), new ReopenPeriod(OCTOBER, "a mistake", "ann", "bob"));
    assertThat(book.period(OCTOBER))
        .isEqualTo(new PeriodState(OCTOBER, Optional.empty(), Optional.empty(), 1));
    assertThat(book.lastClosed().orElseThrow().period()).isEqualTo(SEPTEMBER);
    assertThat(grounds(Known.nothing(OCTOBER), new ReopenPeriod(OCTOBER, "again", "ann", "bob")))
        .containsExactly(FinanceGround.PERIOD_NOT_CLOSED);
  }

  @Test
  void events_come_in_their_order() {
    assertThatThrownBy(() -> book.evolve(2, run(OCTOBER, 0), "ann"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static MatchByHand match(Optional<String> approvedBy) {
    return new MatchByHand(
        List.of("fee-1"),
        List.of(LINE),
        Optional.empty(),
        "the customer wrote the wrong reference",
        "ann",
        approvedBy);
  }

  private static Known known(Money fee, Money line) {
    return new Known(
        Map.of("fee-1", Item.of(fee, Optional.empty())),
        Map.of(LINE.hex(), Item.of(line, Optional.empty())),
        Optional.empty(),
        0,
        OCTOBER);
  }

  /// A run that goes on where the closed month before it has ended.
  private FeesReconciled run(YearMonth period, long acts) {
    long fromRun = book.closedBefore(period).map(PeriodClosed::run).orElse(0L);
    return run(book.last() + 1, period, fromRun, acts);
  }

  private static FeesReconciled run(long number, YearMonth period, long fromRun, long acts) {
    long months = fromRun > 0 ? 1 : 0;
    return new FeesReconciled(
        number,
        new RunInputs(
            period,
            fromRun,
            10 * months,
            10 * months + 10,
            months,
            months + 1,
            acts,
            period.atEndOfMonth(),
            "rules"),
        new RunTotals(1, 1, 1, 0, Map.of()),
        "report");
  }

  private void close(FeesReconciled run) {
    remember(run);
    var period = run.inputs().period();
    accept(Known.nothing(period), new ClosePeriod(period, false, period.plusMonths(1).atDay(2)));
  }

  private void remember(FinanceEvent event) {
    book.evolve(book.last() + 1, event, "ann");
  }

  private Verdict decide(Known known, FinanceCommand command) {
    return DecidingInTheBooks.decide(book, known, LIMITS, command);
  }

  private void accept(Known known, FinanceCommand command) {
    assertThat(decide(known, command)).isInstanceOf(Accepted.class);
    remember(((Accepted) decide(known, command)).event());
  }

  private List<FinanceGround> grounds(Known known, FinanceCommand command) {
    assertThat(decide(known, command)).isInstanceOf(Refused.class);
    return ((Refused) decide(known, command))
        .objections().stream().map(Verdict.Objection::ground).toList();
  }
}
