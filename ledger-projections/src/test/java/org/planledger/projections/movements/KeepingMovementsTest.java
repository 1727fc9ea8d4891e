package org.planledger.projections.movements;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.finance.accounts.TrialBalance;
import org.planledger.core.plan.FeePurpose;
import org.planledger.projections.fees.FeeStatus;
import org.planledger.projections.fees.FeeView;
import org.planledger.projections.fees.FeesQueries;
import org.planledger.projections.movements.MovementsQueries.Filter;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.ProjectionContract;
import org.planledger.projections.testing.Stories.Story;

@OnEachFollowedLedger
class KeepingMovementsTest extends ProjectionContract<FeeMovement> {

  /// The seed of the positions; a failure is repeated by setting it.
  private static final String SEED = "planledger.seed";

  private final long seed = Long.getLong(SEED, System.nanoTime());
  private final MovementsQueries queries;
  private final FeesQueries fees;

  KeepingMovementsTest(FollowedLedger followed) {
    super(followed, new MovementsProjection());
    queries = new MovementsQueries(jdbc(), position());
    fees = new FeesQueries(jdbc(), position());
  }

  @Test
  void a_replacement_that_was_paid_for_is_quoted_and_captured() {
    assertThat(kinds(stories().replacedOnce))
        .containsExactly(MovementKind.QUOTED, MovementKind.CAPTURED);
  }

  @Test
  void what_nobody_paid_is_cancelled_when_the_case_ends() {
    assertThat(kinds(stories().withdrawn))
        .containsExactly(MovementKind.QUOTED, MovementKind.CANCELLED);
  }

  @Test
  void missing_material_is_quoted_and_captured_at_once() {
    var material =
        of(stories().batteryMissing).stream()
            .filter(movement -> movement.purpose() == FeePurpose.MISSING_MATERIAL)
            .toList();
    assertThat(material)
        .extracting(FeeMovement::kind)
        .containsExactly(MovementKind.QUOTED, MovementKind.CAPTURED);
    assertThat(material).extracting(FeeMovement::number).containsExactly(1, 2);
    assertThat(material)
        .extracting(FeeMovement::position)
        .containsOnly(material.getFirst().feePosition());
    assertThat(material).extracting(FeeMovement::clause).containsOnly("3.2.1");
  }

  @Test
  void a_payment_that_was_refunded_says_which() {
    var movements = of(services().refusedAndPaidBack);
    assertThat(movements)
        .extracting(FeeMovement::kind)
        .containsExactly(MovementKind.QUOTED, MovementKind.CAPTURED, MovementKind.REFUNDED);
    assertThat(movements.getLast().paymentReference())
        .isPresent()
        .isEqualTo(movements.get(1).paymentReference());
    assertThat(movements.getLast().amount()).isEqualTo(movements.get(1).amount());
  }

  @Test
  void half_a_payment_that_was_paid_back_is_half_the_amount() {
    var movements = of(services().goodwill);
    assertThat(movements.getLast().amount().minor())
        .isEqualTo(movements.getFirst().amount().minor() / 2);
  }

  @Test
  void a_fee_that_was_paid_before_its_case_lapsed_stays_as_it_is_when_the_case_goes_on() {
    assertThat(kinds(services().reinstated))
        .containsExactly(MovementKind.QUOTED, MovementKind.CAPTURED);
  }

  @Test
  void a_movement_is_found_by_its_id_and_nothing_by_another() {
    var movement = of(stories().replacedTwice).getLast();
    assertThat(queries.find(movement.movementId())).contains(movement);
    for (var id : List.of("", "1", "0.1", "1.0", "1.1.1", "99999999.1", "1.9999999999", "x.y")) {
      assertThat(queries.find(id)).as(id).isEmpty();
    }
  }

  @Test
  void one_kind_of_one_plan_is_told_from_others() {
    var plan = stories().replacedOnce.customer().plan();
    var filter =
        new Filter(
            Optional.empty(),
            Optional.of(plan),
            Optional.empty(),
            Optional.of(MovementKind.CAPTURED),
            Optional.of(Currency.getInstance("USD")));
    assertThat(pages(2, page -> queries.list(filter, Span.upTo(ledger().head()), page)))
        .isEqualTo(
            queries.ofPlan(plan).stream()
                .filter(movement -> movement.kind() == MovementKind.CAPTURED)
                .toList())
        .hasSize(2);
  }

  @Test
  void movements_and_fees_tell_the_same() {
    for (long position : positions()) {
      var told = new TreeMap<String, String>();
      queries.fees(Span.upTo(position)).forEach(fee -> told.put(fee.quote().feeId(), told(fee)));
      var shown = new TreeMap<String, String>();
      pages(1000, page -> fees.list(FeesQueries.Filter.any(), AsOf.position(position), page))
          .forEach(fee -> shown.put(fee.feeId(), told(fee)));
      assertThat(told).as("at %d, seed %d", position, seed).isEqualTo(shown);
    }
  }

