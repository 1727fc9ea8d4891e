package org.planledger.projections.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.planledger.core.plan.FeeSource;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.plan.PlanEvent.CaseWithdrawn;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.FeeRefunded;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.plan.PlanEvent.RepairDiscountClaimed;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.plan.Refund;
import org.planledger.core.plan.Refund.Limb;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Service;
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
  void a_discounted_repair_has_a_fee_with_the_origin_of_the_discount() {
    var fee = of(services().repaired).getFirst();
    assertThat(fee.status()).isEqualTo(FeeStatus.EARNED);
    assertThat(fee.service()).isEqualTo(Service.REPAIR_DISCOUNT);
    assertThat(fee.mode()).isEmpty();
    assertThat(fee.sample()).contains(true);
    assertThat(of(services().repairWithdrawn).getFirst().status()).isEqualTo(FeeStatus.UNUSED);
  }

  @Test
  void missing_material_says_whether_its_price_was_made_up() {
    assertThat(of(stories().batteryMissing).getLast().sample()).isPresent();
  }

  @Test
  void what_was_paid_for_a_service_that_was_refused_is_due_back_until_it_was_paid_back() {
    var due = of(services().refused).getFirst();
    assertThat(due.status()).isEqualTo(FeeStatus.DUE_BACK);
    assertThat(due.dueBack()).isEqualTo(due.paid());
    var back = of(services().refusedAndPaidBack).getFirst();
    assertThat(back.status()).isEqualTo(FeeStatus.REFUNDED);
    assertThat(back.refunded()).isEqualTo(back.paid());
    assertThat(back.dueBack().isZero()).isTrue();
    assertThat(back.goodwill()).isFalse();
  }

  @Test
  void what_was_paid_in_a_case_that_another_one_overtook_is_due_back_with_its_material() {
    assertThat(of(services().overtaken))
        .extracting(FeeView::status)
        .containsExactly(FeeStatus.DUE_BACK, FeeStatus.DUE_BACK);
  }

  @Test
  void half_a_fee_that_was_paid_back_as_goodwill_leaves_the_other_half_unused() {
    var fee = of(services().goodwill).getFirst();
    assertThat(fee.status()).isEqualTo(FeeStatus.UNUSED);
    assertThat(fee.goodwill()).isTrue();
    assertThat(fee.refunded().minor()).isEqualTo(fee.paid().minor() / 2);
    assertThat(fee.dueBack().isZero()).isTrue();
  }

  @Test
  void the_fee_of_a_case_that_goes_on_after_its_lapse_is_one_fee_and_paid() {
    assertThat(of(services().reinstated))
        .extracting(FeeView::status)
        .containsExactly(FeeStatus.PAID);
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
                    .filter(event -> makesFee(history, event))
                    .forEach(event -> all.add(fee(history, event))));
    return all;
  }

  /// A case that goes on after its lapse claims again what it was quoted before.
  private static boolean makesFee(PlanHistory history, RecordedEvent<PlanEvent> event) {
    return switch (event.event()) {
      case ReplacementClaimed claim ->
          history.events().stream()
              .filter(other -> other.event() instanceof ReplacementClaimed)
              .filter(other -> ((CaseEvent) other.event()).caseId().equals(claim.caseId()))
              .findFirst()
              .equals(Optional.of(event));
      case RepairDiscountClaimed _ -> true;
      case FeePaid paid -> paid.purpose() == FeePurpose.MISSING_MATERIAL;
      default -> false;
    };
  }

  private static FeeView fee(PlanHistory history, RecordedEvent<PlanEvent> made) {
    var plan = history.plan();
    var c = plan.theCase(((CaseEvent) made.event()).caseId());
    boolean material = made.event() instanceof FeePaid;
    var purpose = material ? FeePurpose.MISSING_MATERIAL : FeePurpose.SERVICE_FEE;
    var claim = material ? Optional.<ReplacementClaimed>empty() : c.claimed();
    var payment = payment(history, made, c);
    var paid = payment.map(event -> (FeePaid) event.event());
    var quoted =
        claim
            .map(q -> q.fee().amount())
            .or(() -> c.discount().filter(_ -> !material).map(RepairDiscountClaimed::total))
            .orElseGet(() -> paid.orElseThrow().amount());
    var source =
        claim
            .map(q -> new FeeSource(q.fee().source(), q.fee().sample()))
            .or(() -> c.discount().filter(_ -> !material).map(RepairDiscountClaimed::source))
            .or(() -> paid.flatMap(FeePaid::source));
    var nothing = new Money(0, quoted.currency());
    var refund = Refund.of(plan, c, purpose);
    boolean due = refund.filter(r -> r.limb().isEmpty() && c.stage().closed()).isPresent();
    var back =
        history.events().stream()
            .map(RecordedEvent::event)
            .filter(FeeRefunded.class::isInstance)
            .map(FeeRefunded.class::cast)
            .filter(r -> r.caseId().equals(c.id()) && r.purpose() == purpose)
            .toList();
    var refunded = back.stream().map(FeeRefunded::amount).reduce(nothing, Money::plus);
    return new FeeView(
        made.eventId(),
        plan.id(),
        c.id(),
        purpose,
        c.discount().isPresent() ? Service.REPAIR_DISCOUNT : Service.REPLACEMENT,
        claim.map(ReplacementClaimed::mode),
        claim.map(ReplacementClaimed::ordinal),
        c.opened().region(),
        status(c, paid, refund, refunded),
        quoted,
        paid.map(FeePaid::amount).orElse(nothing),
        paid.isEmpty() && !c.stage().closed() ? quoted : nothing,
        refunded,
        refund.map(Refund::due).filter(_ -> due).orElse(nothing),
        source.map(FeeSource::label),
        source.map(FeeSource::sample),
        made.event().at(),
        paid.map(FeePaid::at),
        paid.map(FeePaid::paymentReference),
        due ? Optional.of(endedAt(c)) : Optional.empty(),
        back.isEmpty() ? Optional.empty() : Optional.of(back.getLast().at()),
        back.stream().anyMatch(FeeRefunded::goodwill),
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

  private static FeeStatus status(
      Case c, Optional<FeePaid> paid, Optional<Refund> refund, Money refunded) {
    if (!c.stage().closed()) {
      return paid.isPresent() ? FeeStatus.PAID : FeeStatus.OPEN;
    }
    if (paid.isEmpty()) {
      return FeeStatus.VOID;
    }
    if (refunded.equals(paid.get().amount())) {
      return FeeStatus.REFUNDED;
    }
    return refund
        .flatMap(Refund::limb)
        .map(limb -> limb == Limb.SERVICE_GIVEN ? FeeStatus.EARNED : FeeStatus.UNUSED)
        .orElse(FeeStatus.DUE_BACK);
  }

  private static Instant endedAt(Case c) {
    return c.since().stream()
        .filter(
            event ->
                event instanceof ReplacementShipped
                    || event instanceof RepairCompleted
                    || event instanceof CaseWithdrawn
                    || event instanceof CaseLapsed
                    || event instanceof CaseRefused)
        .reduce((_, later) -> later)
        .orElseThrow()
        .at();
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
