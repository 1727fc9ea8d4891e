package org.planledger.projections.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.BindingCorrected;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
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
  void a_repair_that_changes_the_serial_is_followed_outside_the_plan_too() {
    var story = services().otherSerial;
    var chain = queries.ofPlan(story.customer().plan());
    assertThat(chain)
        .extracting(LineageView::deviceId)
        .containsExactly(story.customer().device(), story.replacement());
    assertThat(chain.getFirst().replacedIn()).contains(story.theCase());
    assertThat(chain.getFirst().replacedUnder()).isEmpty();
    assertThat(chain.getLast().cause()).isEqualTo(BindingCause.REPAIR);
    assertThat(queries.device(story.customer().device()).orElseThrow().status())
        .isEqualTo(DeviceStatus.SUPERSEDED);
  }

  @Test
  void a_device_that_was_bound_by_mistake_is_shown_beside_the_right_one() {
    var story = services().corrected;
    var wrong = story.customer().device();
    var both = queries.ofPlan(story.customer().plan());
    assertThat(both).extracting(LineageView::deviceId).containsExactly(wrong, story.replacement());
    assertThat(both).extracting(LineageView::ordinal).containsExactly(1, 1);
    assertThat(both.getFirst().correctedTo()).contains(story.replacement());
    assertThat(both.getLast().correctedTo()).isEmpty();
    var device = queries.device(wrong).orElseThrow();
    assertThat(device.status()).isEqualTo(DeviceStatus.UNBOUND);
    assertThat(device.plan()).isEmpty();
    assertThat(device.head()).isEqualTo(story.replacement());
  }

  @Test
  void a_recovered_aircraft_is_free_for_another_plan_once_it_was_sent_in() {
    var aircraft = queries.device(services().sentIn.customer().device()).orElseThrow();
    assertThat(aircraft.ownedByProvider()).isTrue();
    assertThat(aircraft.restricted()).isFalse();
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
    var last = device.plan().orElseGet(() -> lastPlan(id));
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

  /// Also of a device whose only binding was a mistake.
  private PlanId lastPlan(DeviceId id) {
    return ledger().events().stream()
        .map(recorded -> recorded.event())
        .filter(DeviceEvent.class::isInstance)
        .map(DeviceEvent.class::cast)
        .filter(event -> event.deviceId().equals(id))
        .reduce((_, later) -> later)
        .orElseThrow()
        .planId();
  }

  private List<LineageView> chain(PlanHistory history) {
    var links = new ArrayList<LineageView>();
    var chain = new ArrayList<DeviceBound>();
    for (var recorded : history.events()) {
      switch (recorded.event()) {
        case DeviceBound bound -> {
          chain.add(bound);
          var before = chain.size() > 1 ? chain.get(chain.size() - 2) : null;
          links.add(
              link(
                  history,
                  recorded,
                  chain.size(),
                  Optional.ofNullable(before)
                      .map(DeviceBound::deviceId)
                      .filter(_ -> bound.cause() != BindingCause.PURCHASE)));
        }
        case BindingCorrected _ -> chain.removeLast();
        default -> {}
      }
    }
    return links;
  }

  private LineageView link(
      PlanHistory history,
      RecordedEvent<PlanEvent> binding,
      int ordinal,
      Optional<DeviceId> predecessor) {
    var bound = (DeviceBound) binding.event();
    var device = ledger().devices().get(bound.deviceId());
    var events = history.events().stream().map(RecordedEvent::event).toList();
    Optional<CaseEvent> replaced =
        events.stream()
            .filter(event -> replaces(event, bound.deviceId()))
            .map(CaseEvent.class::cast)
            .findFirst();
    var corrected =
        events.stream()
            .filter(BindingCorrected.class::isInstance)
            .map(BindingCorrected.class::cast)
            .filter(event -> event.wrongDevice().equals(bound.deviceId()))
            .findFirst();
    return new LineageView(
        history.plan().id(),
        ordinal,
        bound.deviceId(),
        bound.model(),
        bound.at(),
        bound.cause(),
        predecessor,
        replaced.flatMap(TracingLineageTest::successor),
        replaced.map(CaseEvent::at),
        replaced.map(CaseEvent::caseId),
        replaced.flatMap(TracingLineageTest::service),
        corrected.map(BindingCorrected::deviceId),
        corrected.map(BindingCorrected::at),
        binding.position(),
        device.status(),
        device.restricted(),
        device.ownedByProvider());
  }

  private static boolean replaces(PlanEvent event, DeviceId device) {
    return (event instanceof ReplacementShipped shipped && shipped.original().equals(device))
        || (event instanceof RepairCompleted repaired
            && repaired.newDevice().isPresent()
            && repaired.device().equals(device));
  }

  private static Optional<DeviceId> successor(CaseEvent event) {
    return event instanceof RepairCompleted repaired
        ? repaired.newDevice()
        : Optional.of(((ReplacementShipped) event).replacement());
  }

  private static Optional<Service> service(CaseEvent event) {
    return event instanceof RepairCompleted repaired
        ? repaired.service()
        : Optional.of(((ReplacementShipped) event).service());
  }
}
