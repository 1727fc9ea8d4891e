package org.planledger.projections.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.Entitlements;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.ExitRequested;
import org.planledger.core.plan.PlanEvent.PlanExited;
import org.planledger.core.plan.PlanEvent.PlanReturned;
import org.planledger.core.plan.PlanEvent.ProductReturned;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.entitlement.EntitlementProjection;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.plans.PlansQueries.Filter;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.PastContract;

@OnEachFollowedLedger
class ListingPlansTest extends PastContract<PlanView> {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

  private final PlansQueries queries;

  ListingPlansTest(FollowedLedger followed) {
    super(followed, new PlansProjection());
    queries = new PlansQueries(jdbc(), position());
  }

  @Test
  void the_status_of_a_plan_depends_on_the_day_that_is_asked_for() {
    var plan = ledger().plan(stories().waiting.customer().plan()).orElseThrow();
    var end = plan.sold().window().until();
    assertThat(statusOn(plan, end.minusDays(1))).isEqualTo(PlanStatus.ACTIVE);
    assertThat(statusOn(plan, end)).isEqualTo(PlanStatus.EXPIRED);
    var unbound = ledger().plan(stories().neverBound.plan()).orElseThrow();
    assertThat(statusOn(unbound, end.plusYears(9))).isEqualTo(PlanStatus.PURCHASED);
  }

  @Test
  void a_plan_that_was_returned_or_left_is_so_on_every_day() {
    var returned = ledger().plan(services().returned.plan()).orElseThrow();
    var exited = ledger().plan(services().exited.plan()).orElseThrow();
    for (var day : List.of(TODAY.minusYears(1), TODAY, TODAY.plusYears(5))) {
      assertThat(statusOn(returned, day)).isEqualTo(PlanStatus.RETURNED);
      assertThat(statusOn(exited, day)).isEqualTo(PlanStatus.EXITED);
    }
  }

  @Test
  void an_upgraded_plan_is_listed_under_its_new_edition() {
    var filter =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Edition("2023-07")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertListed(filter, plan -> plan.terms().edition().id().equals("2023-07"));
    assertThat(queries.list(filter, TODAY, PageRequest.first(1000)).rows())
        .extracting(PlanView::planId)
        .contains(services().upgraded.customer().plan());
  }

  @Test
  void every_status_is_listed_as_it_is_shown() {
    for (var day : List.of(TODAY, TODAY.plusYears(1), TODAY.plusYears(2))) {
      var all = expected(ledger().plans(), day);
      for (var status : PlanStatus.values()) {
        var filter = filter(Optional.of(status), Optional.empty(), Optional.empty());
        assertThat(told(queries.list(filter, day, PageRequest.first(1000)).rows()))
            .isEqualTo(told(all.stream().filter(row -> row.status() == status).toList()));
      }
    }
  }

  @Test
  void plans_of_one_region_and_model_are_told_from_others() {
    var filter =
        filter(
            Optional.empty(),
            Optional.of(new RegionCode("US")),
            Optional.of(new ModelCode("MAVIC_3")));
    assertListed(
        filter,
        plan ->
            plan.sold().region().code().equals("US")
                && plan.head().filter(h -> h.model().code().equals("MAVIC_3")).isPresent());
  }

  @Test
  void plans_with_enough_left_of_a_service_are_told_from_others() {
    assertListed(
        withLeft("FLYAWAY", 2),
        plan -> Entitlements.of(plan).flyaway().available().get() >= 2 && !ended(plan));
    assertListed(
        withLeft("EXTENDED_WARRANTY", 100),
        plan -> plan.sold().figures().extendedWarranty() && !ended(plan));
  }

  @Test
  void at_least_so_many_needs_to_say_of_what() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(1)))
        .withMessage("at least so many of which service?");
  }

  @Test
  void a_plan_is_found_by_the_device_it_covers_now() {
    var head = stories().replacedTwice.replacement();
    var filter =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(head),
            Optional.empty(),
            Optional.empty());
    assertListed(filter, plan -> plan.head().filter(h -> h.deviceId().equals(head)).isPresent());
  }

  @Override
  protected List<PlanView> shown(AsOf asOf, int pageRows) {
    return pages(pageRows, page -> queries.list(Filter.any(), TODAY, asOf, page));
  }

  @Override
  protected List<PlanView> expected(List<PlanHistory> plans, AsOf asOf) {
    return expected(plans, TODAY);
  }

  private static List<PlanView> expected(List<PlanHistory> plans, LocalDate day) {
    return plans.stream().map(history -> view(history.plan(), day)).toList();
  }

  private static PlanView view(Plan plan, LocalDate day) {
    var sold = plan.sold();
    return new PlanView(
        plan.id(),
        PlanStatus.on(plan, day),
        sold.planType(),
        sold.region(),
        sold.zone(),
        plan.terms().edition(),
        sold.window(),
        sold.at(),
        plan.head().map(DeviceBound::deviceId),
        plan.head().map(DeviceBound::model),
        plan.head().map(DeviceBound::at),
        plan.openCases().size(),
        plan.last(ProductReturned.class).map(ProductReturned::returnedOn),
        plan.last(ExitRequested.class).map(ExitRequested::at),
        plan.last(PlanReturned.class)
            .map(PlanReturned::at)
            .or(() -> plan.last(PlanExited.class).map(PlanExited::at)),
        0);
  }

  @Test
  void plans_that_had_enough_left_of_a_service_are_told_from_others() {
    for (long position : List.of(ledger().head() / 3, ledger().head() - 1)) {
      var listed =
          queries
              .list(withLeft("FLYAWAY", 2), TODAY, AsOf.position(position), PageRequest.first(1000))
              .rows();
      assertThat(told(listed))
          .isNotEmpty()
          .isEqualTo(
              told(
                  ledger().plansAt(position).stream()
                      .map(PlanHistory::plan)
                      .filter(
                          plan ->
                              Entitlements.of(plan).flyaway().available().get() >= 2
                                  && !ended(plan))
                      .map(plan -> view(plan, TODAY))
                      .toList()));
    }
  }

  @Override
  protected List<Projection> readBeside() {
    return List.of(new EntitlementProjection());
  }

  private static boolean ended(Plan plan) {
    return plan.has(PlanReturned.class) || plan.has(PlanExited.class);
  }

  private PlanStatus statusOn(Plan plan, LocalDate day) {
    return queries.plan(plan.id(), day).orElseThrow().status();
  }

  private void assertListed(Filter filter, Predicate<Plan> which) {
    assertThat(told(queries.list(filter, TODAY, PageRequest.first(1000)).rows()))
        .isNotEmpty()
        .isEqualTo(
            told(
                ledger().plans().stream()
                    .map(PlanHistory::plan)
                    .filter(which)
                    .map(plan -> view(plan, TODAY))
                    .toList()));
  }

  private static Filter withLeft(String service, int atLeast) {
    return new Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(service),
        Optional.of(atLeast));
  }

  private static Filter filter(
      Optional<PlanStatus> status, Optional<RegionCode> region, Optional<ModelCode> model) {
    return new Filter(
        status,
        region,
        model,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
