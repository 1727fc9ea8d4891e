package org.planledger.projections.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.PlanEvent.DeviceRecovered;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.obligations.ObligationsQueries.Filter;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.ProjectionContract;

@OnEachFollowedLedger
class OwingRecoveredDevicesTest extends ProjectionContract<ObligationView> {

  private final ObligationsQueries queries;

  OwingRecoveredDevicesTest(FollowedLedger followed) {
    super(followed, new ObligationsProjection());
    queries = new ObligationsQueries(jdbc(), position());
  }

  @Test
  void an_aircraft_that_was_found_after_the_payment_is_to_be_sent_in() {
    assertThat(of(stories().lostAndFound.customer().plan()))
        .extracting(ObligationView::deviceId)
        .containsExactly(stories().lostAndFound.customer().device());
  }

  @Test
  void an_aircraft_that_was_found_in_time_is_owed_to_nobody() {
    assertThat(of(stories().foundInTime.customer().plan())).isEmpty();
  }

  @Test
  void what_was_found_before_a_moment_does_not_name_what_was_found_at_it() {
    var found = of(stories().lostAndFound.customer().plan()).getFirst();
    var filter =
        new Filter(
            Optional.of(found.planId()),
            Optional.of(found.centreId()),
            Optional.of(found.region()),
            Optional.of(found.recoveredAt()));
    assertThat(queries.list(filter, PageRequest.first(10)).rows()).isEmpty();
    var later =
        new Filter(
            filter.plan(),
            filter.centreId(),
            filter.region(),
            Optional.of(found.recoveredAt().plusSeconds(1)));
    assertThat(queries.list(later, PageRequest.first(10)).rows()).containsExactly(found);
  }

  @Override
  protected List<ObligationView> shown(int pageRows) {
    return pages(pageRows, page -> queries.list(Filter.any(), page));
  }

  @Override
  protected List<ObligationView> expected() {
    return ledger().plans().stream()
        .flatMap(
            history ->
                history.plan().cases().values().stream()
                    .flatMap(c -> owed(history.plan().id(), c).stream()))
        .toList();
  }

  private static Optional<ObligationView> owed(PlanId plan, Case c) {
    return c.last(DeviceRecovered.class)
        .map(
            recovered ->
                new ObligationView(
                    plan,
                    c.id(),
                    recovered.deviceId(),
                    c.opened().centreId(),
                    c.opened().region(),
                    recovered.at(),
                    0));
  }

  private List<ObligationView> of(PlanId plan) {
    var filter =
        new Filter(Optional.of(plan), Optional.empty(), Optional.empty(), Optional.empty());
    return queries.list(filter, PageRequest.first(10)).rows();
  }
}
