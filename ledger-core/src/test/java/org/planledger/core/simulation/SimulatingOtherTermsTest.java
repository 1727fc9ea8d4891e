package org.planledger.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.testing.Commands;
import org.planledger.core.json.TermsFile;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanCommand.ExpireService;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReleasedTerms;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.TermsBook;

/// A book of three customers: one who asks for a third replacement of two, one who has one, one who
/// has none. Every candidate is held against it.
class SimulatingOtherTermsTest {

  private static final TermsBook TERMS = new TermsBook(TermsFile.released(), Map.of());
  private static final Map<Part, Integer> COMPLETE =
      ReleasedTerms.edition202210().requiredParts(Commands.MODEL);
  private static final Currency DOLLAR = Currency.getInstance("USD");

  private static final PlanId GREEDY = new PlanId(new UUID(1, 1));
  private static final PlanId CAREFUL = new PlanId(new UUID(1, 2));
  private static final PlanId LUCKY = new PlanId(new UUID(1, 3));

  private RecordedBook book = new RecordedBook(TERMS);

  @BeforeEach
  void three_customers_have_a_year() {
    book = new RecordedBook(TERMS);
    var first = sold(GREEDY, "GREEDY00001");
    var second = replaced(GREEDY, caseId(1), first, "GREEDY00002", 1);
    var third = replaced(GREEDY, caseId(2), second, "GREEDY00003", 2);
    claimed(GREEDY, caseId(3), third, 3);
    replaced(CAREFUL, caseId(4), sold(CAREFUL, "CAREFUL00001"), "CAREFUL00002", 2);
    sold(LUCKY, "LUCKY000001");
  }

  @Test
  void the_terms_of_the_time_change_nothing() {
    var report = book.under(ReleasedTerms.edition202210());

    assertThat(report.counts()).isEqualTo(new Counts(28, 28, 3, 0, 28, 0, 0, 0, 0, 0, 0));
    assertThat(report.flips()).isEmpty();
    assertThat(report.flipCounts()).isEmpty();
    assertThat(report.unanswered()).isEmpty();
    assertThat(report.plansAffected()).isEmpty();
    assertThat(report.fees()).isNotEmpty().allMatch(month -> month.differenceMinor() == 0);
  }

  @Test
  void one_more_replacement_accepts_exactly_the_claim_that_found_the_quota_used_up() {
    var report = book.under(Candidate.of202210().replacements("ONE_YEAR", 3).terms());

    assertThat(report.counts()).isEqualTo(new Counts(28, 28, 3, 1, 27, 0, 0, 1, 0, 0, 0));
    assertThat(report.flipCounts())
        .containsExactly(
            new FlipCount(Direction.NOW_ACCEPTED, Rule.QUOTA_ONE_YEAR, "ClaimReplacement", 1, 0));
    var flip = report.flips().getFirst();
    assertThat(flip.codes()).containsExactly(RefusalCode.QUOTA_EXHAUSTED);
    assertThat(flip.caseId()).contains(caseId(3));
    assertThat(flip.recorded().orElseThrow().inputs().values()).containsEntry("total", 2L);
    assertThat(flip.simulated().orElseThrow().inputs().values()).containsEntry("total", 3L);
    assertThat(report.plansAffected()).containsExactly(GREEDY);
  }

  @Test
  void a_quota_that_is_not_used_up_any_more_is_no_flip_of_its_record() {
    book.accepted(new ExpireService(GREEDY, Service.REPLACEMENT, applied(4)));

    var report = book.under(Candidate.of202210().replacements("ONE_YEAR", 3).terms());

    assertThat(report.flips()).extracting(Flip::command).containsExactly("ClaimReplacement");
    assertThat(report.unanswered())
        .extracting(Unanswered::command)
        .containsExactly("ExpireService");
  }

  @Test
  void one_replacement_less_refuses_the_second_and_all_that_rested_on_it() {
    var report = book.under(Candidate.of202210().replacements("ONE_YEAR", 1).terms());

    assertThat(report.flips().getFirst())
        .satisfies(
            flip -> {
              assertThat(flip.direction()).isEqualTo(Direction.NOW_REFUSED);
              assertThat(flip.rule()).isEqualTo(Rule.QUOTA_ONE_YEAR);
              assertThat(flip.command()).isEqualTo("ClaimReplacement");
              assertThat(flip.caseId()).contains(caseId(2));
              assertThat(flip.follows()).isFalse();
            });
    assertThat(report.flips())
        .extracting(Flip::command)
        .containsExactly("ClaimReplacement", "PayServiceFee", "ShipReplacement", "OpenCase");
    assertThat(report.flips().subList(1, 4)).allMatch(Flip::follows);
    assertThat(report.unanswered())
        .as("in a case that is not opened any more, nothing arises")
        .extracting(Unanswered::command)
        .containsExactly("RecordReceipt", "RecordAssessment", "ClaimReplacement");
    assertThat(report.counts().noLongerArises()).isEqualTo(3);
    assertThat(report.plansAffected()).containsExactly(GREEDY);
  }

