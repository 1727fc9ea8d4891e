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
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.plans.PlansQueries.Filter;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.ProjectionContract;

@OnEachFollowedLedger
class ListingPlansTest extends ProjectionContract<PlanView> {

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
  void every_status_is_listed_as_it_is_shown() {
    for (var day : List.of(TODAY, TODAY.plusYears(1), TODAY.plusYears(2))) {
      var all = expected(day);
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
        withLeft("FLYAWAY", 2), plan -> Entitlements.of(plan).flyaway().available().get() >= 2);
    assertListed(
        withLeft("EXTENDED_WARRANTY", 100), plan -> plan.sold().figures().extendedWarranty());
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
  protected List<PlanView> shown(int pageRows) {
    return pages(pageRows, page -> queries.list(Filter.any(), TODAY, page));
  }

  @Override
  protected List<PlanView> expected() {
    return expected(TODAY);
  }

  private List<PlanView> expected(LocalDate day) {
    return ledger().plans().stream().map(history -> view(history.plan(), day)).toList();
  }

  private static PlanView view(Plan plan, LocalDate day) {
    var sold = plan.sold();
    return new PlanView(
        plan.id(),
        PlanStatus.on(plan, day),
        sold.planType(),
        sold.region(),
        sold.zone(),
        sold.terms().edition(),
        sold.window(),
        sold.at(),
        plan.head().map(DeviceBound::deviceId),
        plan.head().map(DeviceBound::model),
        plan.head().map(DeviceBound::at),
        plan.openCases().size(),
        0);
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
