package org.planledger.projections.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.Case;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;
import org.planledger.projections.coverage.CoverageQueries.Filter;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.ProjectionContract;

@OnEachFollowedLedger
class ShowingCoverageTest extends ProjectionContract<CoverageView> {

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
                    .filter(
                        row ->
                            !row.window().until().isBefore(from)
                                && row.window().until().isBefore(to))
                    .toList()));
  }

  @Override
  protected List<CoverageView> shown(int pageRows) {
    return pages(pageRows, page -> queries.list(ANY, page));
  }

  @Override
  protected List<CoverageView> expected() {
    return ledger().plans().stream()
        .map(ShowingCoverageTest::ofPlan)
        .flatMap(List::stream)
        .filter(row -> !row.window().isEmpty())
        .toList();
  }

  private static List<CoverageView> ofPlan(PlanHistory history) {
    var plan = history.plan();
    var all = new ArrayList<CoverageView>();
    for (var service : List.of(Service.REPLACEMENT, Service.REPAIR_DISCOUNT, Service.MAINTENANCE)) {
      all.add(
          new CoverageView(plan.id(), service, Optional.empty(), plan.sold().window(), false, 0));
    }
    plan.head()
        .ifPresent(
            head -> {
              var cover = head.cover();
              boolean used = plan.cases().values().stream().anyMatch(Case::used);
              all.addAll(
                  parts(plan.id(), Service.OFFICIAL_WARRANTY, cover.officialWarranty(), false));
              all.addAll(
                  parts(plan.id(), Service.EXTENDED_WARRANTY, cover.extendedWarranty(), false));
              all.addAll(parts(plan.id(), Service.SAFE_FLIGHT_REWARD, cover.reward(), used));
            });
    return all;
  }

  private static List<CoverageView> parts(
      PlanId plan, Service service, Map<Part, Window> windows, boolean forfeited) {
    return windows.entrySet().stream()
        .map(
            window ->
                new CoverageView(
                    plan, service, Optional.of(window.getKey()), window.getValue(), forfeited, 0))
        .toList();
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
