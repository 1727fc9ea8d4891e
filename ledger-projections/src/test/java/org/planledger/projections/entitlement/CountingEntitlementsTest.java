package org.planledger.projections.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.Entitlement;
import org.planledger.core.plan.Entitlements;
import org.planledger.core.plan.PlanEvent.PlanExited;
import org.planledger.core.plan.PlanEvent.PlanReturned;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.entitlement.EntitlementQueries.Filter;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.PastContract;

@OnEachFollowedLedger
class CountingEntitlementsTest extends PastContract<EntitlementView> {

  private final EntitlementQueries queries;

  CountingEntitlementsTest(FollowedLedger followed) {
    super(followed, new EntitlementProjection());
    queries = new EntitlementQueries(jdbc(), position());
  }

  @Test
  void nothing_is_left_of_a_plan_whose_replacements_are_both_used() {
    var plan = stories().replacedTwice.customer().plan();
    assertThat(of(plan, EntitledService.REPLACEMENT)).isEqualTo("2 used, 0 reserved, 0 available");
    assertThat(of(plan, EntitledService.FLYAWAY)).isEqualTo("0 used, 0 reserved, 0 available");
    assertThat(of(plan, EntitledService.MAINTENANCE)).isEqualTo("0 used, 0 reserved, 1 available");
  }

  @Test
  void what_was_reserved_is_free_again_when_the_case_is_withdrawn_or_lapses() {
    for (var story : List.of(stories().withdrawn, stories().expressLapsed)) {
      var total = of(story.customer().plan(), EntitledService.REPLACEMENT);
      assertThat(total).startsWith("0 used, 0 reserved, ");
    }
  }

  @Test
  void a_flyaway_counts_against_both_limits() {
    var plan = stories().lostAndFound.customer().plan();
    assertThat(of(plan, EntitledService.REPLACEMENT)).isEqualTo("1 used, 0 reserved, 2 available");
    assertThat(of(plan, EntitledService.FLYAWAY)).isEqualTo("1 used, 0 reserved, 1 available");
  }

  @Test
  void a_discounted_repair_counts_when_the_device_is_sent_back() {
    assertThat(of(services().repaired.customer().plan(), EntitledService.REPAIR_DISCOUNT))
        .isEqualTo("1 used, 0 reserved, 2 available");
    assertThat(of(services().repairWithdrawn.customer().plan(), EntitledService.REPAIR_DISCOUNT))
        .isEqualTo("0 used, 0 reserved, 3 available");
  }

  @Test
  void maintenance_counts_once_it_is_carried_out_and_sending_back_adds_nothing() {
    assertThat(of(services().maintained.customer().plan(), EntitledService.MAINTENANCE))
        .isEqualTo("1 used, 0 reserved, 0 available");
  }

  @Test
  void a_repair_under_the_extended_warranty_counts_though_nothing_limits_it() {
    var plan = services().warranted.customer().plan();
    assertThat(queries.ofPlan(plan))
        .filteredOn(row -> row.service() == EntitledService.EXTENDED_WARRANTY)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.used()).isEqualTo(1);
              assertThat(row.available()).isEmpty();
            });
  }

  @Test
  void a_case_that_goes_on_after_its_lapse_holds_its_replacement_back_again() {
    for (var story : List.of(services().reinstated, services().waived)) {
      assertThat(of(story.customer().plan(), EntitledService.REPLACEMENT))
          .isEqualTo("0 used, 1 reserved, 2 available");
    }
  }

  @Test
  void what_another_case_took_over_or_a_person_refused_is_free_again() {
    assertThat(of(services().overtaken.customer().plan(), EntitledService.REPLACEMENT))
        .isEqualTo("1 used, 0 reserved, 2 available");
    assertThat(of(services().refused.customer().plan(), EntitledService.REPLACEMENT))
        .isEqualTo("0 used, 0 reserved, 3 available");
  }

  @Test
  void newer_terms_raise_the_totals_and_leave_what_is_reserved() {
    var plan = ledger().plan(services().upgraded.customer().plan()).orElseThrow();
    assertThat(plan.figures().replacementTotal()).isEqualTo(4);
    assertThat(of(plan.id(), EntitledService.REPLACEMENT))
        .isEqualTo("0 used, 1 reserved, 3 available");
  }

  @Test
  void nothing_can_be_used_of_a_plan_that_was_returned_or_left() {
    for (var customer : List.of(services().returned, services().exited)) {
      assertThat(queries.ofPlan(customer.plan())).allMatch(EntitlementView::ended);
    }
    var filter = new Filter(Optional.empty(), Optional.of(0));
    assertThat(queries.list(filter, PageRequest.first(1000)).rows())
        .isNotEmpty()
        .noneMatch(EntitlementView::ended);
  }

  @Test
  void a_list_of_what_is_left_names_no_plan_that_has_less() {
    var filter = new Filter(Optional.of(EntitledService.REPLACEMENT), Optional.of(2));
    assertThat(told(queries.list(filter, PageRequest.first(1000)).rows()))
        .isEqualTo(
            told(
                expected().stream()
                    .filter(row -> row.service() == EntitledService.REPLACEMENT)
                    .filter(row -> row.available().orElseThrow() >= 2 && !row.ended())
                    .toList()));
  }

  @Test
  void the_pages_of_what_is_left_of_one_service_are_the_whole_list() {
    var filter = new Filter(Optional.of(EntitledService.REPAIR_DISCOUNT), Optional.of(1));
    assertThat(pages(2, page -> queries.list(filter, page)))
        .isNotEmpty()
        .isEqualTo(pages(1000, page -> queries.list(filter, page)));
  }

  @Test
  void a_service_without_a_limit_always_has_enough_left() {
    var filter = new Filter(Optional.of(EntitledService.EXTENDED_WARRANTY), Optional.of(1_000));
    assertThat(queries.list(filter, PageRequest.first(1000)).rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.total()).isEmpty());
  }

  @Override
  protected List<EntitlementView> shown(AsOf asOf, int pageRows) {
    var any = new Filter(Optional.empty(), Optional.empty());
    return pages(pageRows, page -> queries.list(any, asOf, page));
  }

  @Override
  protected List<EntitlementView> expected(List<PlanHistory> plans, AsOf asOf) {
    return plans.stream().map(this::ofPlan).flatMap(List::stream).toList();
  }

  private String of(PlanId plan, EntitledService service) {
    var row =
        queries.ofPlan(plan).stream().filter(r -> r.service() == service).findFirst().orElseThrow();
    return "%d used, %d reserved, %d available"
        .formatted(row.used(), row.reserved(), row.available().orElseThrow());
  }

  private List<EntitlementView> ofPlan(PlanHistory history) {
    var left = Entitlements.of(history.plan());
    return List.of(
        view(history, EntitledService.REPLACEMENT, left.replacement()),
        view(history, EntitledService.FLYAWAY, left.flyaway()),
        view(history, EntitledService.REPAIR_DISCOUNT, left.repairDiscount()),
        view(history, EntitledService.MAINTENANCE, left.maintenance()),
        view(history, EntitledService.EXTENDED_WARRANTY, left.extendedWarranty()));
  }

  private static EntitlementView view(
      PlanHistory history, EntitledService service, Entitlement left) {
    var plan = history.plan();
    return new EntitlementView(
        plan.id(),
        service,
        left.total(),
        left.used(),
        left.reserved(),
        left.available(),
        plan.has(PlanReturned.class) || plan.has(PlanExited.class),
        0);
  }
}
