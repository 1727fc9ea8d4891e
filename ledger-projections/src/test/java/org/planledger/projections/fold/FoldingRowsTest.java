package org.planledger.projections.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.StreamType;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.projections.processing.Views;
import org.springframework.jdbc.core.JdbcTemplate;

@OnEachDatabase(migrations = Views.MIGRATIONS)
class FoldingRowsTest {

  /// A row of one of the smaller tables; all but the region is beside the point.
  private record Region(PlanId planId, CaseId caseId, String region, long position)
      implements Row {}

  private static final Table<CaseId, Region> REGIONS =
      Table.of(
          "obligations_1",
          Scope.PLAN,
          Region::caseId,
          cells ->
              new Region(
                  new PlanId(cells.uuid("plan_id")),
                  new CaseId(cells.uuid("case_id")),
                  cells.text("region"),
                  cells.number("position")),
          Column.<Region>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<Region>uuid("case_id", row -> row.caseId().value()).key(),
          Column.text("device_id", _ -> "a-device"),
          Column.text("centre_id", _ -> "CENTRE-1"),
          Column.text("region", Region::region));

  /// The same with its past.
  private static final Table<CaseId, Region> KEPT = REGIONS.keepingPast();

  private final JdbcTemplate jdbc;
  private final PlanId plan = new PlanId(UUID.randomUUID());
  private final CaseId theCase = new CaseId(UUID.randomUUID());

  FoldingRowsTest(LedgerDatabase database) {
    jdbc = new JdbcTemplate(database.application());
  }

  @Test
  void a_row_is_found_by_the_events_of_its_own_stream_only() {
    var session = session((rows, at) -> rows.put(REGIONS, row("US", at)));
    session.handle(event(plan, 1));
    session.flush();
    handle(event(plan, 2), rows -> assertThat(rows.find(REGIONS, theCase)).isPresent());
    handle(
        event(new PlanId(UUID.randomUUID()), 3),
        rows -> assertThat(rows.find(REGIONS, theCase)).isEmpty());
  }

  @Test
  void an_event_sees_what_it_has_changed_itself() {
    handle(
        event(plan, 1),
        rows -> {
          rows.put(REGIONS, row("US", 1));
          rows.put(REGIONS, row("DE", 1));
          assertThat(rows.find(REGIONS, theCase)).map(Region::region).contains("DE");
          assertThat(rows.all(REGIONS)).hasSize(1);
        });
    assertThat(stored()).containsExactly("DE 1");
  }

  @Test
  void an_event_at_or_below_the_position_of_a_row_leaves_it_alone() {
    handle(event(plan, 5), rows -> rows.put(REGIONS, row("US", 5)));
    handle(event(plan, 5), rows -> rows.put(REGIONS, row("DE", 5)));
    handle(event(plan, 4), rows -> rows.put(REGIONS, row("GB", 4)));
    handle(
        event(plan, 5),
        rows ->
            rows.change(
                REGIONS,
                theCase,
                _ -> {
                  throw new AssertionError("seen before");
                }));
    assertThat(stored()).containsExactly("US 5");
  }

  @Test
  void a_handler_that_fails_changes_nothing_and_the_session_goes_on() {
    var session =
        session(
            (rows, at) -> {
              rows.put(REGIONS, row("R" + at, at));
              if (at == 2) {
                throw new IllegalStateException("no");
              }
            });
    session.handle(event(plan, 1));
    assertThatThrownBy(() -> session.handle(event(plan, 2))).hasMessage("no");
    session.flush();
    assertThat(stored()).containsExactly("R1 1");
    session.handle(event(plan, 3));
    session.flush();
    assertThat(stored()).containsExactly("R3 3");
  }

  @Test
  void a_row_that_somebody_else_changed_meanwhile_is_not_overwritten() {
    handle(event(plan, 1), rows -> rows.put(REGIONS, row("US", 1)));
    var slow = session((rows, at) -> rows.change(REGIONS, theCase, _ -> row("DE", at)));
    slow.handle(event(plan, 3));
    handle(event(plan, 2), rows -> rows.put(REGIONS, row("GB", 2)));
    assertThatThrownBy(slow::flush).isInstanceOf(StaleRowException.class);
    assertThat(stored()).containsExactly("GB 2");
  }

