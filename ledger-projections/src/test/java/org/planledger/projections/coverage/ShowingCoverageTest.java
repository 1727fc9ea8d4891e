package org.planledger.projections.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.PlanExited;
import org.planledger.core.plan.PlanEvent.PlanReturned;
import org.planledger.core.plan.PlanEvent.RewardGranted;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;
import org.planledger.projections.coverage.CoverageQueries.Filter;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.PastContract;

@OnEachFollowedLedger
class ShowingCoverageTest extends PastContract<CoverageView> {

  private static final Filter ANY =
      new Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final CoverageQueries queries;

  ShowingCoverageTest(FollowedLedger followed) {
    super(followed, new CoverageProjection());
    queries = new CoverageQueries(jdbc(), position());
  }

  @Test
  void a_replacement_leaves_every_window_as_it_was() {
    var plan = stories().replacedTwice.customer().plan();
    var first = ledger().plan(plan).orElseThrow().chain().getFirst().cover();
    assertThat(windows(plan, Service.OFFICIAL_WARRANTY)).isEqualTo(first.officialWarranty());
    assertThat(windows(plan, Service.SAFE_FLIGHT_REWARD)).isEqualTo(first.reward());
  }

  @Test
  void using_a_replacement_forfeits_the_reward_and_a_free_one_does_not() {
    assertThat(reward(stories().replacedOnce.customer().plan()))
        .isNotEmpty()
        .allMatch(CoverageView::forfeited);
    assertThat(reward(stories().freeOfCharge.customer().plan()))
        .isNotEmpty()
        .noneMatch(CoverageView::forfeited);
  }

  @Test
  void a_discounted_repair_forfeits_the_reward_and_maintenance_does_not() {
    assertThat(reward(services().repaired.customer().plan()))
        .isNotEmpty()
        .allMatch(CoverageView::forfeited);
    assertThat(reward(services().maintained.customer().plan()))
        .isNotEmpty()
        .allMatch(row -> row.reward().equals(Optional.of(RewardState.GRANTED)));
    assertThat(reward(services().refused.customer().plan()))
        .isNotEmpty()
        .allMatch(row -> row.reward().equals(Optional.of(RewardState.OPEN)));
  }

  @Test
  void a_plan_that_was_left_covers_nothing_from_that_day_on_but_the_official_warranty_lasts() {
    var plan = ledger().plan(services().exited.plan()).orElseThrow();
    var left = leftOn(plan).orElseThrow();
    for (var row : queries.ofPlan(plan.id())) {
      if (row.service() == Service.OFFICIAL_WARRANTY) {
        assertThat(row.covers(left)).isEqualTo(row.window().contains(left));
      } else {
        assertThat(row.covers(left)).isFalse();
        assertThat(row.covers(left.minusDays(1)))
            .isEqualTo(row.window().contains(left.minusDays(1)) && row.reward().isEmpty());
      }
    }
    var ending =
        new Filter(
            Optional.of(Service.REPLACEMENT),
            Optional.empty(),
            Optional.empty(),
            Optional.of(left),
            Optional.of(left.plusDays(1)));
    assertThat(queries.list(ending, PageRequest.first(1000)).rows())
        .extracting(CoverageView::planId)
        .contains(plan.id());
  }

  @Test
  void the_windows_of_the_wrong_device_give_way_to_those_of_the_right_one() {
    var plan = services().corrected.customer().plan();
    var cover = ledger().plan(plan).orElseThrow().head().orElseThrow().cover();
    assertThat(windows(plan, Service.OFFICIAL_WARRANTY)).isEqualTo(cover.officialWarranty());
    assertThat(windows(plan, Service.SAFE_FLIGHT_REWARD)).isEqualTo(cover.reward());
    assertThat(cover.officialWarranty()).doesNotContainKey(Part.of("MOTORS"));
  }