  @Test
  void a_higher_fee_is_summed_by_month_and_paid_as_it_is_asked() {
    var report = book.under(Candidate.of202210().firstFeesHigherBy("USD", 1_000).terms());

    var first = feeOf(1);
    assertThat(report.counts().nowRefused()).isZero();
    assertThat(report.counts().otherFee()).as("one claim each of two plans").isEqualTo(2);
    assertThat(report.plansAffected()).containsExactly(GREEDY, CAREFUL);
    assertThat(report.fees())
        .containsExactly(
            new FeeDifference(YearMonth.of(2023, 3), DOLLAR, first, first + 1_000),
            new FeeDifference(
                YearMonth.of(2023, 4), DOLLAR, first + feeOf(2), first + feeOf(2) + 1_000));
  }

  @Test
  void a_plan_of_another_edition_is_left_alone_when_only_one_is_replaced() {
    var fewer = Candidate.of202210().replacements("ONE_YEAR", 1).terms();

    assertThat(book.under(fewer, new Edition("2023-07")).counts())
        .isEqualTo(new Counts(28, 28, 3, 0, 28, 0, 0, 0, 0, 0, 0));
    assertThat(book.under(fewer, new Edition("2022-10")).counts())
        .isEqualTo(book.under(fewer).counts());
  }

  @Test
  void a_plan_that_is_not_sold_any_more_leaves_nothing_to_decide() {
    var elsewhere = new RecordedBook(TERMS);
    var canadian = new PlanId(new UUID(2, 1));
    elsewhere.put(purchaseIn(canadian, "CA"));
    elsewhere.put(Commands.link(canadian, LinkKind.ACCOUNT));

    var report = elsewhere.under(Candidate.of202210().withoutRegion("CA").terms());

    assertThat(report.counts().undecidable()).isEqualTo(1);
    assertThat(report.unanswered())
        .extracting(Unanswered::command)
        .containsExactly("PurchasePlan", "RecordLink");
    assertThat(report.unanswered().getFirst().reason().orElseThrow()).contains("CA");
    assertThat(report.plansAffected()).containsExactly(canadian);
  }

  @Test
  void the_same_book_and_candidate_give_the_same_report() {
    var candidate = Candidate.of202210().replacements("ONE_YEAR", 1).terms();

    assertThat(book.under(candidate)).isEqualTo(book.under(candidate));
  }

  @Test
  void the_lists_are_as_long_as_allowed_and_everything_is_counted() {
    var candidate = Candidate.of202210().replacements("ONE_YEAR", 1).terms();
    var all = book.under(candidate);

    var short_ = book.under(candidate, new Limits(3, 2));

    assertThat(short_.counts()).isEqualTo(all.counts());
    assertThat(short_.flipCounts()).isEqualTo(all.flipCounts());
    assertThat(short_.flips()).isEqualTo(all.flips().subList(0, 2));
    assertThat(short_.unanswered()).isEqualTo(all.unanswered().subList(0, 2));
  }

  @Test
  void a_book_with_more_plans_than_there_is_room_for_is_refused() {
    var terms = ReleasedTerms.edition202210();

    assertThatThrownBy(() -> book.under(terms, new Limits(2, 10)))
        .isInstanceOf(BookTooLargeException.class)
        .hasMessage("the book has more than the 2 plans that a simulation may hold");
  }

  @Test
  void attempts_come_in_the_order_of_their_numbers() {
    var simulation = new TermsSimulation(TERMS, new Limits(10, 10));
    simulation.take(book.attempts().get(1));

    assertThatThrownBy(() -> simulation.take(book.attempts().get(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attempt 1 does not come after 2");
  }

  private DeviceId sold(PlanId plan, String serial) {
    var device = Commands.device(serial);
    book.accepted(Commands.purchase(plan, PlanType.ONE_YEAR), Commands.bind(plan, device));
    return device;
  }

  private DeviceId replaced(
      PlanId plan, CaseId id, DeviceId device, String successorSerial, int month) {
    claimed(plan, id, device, month);
    var fee = book.plan(plan).theCase(id).claimed().orElseThrow().fee().amount();
    var successor = Commands.device(successorSerial);
    book.accepted(
        Commands.pay(plan, id, fee, applied(month).plus(Duration.ofDays(4))),
        Commands.ship(plan, id, successor, applied(month).plus(Duration.ofDays(5))));
    return successor;
  }

  private void claimed(PlanId plan, CaseId id, DeviceId device, int month) {
    var at = applied(month);
    OpenCase open = Commands.open(plan, id, device, at);
    book.accepted(
        open,
        Commands.receive(plan, id, COMPLETE, at.plus(Duration.ofDays(1))),
        Commands.assess(plan, id, at.plus(Duration.ofDays(2))));
    book.put(Commands.claim(plan, id, at.plus(Duration.ofDays(3))));
  }

  /// The tenth of March, April or May.
  private static Instant applied(int month) {
    return Instant.parse("2023-0%d-10T22:00:00Z".formatted(month + 2));
  }

  private long feeOf(int ordinal) {
    return book.plan(GREEDY)
        .theCase(caseId(ordinal))
        .claimed()
        .orElseThrow()
        .fee()
        .amount()
        .minor();
  }

  private static CaseId caseId(long number) {
    return new CaseId(new UUID(3, number));
  }

  private static PurchasePlan purchaseIn(PlanId plan, String region) {
    var usual = Commands.purchase(plan, PlanType.ONE_YEAR);
    return new PurchasePlan(
        plan,
        usual.purchasedAt(),
        usual.planType(),
        new RegionCode(region),
        usual.effectiveOn(),
        usual.acceptedTerms(),
        new Money(20_000, Currency.getInstance("CAD")),
        usual.account(),
        usual.holder(),
        usual.device());
  }
}