  @Test
  void a_row_no_event_has_made_cannot_be_changed() {
    assertThatThrownBy(
            () -> handle(event(plan, 9), rows -> rows.change(REGIONS, theCase, row -> row)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "LinkRemoved at position 9 changes a row of obligations_1 that no event has made");
  }

  @Test
  void a_row_stands_at_the_position_of_its_event() {
    assertThatThrownBy(() -> handle(event(plan, 9), rows -> rows.put(REGIONS, row("US", 8))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void text_that_no_database_can_hold_is_refused_by_its_own_event() {
    assertThatThrownBy(() -> handle(event(plan, 1), rows -> rows.put(REGIONS, row("U\0", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the text for region has a null character");
    assertThatThrownBy(
            () -> handle(event(plan, 1), rows -> rows.put(REGIONS, row("U".repeat(256), 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the text for region has 256 characters, which is more than 255");
    assertThat(stored()).isEmpty();
  }

  @Test
  void a_device_cannot_write_the_rows_of_a_plan() {
    var device = new DeviceId("a".repeat(64));
    var event = new DeviceEvent.Restricted(device, plan, Instant.EPOCH, theCase);
    assertThatThrownBy(() -> handle(recorded(event, "Restricted", 1), rows -> rows.all(REGIONS)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a row of scope PLAN cannot be written by Restricted");
  }

  @Test
  void what_is_known_to_be_unwritten_is_not_read() {
    var session = session((rows, at) -> rows.put(REGIONS, row("US", at)));
    session.expect(List.of(new EventPlace(StreamType.PLAN, plan.toString(), 0, 1)), true);
    // Unknown to the session, the row is there after all: storing it again must not pass.
    handle(event(plan, 1), rows -> rows.put(REGIONS, row("GB", 1)));
    session.handle(event(plan, 1));
    assertThatThrownBy(session::flush)
        .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
  }

  @Test
  void the_past_keeps_each_row_from_its_event_until_the_next() {
    var session = session(KEPT, (rows, at) -> rows.put(KEPT, row("R" + at, at)));
    session.handle(event(plan, 1));
    session.handle(event(plan, 2));
    session.flush();
    assertThat(past()).containsExactly("R1 1-2", "R2 2-");
    session.handle(event(plan, 5));
    session.flush();
    handleKept(event(plan, 7), (rows, at) -> rows.put(KEPT, row("R" + at, at)));
    assertThat(past()).containsExactly("R1 1-2", "R2 2-5", "R5 5-7", "R7 7-");
  }

  @Test
  void an_event_that_is_handled_twice_leaves_one_row_of_the_past() {
    for (int times = 0; times < 2; times++) {
      handleKept(
          event(plan, 1),
          (rows, at) -> {
            rows.put(KEPT, row("R1", at));
            rows.put(KEPT, row("R2", at));
          });
    }
    assertThat(past()).containsExactly("R2 1-");
  }

  @Test
  void a_handler_that_fails_leaves_nothing_in_the_past() {
    assertThatThrownBy(
            () ->
                handleKept(
                    event(plan, 1),
                    (rows, at) -> {
                      rows.put(KEPT, row("US", at));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(past()).isEmpty();
  }

  @Test
  void what_somebody_else_closed_meanwhile_is_not_closed_again() {
    handleKept(event(plan, 1), (rows, at) -> rows.put(KEPT, row("US", at)));
    jdbc.update("delete from obligations_1_past where plan_id = ?", plan.value());
    assertThatThrownBy(
            () -> handleKept(event(plan, 2), (rows, at) -> rows.put(KEPT, row("DE", at))))
        .isInstanceOf(StaleRowException.class);
  }

  @Test
  void a_view_is_emptied_with_its_past() {
    handleKept(event(plan, 1), (rows, at) -> rows.put(KEPT, row("US", at)));
    RowSession.clear(projection(KEPT, (_, _) -> {}), jdbc);
    assertThat(stored()).isEmpty();
    assertThat(past()).isEmpty();
  }

  private void handleKept(RecordedEvent<?> event, Handler handler) {
    var session = session(KEPT, handler);
    session.handle(event);
    session.flush();
  }

  private List<String> past() {
    return jdbc.query(
        "select region, position, until_position from obligations_1_past where plan_id = ?"
            + " order by position",
        (row, _) ->
            row.getString(1)
                + " "
                + row.getLong(2)
                + "-"
                + (row.getLong(3) == Long.MAX_VALUE ? "" : row.getLong(3)),
        plan.value());
  }

  private interface Handler {
    void on(Rows rows, long position);
  }

  private void handle(RecordedEvent<?> event, Consumer<Rows> handler) {
    var session = session((rows, _) -> handler.accept(rows));
    session.handle(event);
    session.flush();
  }

  private RowSession session(Handler handler) {
    return session(REGIONS, handler);
  }

  private RowSession session(Table<CaseId, Region> table, Handler handler) {
    return new RowSession(projection(table, handler), jdbc);
  }

  private static Projection projection(Table<CaseId, Region> table, Handler handler) {
    return new Projection() {
      @Override
      public String name() {
        return "regions_1";
      }

      @Override
      public List<Table<?, ?>> tables() {
        return List.of(table);
      }

      @Override
      public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
        handler.on(rows, recorded.position());
      }

      @Override
      public void on(DeviceEvent event, RecordedEvent<?> recorded, Rows rows) {
        handler.on(rows, recorded.position());
      }
    };
  }

  private Region row(String region, long position) {
    return new Region(plan, theCase, region, position);
  }

  private List<String> stored() {
    return jdbc.query(
        "select region, position from obligations_1 where plan_id = ?",
        (row, _) -> row.getString(1) + " " + row.getLong(2),
        plan.value());
  }

  private static RecordedEvent<?> event(PlanId plan, long position) {
    var device = new DeviceId("b".repeat(64));
    return recorded(
        new LinkRemoved(plan, Instant.EPOCH, device, LinkKind.ACCOUNT), "LinkRemoved", position);
  }

  private static RecordedEvent<?> recorded(Object event, String type, long position) {
    return new RecordedEvent<>(
        position,
        position,
        "event-" + position,
        type,
        "1",
        Instant.EPOCH,
        "desk",
        "clerk",
        Optional.empty(),
        "key",
        event);
  }
}
