package org.planledger.projections.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.reference.CaseId;
import org.planledger.projections.history.HistoryQueries.Filter;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;
import org.planledger.projections.testing.ProjectionContract;

@OnEachFollowedLedger
class AuditingHistoryTest extends ProjectionContract<String> {

  private final HistoryQueries queries;

  AuditingHistoryTest(FollowedLedger followed) {
    super(followed, new HistoryProjection());
    queries = new HistoryQueries(jdbc(), position());
  }

  @Test
  void the_history_is_in_the_order_of_the_ledger_without_a_gap() {
    var positions =
        pages(1000, page -> queries.list(any(), AsOf.now(), page)).stream()
            .map(HistoryView::position)
            .toList();
    assertThat(positions)
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, ledger().head()).boxed().toList());
  }

  @Test
  void the_history_of_the_past_is_the_beginning_of_that_of_now() {
    for (long last : List.of(1L, 40L, ledger().head())) {
      assertThat(pages(7, page -> queries.list(any(), AsOf.position(last), page)))
          .isEqualTo(
              pages(1000, page -> queries.list(any(), AsOf.now(), page)).subList(0, (int) last));
    }
  }

  @Test
  void one_actor_is_told_from_another() {
    var filter = filter(Optional.of("clerk-1"), none(), none(), none());
    assertListed(filter, event -> event.actor().equals("clerk-1"));
  }

  @Test
  void one_type_of_event_is_told_from_another() {
    var filter = filter(none(), Optional.of("Superseded"), none(), none());
    assertListed(filter, event -> event.type().equals("Superseded"));
  }

  @Test
  void a_span_of_time_has_its_first_moment_and_not_its_last() {
    var events = ledger().events();
    var from = recordedAt(events.get(50));
    var to = recordedAt(events.get(150));
    var filter = filter(none(), none(), Optional.of(from), Optional.of(to));
    assertListed(
        filter, event -> !recordedAt(event).isBefore(from) && recordedAt(event).isBefore(to));
  }

  @Test
  void what_came_through_one_system_is_told_from_the_rest() {
    var filter =
        new Filter(none(), Optional.of("app"), none(), none(), none(), none(), none(), none());
    assertListed(filter, event -> event.client().equals("app"));
  }

  @Test
  void all_that_was_recorded_in_one_trace_is_found_whichever_command_it_follows_from() {
    var trace = ledger().events().get(100).traceId().orElseThrow();
    var filter =
        new Filter(none(), none(), none(), none(), none(), none(), none(), Optional.of(trace));
    assertListed(filter, event -> event.traceId().equals(Optional.of(trace)));
    assertThat(queries.list(filter, AsOf.now(), PageRequest.first(1000)).rows())
        .extracting(HistoryView::idempotencyKey)
        .contains(ledger().events().get(100).idempotencyKey());
  }

  @Test
  void everything_about_one_device_is_found_across_its_plans() {
    var device = stories().replacedOnce.replacement();
    var filter =
        new Filter(none(), none(), none(), none(), none(), none(), Optional.of(device), none());
    assertThat(queries.list(filter, AsOf.now(), PageRequest.first(1000)).rows())
        .extracting(HistoryView::type)
        .containsExactly(
            "BoundToPlan",
            "DeviceBound",
            "CaseOpened",
            "OwnershipTransferred",
            "Superseded",
            "ReplacementShipped");
  }

  @Test
  void the_correction_of_a_link_is_found_with_its_device() {
    var device = services().unreceived.customer().device();
    var filter =
        new Filter(
            none(),
            none(),
            Optional.of("LinkCorrected"),
            none(),
            none(),
            none(),
            Optional.of(device),
            none());
    assertThat(queries.list(filter, AsOf.now(), PageRequest.first(1000)).rows()).hasSize(1);
  }

  @Override
  protected List<String> shown(int pageRows) {
    return pages(pageRows, page -> queries.list(any(), AsOf.now(), page)).stream()
        .map(AuditingHistoryTest::line)
        .toList();
  }

  @Override
  protected List<String> expected() {
    return ledger().events().stream().map(AuditingHistoryTest::line).toList();
  }

  private void assertListed(Filter filter, Predicate<RecordedEvent<?>> which) {
    assertThat(pages(1000, page -> queries.list(filter, AsOf.now(), page)))
        .isNotEmpty()
        .extracting(HistoryView::position)
        .isEqualTo(ledger().events().stream().filter(which).map(RecordedEvent::position).toList());
  }

  private static String line(HistoryView row) {
    return String.join(
        " ",
        row.position() + "/" + row.sequence(),
        row.eventId(),
        row.type(),
        row.at().toString(),
        row.recordedAt().toString(),
        row.planId().toString(),
        row.caseId().map(CaseId::toString).orElse("-"),
        row.client(),
        row.actor(),
        row.idempotencyKey(),
        row.traceId().orElse("-"));
  }

  private static String line(RecordedEvent<?> event) {
    return String.join(
        " ",
        event.position() + "/" + event.sequence(),
        event.eventId(),
        event.type(),
        switch (event.event()) {
          case PlanEvent plan -> plan.at() + " " + recordedAt(event) + " " + plan.planId();
          case DeviceEvent device -> device.at() + " " + recordedAt(event) + " " + device.planId();
          default -> throw new AssertionError(event);
        },
        switch (event.event()) {
          case CaseEvent inCase -> inCase.caseId().toString();
          case DeviceEvent.Restricted restricted -> restricted.caseId().toString();
          case DeviceEvent.Released released -> released.caseId().toString();
          case DeviceEvent.OwnershipTransferred passed -> passed.caseId().toString();
          case DeviceEvent.Superseded superseded -> superseded.caseId().toString();
          case DeviceEvent.ReturnedToProvider returned -> returned.caseId().toString();
          default -> "-";
        },
        event.client(),
        event.actor(),
        event.idempotencyKey(),
        event.traceId().orElse("-"));
  }

  private static Instant recordedAt(RecordedEvent<?> event) {
    return event.recordedAt().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Filter any() {
    return filter(none(), none(), none(), none());
  }

  private static Filter filter(
      Optional<String> actor, Optional<String> type, Optional<Instant> from, Optional<Instant> to) {
    return new Filter(actor, none(), type, from, to, none(), none(), none());
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
