package org.planledger.projections.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.terms.Service;
import org.planledger.projections.fees.FeesQueries.Filter;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.PastContract;
import org.planledger.projections.testing.Stories.Story;

@OnEachFollowedLedger
class KeepingFeesTest extends PastContract<FeeView> {

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
  protected List<FeeView> shown(AsOf asOf, int pageRows) {
    return pages(pageRows, page -> queries.list(Filter.any(), asOf, page));
  }

  @Override
  protected List<FeeView> expected(List<PlanHistory> plans, AsOf asOf) {
    return plans.stream().map(FeesOfAPlan::told).flatMap(List::stream).toList();
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