  @Test
  void the_pages_of_what_of_one_service_ends_before_a_day_are_the_whole_list() {
    var filter =
        new Filter(
            Optional.of(Service.REPLACEMENT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2025, 1, 1)));
    assertThat(pages(2, page -> queries.list(filter, page)))
        .isNotEmpty()
        .isEqualTo(pages(1000, page -> queries.list(filter, page)))
        .extracting(CoverageView::endsOn)
        .isSorted();
  }

  @Test
  void a_list_of_what_covers_a_day_names_every_window_around_it() {
    var day = LocalDate.of(2024, 9, 1);
    var filter =
        new Filter(
            Optional.of(Service.SAFE_FLIGHT_REWARD),
            Optional.empty(),
            Optional.of(day),
            Optional.empty(),
            Optional.empty());
    assertThat(told(queries.list(filter, PageRequest.first(1000)).rows()))
        .isNotEmpty()
        .isEqualTo(
            told(
                expected().stream()
                    .filter(row -> row.service() == Service.SAFE_FLIGHT_REWARD && row.covers(day))
                    .toList()));
  }

  @Test
  void a_list_of_what_ends_in_a_month_has_the_first_day_and_not_the_last() {
    var from = LocalDate.of(2025, 1, 1);
    var to = LocalDate.of(2025, 4, 1);
    var filter =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(from),
            Optional.of(to));
    assertThat(told(queries.list(filter, PageRequest.first(1000)).rows()))
        .isNotEmpty()
        .isEqualTo(
            told(
                expected().stream()
                    .filter(row -> !row.endsOn().isBefore(from) && row.endsOn().isBefore(to))
                    .toList()));
  }

  @Override
  protected List<CoverageView> shown(AsOf asOf, int pageRows) {
    return pages(pageRows, page -> queries.list(ANY, asOf, page));
  }

  @Override
  protected List<CoverageView> expected(List<PlanHistory> plans, AsOf asOf) {
    return plans.stream()
        .map(ShowingCoverageTest::ofPlan)
        .flatMap(List::stream)
        .filter(row -> row.window().from().isBefore(row.endsOn()))
        .toList();
  }

  private static List<CoverageView> ofPlan(PlanHistory history) {
    var plan = history.plan();
    var all = new ArrayList<CoverageView>();
    for (var service : List.of(Service.REPLACEMENT, Service.REPAIR_DISCOUNT, Service.MAINTENANCE)) {
      all.add(view(plan, service, Optional.empty(), plan.sold().window()));
    }
    plan.head()
        .map(DeviceBound::cover)
        .ifPresent(
            cover -> {
              all.addAll(parts(plan, Service.OFFICIAL_WARRANTY, cover.officialWarranty()));
              all.addAll(parts(plan, Service.EXTENDED_WARRANTY, cover.extendedWarranty()));
              all.addAll(parts(plan, Service.SAFE_FLIGHT_REWARD, cover.reward()));
            });
    return all;
  }

  private static List<CoverageView> parts(Plan plan, Service service, Map<Part, Window> windows) {
    return windows.entrySet().stream()
        .map(window -> view(plan, service, Optional.of(window.getKey()), window.getValue()))
        .toList();
  }

  private static CoverageView view(Plan plan, Service service, Optional<Part> part, Window window) {
    boolean reward = service == Service.SAFE_FLIGHT_REWARD;
    return new CoverageView(
        plan.id(),
        service,
        part,
        window,
        endsOn(plan, service, window),
        reward ? Optional.of(reward(plan)) : Optional.empty(),
        0);
  }

  private static LocalDate endsOn(Plan plan, Service service, Window window) {
    var left = leftOn(plan).filter(_ -> service != Service.OFFICIAL_WARRANTY);
    return List.of(left.orElse(LocalDate.MAX), window.until()).stream()
        .min(LocalDate::compareTo)
        .filter(day -> !day.isBefore(window.from()))
        .orElse(window.from());
  }

  private static Optional<LocalDate> leftOn(Plan plan) {
    return plan.life().stream()
        .filter(event -> event instanceof PlanReturned || event instanceof PlanExited)
        .map(event -> plan.day(event.at()))
        .findFirst();
  }

  private static RewardState reward(Plan plan) {
    boolean used = plan.cases().values().stream().anyMatch(c -> c.used() || c.usedDiscount());
    if (used || leftOn(plan).isPresent()) {
      return RewardState.FORFEITED;
    }
    return plan.has(RewardGranted.class) ? RewardState.GRANTED : RewardState.OPEN;
  }

  private List<CoverageView> reward(PlanId plan) {
    return queries.ofPlan(plan).stream()
        .filter(row -> row.service() == Service.SAFE_FLIGHT_REWARD)
        .toList();
  }

  private Map<Part, Window> windows(PlanId plan, Service service) {
    return queries.ofPlan(plan).stream()
        .filter(row -> row.service() == service)
        .collect(
            java.util.stream.Collectors.toMap(
                row -> row.part().orElseThrow(), CoverageView::window));
  }
}
