package org.planledger.core.finance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.accounts.JournalLine.About;
import org.planledger.core.finance.accounts.JournalLine.Side;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

class PostingMovementsTest {

  private static final PlanId PLAN = new PlanId(new UUID(1, 2));
  private static final About NOTHING =
      new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void a_quote_is_owed_and_earned() {
    assertThat(posted(MovementKind.QUOTED))
        .containsExactly("DEBIT RECEIVABLES 15900", "CREDIT FEE_INCOME 15900");
  }

  @Test
  void a_capture_is_on_its_way_and_not_owed_any_more() {
    assertThat(posted(MovementKind.CAPTURED))
        .containsExactly("DEBIT CASH_CLEARING 15900", "CREDIT RECEIVABLES 15900");
  }

  @Test
  void a_refund_leaves_the_way_that_the_capture_came() {
    assertThat(posted(MovementKind.REFUNDED))
        .containsExactly("DEBIT REFUNDS 15900", "CREDIT CASH_CLEARING 15900");
  }

  @Test
  void a_cancellation_undoes_the_quote() {
    assertThat(posted(MovementKind.CANCELLED))
        .containsExactly("DEBIT FEE_INCOME 15900", "CREDIT RECEIVABLES 15900");
  }

  @Test
  void an_entry_says_which_event_fee_and_payment_it_follows_from() {
    var entry = JournalEntry.of(movement(MovementKind.CAPTURED, Money.of(15_900, "USD")));
    assertThat(entry.journalId()).isEqualTo("7.1");
    assertThat(entry.period()).isEqualTo("2026-03");
    assertThat(entry.postedOn()).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(entry.text()).isEqualTo("service fee of replacement 1, captured (clause 2.5.1)");
    assertThat(entry.lines())
        .extracting(JournalLine::about)
        .containsOnly(
            new About(
                Optional.of(PLAN),
                Optional.of("the-fee"),
                Optional.of("the-event"),
                Optional.of("pay-1")));
  }

  @Test
  void an_entry_that_does_not_balance_cannot_be_made() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                entry(
                    JournalLine.debit(Account.BANK, 100, NOTHING),
                    JournalLine.credit(Account.CASH_CLEARING, 99, NOTHING)))
        .withMessage(
            "the entry of a test of 2 lines does not balance: debits of 100, credits of 99");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry(JournalLine.debit(Account.BANK, 0, NOTHING)));
    assertThatIllegalArgumentException().isThrownBy(PostingMovementsTest::entry);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalLine.debit(Account.BANK, -1, NOTHING))
        .withMessage("a line has a side and no sign: -1");
  }

  @Test
  void sums_that_do_not_fit_are_refused_and_never_wrap_around() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                entry(
                    JournalLine.debit(Account.BANK, Long.MAX_VALUE, NOTHING),
                    JournalLine.debit(Account.BANK, Long.MAX_VALUE, NOTHING),
                    JournalLine.debit(Account.BANK, 2, NOTHING),
                    JournalLine.credit(Account.BANK, 0, NOTHING)));
  }

  @Test
  void money_that_arrives_in_parts_is_one_entry_of_more_lines() {
    var entry =
        entry(
            JournalLine.debit(Account.BANK, 15_400, NOTHING),
            JournalLine.debit(Account.PROCESSOR_COSTS, 490, NOTHING),
            JournalLine.debit(Account.SMALL_DIFFERENCES, 10, NOTHING),
            JournalLine.credit(Account.CASH_CLEARING, 15_900, NOTHING));
    var balance = new TrialBalance();
    balance.add(JournalEntry.of(movement(MovementKind.CAPTURED, Money.of(15_900, "USD"))));
    balance.add(entry);
    assertThat(balance.lines())
        .contains(new TrialBalance.Line(Account.CASH_CLEARING, USD, 15_900, 15_900))
        .hasSize(5);
  }

  @Test
  void whatever_is_posted_all_accounts_of_a_currency_together_come_to_nothing() {
    long seed = Long.getLong("planledger.seed", System.nanoTime());
    System.out.println("posting by chance: seed " + seed);
    var random = new Random(seed);
    var balance = new TrialBalance();
    for (int i = 0; i < 1_000; i++) {
      var kind = List.of(MovementKind.values()).get(random.nextInt(4));
      var money =
          Money.of(
              random.nextLong(1, 1_000_000_000_000L),
              List.of("USD", "JPY", "EUR").get(random.nextInt(3)));
      if (random.nextBoolean()) {
        balance.add(kind, money);
      } else {
        balance.add(JournalEntry.of(movement(kind, money)));
      }
    }
    assertThat(balance.lines()).hasSize(12);
    for (var currency : List.of("USD", "JPY", "EUR")) {
      assertThat(
              balance.lines().stream()
                  .filter(line -> line.currency().getCurrencyCode().equals(currency))
                  .mapToLong(TrialBalance.Line::balanceMinor)
                  .sum())
          .as(currency)
          .isZero();
    }
  }

  @Test
  void accounts_are_listed_in_the_order_of_their_numbers() {
    assertThat(Stream.of(Account.values()).map(Account::number)).isSorted().doesNotHaveDuplicates();
    assertThat(Stream.of(Account.values()).map(Account::title)).doesNotHaveDuplicates();
  }

  private static List<String> posted(MovementKind kind) {
    return JournalEntry.of(movement(kind, Money.of(15_900, "USD"))).lines().stream()
        .map(
            line ->
                line.side()
                    + " "
                    + line.account()
                    + " "
                    + Math.max(line.minorOn(Side.DEBIT), line.minorOn(Side.CREDIT)))
        .toList();
  }

  private static JournalEntry entry(JournalLine... lines) {
    return new JournalEntry(
        "of a test", "2026-03", LocalDate.of(2026, 3, 31), USD, "a text", List.of(lines));
  }

  private static FeeMovement movement(MovementKind kind, Money amount) {
    return new FeeMovement(
        7,
        1,
        "the-event",
        Instant.parse("2026-03-31T23:59:59.999Z"),
        Instant.parse("2026-03-30T10:00:00Z"),
        kind,
        "the-fee",
        5,
        PLAN,
        new CaseId(new UUID(3, 4)),
        FeePurpose.SERVICE_FEE,
        Service.REPLACEMENT,
        Optional.of(ReplacementMode.DAMAGE),
        Optional.of(1),
        new RegionCode("US"),
        "LAX",
        amount,
        kind == MovementKind.CAPTURED ? Optional.of("pay-1") : Optional.empty(),
        "2.5.1",
        false);
  }
}
