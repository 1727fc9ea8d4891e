package org.planledger.projections.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.plan.Stage;
import org.planledger.core.terms.Money;
import org.planledger.projections.fees.FeesQueries.Filter;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.ProjectionContract;
import org.planledger.projections.testing.Stories.Story;

@OnEachFollowedLedger
class KeepingFeesTest extends ProjectionContract<FeeView> {

  private final FeesQueries queries;

  KeepingFeesTest(FollowedLedger followed) {
    super(followed, new FeesProjection());
    queries = new FeesQueries(jdbc(), position());
  }

  @Test
  void a_fee_is_earned_when_the_replacement_is_shipped() {
    var fee = of(stories().replacedOnce).getFirst();
    assertThat(fee.status()).isEqualTo(FeeStatus.EARNED);
    assertThat(fee.paid()).isEqualTo(fee.quoted());
    assertThat(fee.open().isZero()).isTrue();
    assertThat(fee.ordinal()).contains(1);
  }

  @Test
  void nothing_is_owed_for_a_case_that_was_withdrawn_before_the_payment() {
    var fee = of(stories().withdrawn).getFirst();
    assertThat(fee.status()).isEqualTo(FeeStatus.VOID);
    assertThat(fee.open().isZero()).isTrue();
    assertThat(fee.paidPosition()).isEmpty();
  }

  @Test
  void what_was_paid_for_a_service_that_never_came_stays_visible() {
    var fee = of(stories().expressLapsed).getFirst();
    assertThat(fee.status()).isEqualTo(FeeStatus.UNUSED);
    assertThat(fee.paid()).isEqualTo(fee.quoted());
  }

  @Test
  void missing_material_is_a_fee_of_its_own() {
    assertThat(of(stories().batteryMissing))
        .extracting(FeeView::purpose)
        .containsExactly(FeePurpose.SERVICE_FEE, FeePurpose.MISSING_MATERIAL);
  }

  @Test
  void a_free_replacement_has_no_fee() {
    assertThat(of(stories().freeOfCharge)).isEmpty();
  }

  @Test
  void a_payment_is_found_by_its_reference() {
    var fee = of(stories().replacedTwice).getFirst();
    assertListed(filter(Optional.empty(), Optional.empty(), fee.paymentReference()), fee::equals);
  }

  @Test
  void fees_of_one_status_and_currency_are_told_from_others() {
    assertListed(
        filter(
            Optional.of(FeeStatus.EARNED),
            Optional.of(Currency.getInstance("USD")),
            Optional.empty()),
        fee ->
            fee.status() == FeeStatus.EARNED
                && fee.quoted().currency().getCurrencyCode().equals("USD"));
  }

  @Override
  protected List<FeeView> shown(int pageRows) {
    return pages(pageRows, page -> queries.list(Filter.any(), page));
  }

  @Override
  protected List<FeeView> expected() {
    var all = new ArrayList<FeeView>();
    ledger()
        .plans()
        .forEach(
            history ->
                history.events().stream()
                    .filter(KeepingFeesTest::makesFee)
                    .forEach(event -> all.add(fee(history, event))));
    return all;
  }

  private static boolean makesFee(RecordedEvent<PlanEvent> event) {
    return event.event() instanceof ReplacementClaimed
        || (event.event() instanceof FeePaid paid && paid.purpose() == FeePurpose.MISSING_MATERIAL);
  }

  private static FeeView fee(PlanHistory history, RecordedEvent<PlanEvent> made) {
    var c = history.plan().theCase(((PlanEvent.CaseEvent) made.event()).caseId());
    var claim = Optional.of(made.event()).filter(ReplacementClaimed.class::isInstance);
    var claimed = claim.map(ReplacementClaimed.class::cast);
    var payment = payment(history, made, c);
    var paid = payment.map(event -> (FeePaid) event.event());
    var quoted = claimed.map(q -> q.fee().amount()).orElseGet(() -> paid.orElseThrow().amount());
    var nothing = new Money(0, quoted.currency());
    return new FeeView(
        made.eventId(),
        history.plan().id(),
        c.id(),
        claimed.isPresent() ? FeePurpose.SERVICE_FEE : FeePurpose.MISSING_MATERIAL,
        claimed.map(ReplacementClaimed::mode),
        claimed.map(ReplacementClaimed::ordinal),
        c.opened().region(),
        status(c, paid.isPresent()),
        quoted,
        paid.map(FeePaid::amount).orElse(nothing),
        paid.isEmpty() && !c.stage().closed() ? quoted : nothing,
        claimed.map(q -> q.fee().source()),
        claimed.map(q -> q.fee().sample()),
        made.event().at(),
        paid.map(FeePaid::at),
        paid.map(FeePaid::paymentReference),
        made.position(),
        payment.map(RecordedEvent::position),
        0);
  }

  /// The payment of the fee that an event made; material is quoted and paid by one event.
  private static Optional<RecordedEvent<PlanEvent>> payment(
      PlanHistory history, RecordedEvent<PlanEvent> made, Case c) {
    if (made.event() instanceof FeePaid) {
      return Optional.of(made);
    }
    return history.events().stream()
        .filter(
            event ->
                event.event() instanceof FeePaid paid
                    && paid.caseId().equals(c.id())
                    && paid.purpose() == FeePurpose.SERVICE_FEE)
        .findFirst();
  }

  private static FeeStatus status(Case c, boolean paid) {
    if (!c.stage().closed()) {
      return paid ? FeeStatus.PAID : FeeStatus.OPEN;
    }
    if (!paid) {
      return FeeStatus.VOID;
    }
    return c.stage() == Stage.SETTLED ? FeeStatus.EARNED : FeeStatus.UNUSED;
  }

  private void assertListed(Filter filter, Predicate<FeeView> which) {
    assertThat(pages(1000, page -> queries.list(filter, page)))
        .isNotEmpty()
        .isEqualTo(shown(1000).stream().filter(which).toList());
  }

  private List<FeeView> of(Story story) {
    return queries.ofPlan(story.customer().plan()).stream()
        .filter(fee -> fee.caseId().equals(story.theCase()))
        .toList();
  }

  private static Filter filter(
      Optional<FeeStatus> status, Optional<Currency> currency, Optional<String> reference) {
    return new Filter(
        Optional.empty(),
        Optional.empty(),
        status,
        Optional.empty(),
        Optional.empty(),
        currency,
        Optional.empty(),
        reference,
        Optional.empty(),
        Optional.empty());
  }
}
