package org.planledger.projections.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.Service;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.ProjectionContract;

@OnEachFollowedLedger
class TracingLineageTest extends ProjectionContract<Object> {

  private final LineageQueries queries;

  TracingLineageTest(FollowedLedger followed) {
    super(followed, new LineageProjection());
    queries = new LineageQueries(jdbc(), position());
  }

  @Test
  void any_device_of_a_chain_leads_to_the_whole_chain_and_its_head() {
    var first = stories().replacedOnce.customer().device();
    var second = stories().replacedOnce.replacement();
    var third = stories().replacedTwice.replacement();
    for (var device : List.of(second, third)) {
      assertThat(queries.ofDevice(device))
          .extracting(LineageView::deviceId)
          .containsExactly(first, second, third);
      assertThat(queries.device(device)).map(DeviceView::head).contains(third);
    }
    assertThat(queries.ofDevice(first)).extracting(LineageView::deviceId).contains(second, third);
  }

  @Test
  void a_unit_with_a_second_life_belongs_to_the_chain_of_its_new_plan_and_still_to_the_old_one() {
    var unit = stories().secondLife.replacement();
    var plan = stories().secondLife.customer().plan();
    var device = queries.device(unit).orElseThrow();
    assertThat(device.plan()).contains(plan);
    assertThat(device.status()).isEqualTo(DeviceStatus.ACTIVE);
    assertThat(device.ownedByProvider()).isFalse();
    assertThat(queries.ofDevice(unit))
        .extracting(LineageView::planId)
        .contains(plan, stories().replacedOnce.customer().plan());
    assertThat(queries.ofPlan(plan).getLast().deviceId()).isEqualTo(unit);
  }

  @Test
  void a_link_of_the_chain_says_in_which_case_and_under_which_service_it_was_replaced() {
    var chain = queries.ofPlan(stories().replacedTwice.customer().plan());
    assertThat(chain.getFirst().replacedIn()).contains(stories().replacedOnce.theCase());
    assertThat(chain.getFirst().replacedUnder()).contains(Service.REPLACEMENT);
    assertThat(chain.get(1).predecessor()).contains(chain.getFirst().deviceId());
    assertThat(chain.getLast().successor()).isEmpty();
    assertThat(queries.ofPlan(stories().freeOfCharge.customer().plan()).getFirst().replacedUnder())
        .contains(Service.OFFICIAL_WARRANTY);
  }

  @Test
  void a_lost_aircraft_stays_restricted_and_the_providers_after_it_was_replaced() {
    var lost = queries.device(stories().lostAndFound.customer().device()).orElseThrow();
    assertThat(lost.status()).isEqualTo(DeviceStatus.SUPERSEDED);
    assertThat(lost.restricted()).isTrue();
    assertThat(lost.ownedByProvider()).isTrue();
    assertThat(lost.plan()).isEmpty();
  }

  @Test
  void an_aircraft_that_was_found_in_time_is_free_again() {
    var found = queries.device(stories().foundInTime.customer().device()).orElseThrow();
    assertThat(found.status()).isEqualTo(DeviceStatus.ACTIVE);
    assertThat(found.restricted()).isFalse();
  }

  @Test
  void a_device_nobody_has_seen_is_not_found() {
    assertThat(queries.device(new DeviceId("0".repeat(64)))).isEmpty();
  }

  @Override
  protected List<Object> shown(int pageRows) {
    var all = new ArrayList<Object>();
    ledger().plans().forEach(history -> all.addAll(queries.ofPlan(history.plan().id())));
    ledger().devices().keySet().forEach(id -> all.add(queries.device(id).orElseThrow()));
    return all;
  }

  @Override
  protected List<Object> expected() {
    var all = new ArrayList<Object>();
    ledger().plans().forEach(history -> all.addAll(chain(history)));
    ledger().devices().keySet().forEach(id -> all.add(device(id)));
    return all;
  }

  private DeviceView device(DeviceId id) {
    var device = ledger().devices().get(id);
    var last = device.plan().orElseGet(() -> device.plans().getLast());
    var head = ledger().plan(last).orElseThrow().head().orElseThrow();
    return new DeviceView(
        id,
        device.plan(),
        last,
        head.deviceId(),
        device.status(),
        device.restricted(),
        device.ownedByProvider(),
        0);
  }

  private List<LineageView> chain(PlanHistory history) {
    var chain = history.plan().chain();
    var links = new ArrayList<LineageView>();
    for (int i = 0; i < chain.size(); i++) {
      var bound = chain.get(i);
      var device = ledger().devices().get(bound.deviceId());
      Optional<ReplacementShipped> shipped =
          history.events().stream()
              .map(event -> event.event())
              .filter(ReplacementShipped.class::isInstance)
              .map(ReplacementShipped.class::cast)
              .filter(event -> event.original().equals(bound.deviceId()))
              .findFirst();
      links.add(
          new LineageView(
              history.plan().id(),
              i + 1,
              bound.deviceId(),
              bound.model(),
              bound.at(),
              bound.cause(),
              i == 0 ? Optional.empty() : Optional.of(chain.get(i - 1).deviceId()),
              i + 1 < chain.size() ? Optional.of(chain.get(i + 1).deviceId()) : Optional.empty(),
              shipped.map(ReplacementShipped::at),
              shipped.map(ReplacementShipped::caseId),
              shipped.map(ReplacementShipped::service),
              device.status(),
              device.restricted(),
              device.ownedByProvider()));
    }
    return links;
  }
}