  @Test
  void the_fees_come_in_the_order_in_which_they_were_quoted() {
    assertThat(queries.fees(Span.upTo(ledger().head())).map(fee -> fee.quote().feeId()))
        .isEqualTo(
            pages(1000, page -> fees.list(FeesQueries.Filter.any(), page)).stream()
                .map(FeeView::feeId)
                .toList());
  }

  @Test
  void two_spans_that_meet_hold_together_what_one_holds() {
    for (long position : positions()) {
      var head = ledger().head();
      var both = new ArrayList<>(queries.all(Span.upTo(position)).toList());
      both.addAll(queries.all(new Span(position, head)).toList());
      assertThat(both)
          .as("at %d, seed %d", position, seed)
          .isEqualTo(queries.all(Span.upTo(head)).toList());
      assertThat(queries.fees(new Span(position, head)).flatMap(fee -> fee.movements().stream()))
          .containsExactlyInAnyOrderElementsOf(queries.all(new Span(position, head)).toList());
    }
  }

  @Test
  void every_journal_balances_and_all_accounts_of_a_currency_come_to_nothing() {
    for (long position : positions()) {
      var span = Span.upTo(position);
      var entries = new TrialBalance();
      queries.all(span).map(JournalEntry::of).forEach(entries::add);
      var sums = queries.trialBalance(span);
      assertThat(sums.lines()).as("at %d, seed %d", position, seed).isEqualTo(entries.lines());
      var total = new HashMap<Currency, Long>();
      sums.lines().forEach(line -> total.merge(line.currency(), line.balanceMinor(), Long::sum));
      assertThat(total.values()).as("at %d, seed %d", position, seed).allMatch(sum -> sum == 0);
    }
  }

  @Test
  void what_customers_owe_is_what_the_fees_say_is_open() {
    for (long position : positions()) {
      var open =
          pages(1000, page -> fees.list(FeesQueries.Filter.any(), AsOf.position(position), page))
              .stream()
              .collect(
                  groupingBy(
                      (FeeView fee) -> fee.open().currency(),
                      summingLong((FeeView fee) -> fee.open().minor())));
      open.values().removeIf(sum -> sum == 0);
      assertThat(receivables(Span.upTo(position)))
          .as("at %d, seed %d", position, seed)
          .isEqualTo(open);
    }
  }

  @Override
  protected List<FeeMovement> shown(int pageRows) {
    return pages(pageRows, page -> queries.list(Filter.any(), Span.upTo(ledger().head()), page));
  }

  @Override
  protected List<FeeMovement> expected() {
    return ledger().plans().stream().map(MovementsOfAPlan::told).flatMap(List::stream).toList();
  }

  private Map<Currency, Long> receivables(Span span) {
    var sums = new HashMap<Currency, Long>();
    queries.trialBalance(span).lines().stream()
        .filter(line -> line.account() == Account.RECEIVABLES)
        .forEach(line -> sums.put(line.currency(), line.balanceMinor()));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  private List<Long> positions() {
    var head = ledger().head();
    return java.util.stream.LongStream.concat(
            java.util.stream.LongStream.of(1, head), new Random(seed).longs(1, head + 1).limit(6))
        .boxed()
        .toList();
  }

  /// What both views know of a fee, but for its status, which is more than money.
  private static String told(FeeMovementsView fee) {
    var flow = fee.flow();
    var quote = fee.quote();
    return "%s %s %s %s %s %s quoted %d at %s, %d %s %s, back %d, open %d"
        .formatted(
            quote.planId(),
            quote.caseId(),
            quote.purpose(),
            quote.service(),
            quote.mode(),
            quote.region(),
            quote.amount().minor(),
            quote.effectiveAt(),
            flow.capturedMinor(),
            fee.capture().flatMap(FeeMovement::paymentReference),
            fee.capture().map(FeeMovement::position),
            flow.refundedMinor(),
            flow.owedMinor());
  }

  private static String told(FeeView fee) {
    assertThat(fee.status() == FeeStatus.OPEN).isEqualTo(!fee.open().isZero());
    return "%s %s %s %s %s %s quoted %d at %s, %d %s %s, back %d, open %d"
        .formatted(
            fee.planId(),
            fee.caseId(),
            fee.purpose(),
            fee.service(),
            fee.mode(),
            fee.region(),
            fee.quoted().minor(),
            fee.quotedAt(),
            fee.paid().minor(),
            fee.paymentReference(),
            fee.paidPosition(),
            fee.refunded().minor(),
            fee.open().minor());
  }

  private List<MovementKind> kinds(Story story) {
    return of(story).stream().map(FeeMovement::kind).toList();
  }

  private List<FeeMovement> of(Story story) {
    return queries.ofPlan(story.customer().plan()).stream()
        .filter(movement -> movement.caseId().equals(story.theCase()))
        .toList();
  }
}
