package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.store.CommandSide.attempt;
import static org.planledger.core.store.StreamType.DEVICE;
import static org.planledger.core.store.StreamType.PLAN;
import static org.planledger.core.store.UnitMaker.ready;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

@OnEachDatabase
class ReadingTheLedgerTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private final LedgerDatabase database;
  private final LedgerStore store;
  private final UnitMaker make;

  ReadingTheLedgerTest(LedgerDatabase database) {
    this.database = database;
    this.store = database.openStore();
    this.make = new UnitMaker(database);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void pages_follow_each_other_up_to_the_head() {
    long start = store.events().head();
    for (int i = 0; i < 7; i++) {
      store.appender().append(make.staged(new Unit(), PLAN, "page-p", i));
    }

    List<Long> read = new ArrayList<>();
    long position = start;
    List<EventRow> page = store.events().after(position, 3);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(3);
      page.forEach(event -> read.add(event.position()));
      position = page.getLast().position();
      page = store.events().after(position, 3);
    }

    assertThat(read).isEqualTo(LongStream.rangeClosed(start + 1, start + 7).boxed().toList());
    assertThat(store.events().after(start + 7, 3)).isEmpty();
    assertThat(store.events().after(start + 1_000, 3)).isEmpty();
    assertThat(store.events().at(start + 1).orElseThrow().sequence()).isZero();
    assertThat(store.events().at(start + 8)).isEmpty();
  }

  @Test
  void a_page_that_comes_out_short_is_a_hole_and_not_an_end() throws SQLException {
    try (LedgerDatabase holed = LedgerDatabase.fresh(database.vendor())) {
      UnitMaker units = new UnitMaker(holed);
      try (LedgerStore writing = holed.openStore()) {
        for (int i = 0; i < 5; i++) {
          writing.appender().append(units.staged(new Unit(), PLAN, "holed-p", i));
        }
      }
      remove(holed, 3);

      try (LedgerStore reading = holed.openStore()) {
        LedgerEvents events = reading.events();
        assertThat(events.after(0, 2)).hasSize(2);
        assertMissing(3, () -> events.after(0, 3));
        assertMissing(3, () -> events.after(1, 100));
        assertMissing(3, () -> events.between(new PositionSpan(2, 5)));
        assertMissing(3, () -> events.between(new PositionSpan(3, 3)));
        assertThat(events.after(3, 100)).hasSize(2);
        TrackingEventStream stream = new CommandSide(reading).eventStore().openStream(null);
        assertMissing(3, stream::hasNextAvailable);
        stream.close();
      }
      remove(holed, 5);
      assertMissing(5, () -> new LedgerEvents(holed.application()).after(3, 100));
    }
  }

  private static void assertMissing(long position, Runnable read) {
    assertThatThrownBy(read::run)
        .asInstanceOf(InstanceOfAssertFactories.type(MissingPositionException.class))
        .extracting(MissingPositionException::position)
        .isEqualTo(position);
  }

  private static void remove(LedgerDatabase database, long position) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          switch (database.vendor()) {
            case H2 -> "drop trigger if exists ledger_event_append_only";
            case POSTGRESQL -> "alter table ledger_event disable trigger all";
          });
      statement.execute("delete from ledger_event where position = " + position);
    }
  }

  @Test
  void a_stream_is_read_whole_or_up_to_a_sequence_or_as_it_was_at_a_position() {
    long start = store.events().head();
    for (int i = 0; i < 4; i++) {
      Unit unit = make.staged(new Unit(), PLAN, "stream-p", i);
      store.appender().append(make.staged(unit, DEVICE, "stream-d", i));
    }
    LedgerEvents events = store.events();

    assertThat(sequences(events.stream("stream-p"))).isEqualTo(List.of(0L, 1L, 2L, 3L));
    assertThat(sequences(events.streamUpToSequence("stream-p", 1))).isEqualTo(List.of(0L, 1L));
    assertThat(sequences(events.streamUpToPosition("stream-p", start + 5)))
        .isEqualTo(List.of(0L, 1L));
    assertThat(sequences(events.streamUpToPosition("stream-p", start + 6)))
        .isEqualTo(List.of(0L, 1L, 2L));
    assertThat(events.lastSequence("stream-p")).contains(3L);
    assertThat(events.stream("nobody")).isEmpty();
    assertThat(events.lastSequence("nobody")).isEmpty();
  }

  private static List<Long> sequences(List<EventRow> events) {
    return events.stream().map(EventRow::sequence).toList();
  }

  @Test
  void an_instant_stands_for_the_last_position_before_which_nothing_was_recorded_later() {
    try (LedgerDatabase timed = LedgerDatabase.fresh(database.vendor());
        LedgerStore writing = timed.openStore()) {
      UnitMaker units = new UnitMaker(timed);
      // Seconds after noon; the third event was overtaken while it waited for its commit.
      List<Integer> recorded = List.of(0, 10, 5, 10, 20);
      assertThat(writing.events().positionAsOf(NOON)).isZero();
      for (int i = 0; i < recorded.size(); i++) {
        Instant recordedAt = NOON.plusSeconds(recorded.get(i));
        writing.appender().append(at(units, "timed-p", i, recordedAt));
      }

      assertThat(
              IntStream.of(-1, 0, 4, 5, 9, 10, 19, 20, 1_000)
                  .mapToObj(second -> writing.events().positionAsOf(NOON.plusSeconds(second)))
                  .toList())
          .isEqualTo(List.of(0L, 1L, 1L, 1L, 1L, 4L, 4L, 5L, 5L));
      assertThat(writing.events().after(0, 10))
          .extracting(EventRow::ledgerTime)
          .isEqualTo(Stream.of(0, 10, 10, 10, 20).map(NOON::plusSeconds).toList());
      assertThat(tokenAt(writing, NOON.plusSeconds(10))).isEqualTo(1);
      assertThat(tokenAt(writing, NOON.minusSeconds(1))).isEqualTo(0);
    }
  }

  private static long tokenAt(LedgerStore store, Instant instant) {
    return ((GapAwareTrackingToken) new CommandSide(store).eventStore().createTokenAt(instant))
        .getIndex();
  }

  @Test
  void the_running_maximum_of_times_goes_on_within_and_across_batches() throws SQLException {
    try (LedgerDatabase timed = LedgerDatabase.fresh(database.vendor())) {
      UnitMaker units = new UnitMaker(timed);
      try (BatchWriter writer = units.writer()) {
        writer.write(
            List.of(
                ready(at(units, "max-p", 0, NOON.plusSeconds(7))),
                ready(at(units, "max-q", 0, NOON.plusSeconds(3)))));
        writer.write(
            List.of(
                ready(at(units, "max-r", 0, NOON.plusSeconds(5))),
                ready(at(units, "max-s", 0, NOON.plusSeconds(9))),
                ready(at(units, "max-t", 0, NOON.plusSeconds(8)))));
      }
      assertThat(new LedgerEvents(timed.application()).after(0, 10))
          .extracting(EventRow::ledgerTime)
          .isEqualTo(Stream.of(7, 7, 7, 9, 9).map(NOON::plusSeconds).toList());
    }
  }

  private static Unit at(UnitMaker units, String stream, long sequence, Instant recordedAt) {
    String id = IdentifierFactory.getInstance().generateIdentifier();
    return units.staged(new Unit(), PLAN, stream, sequence, id, recordedAt);
  }

  @Test
  void attempts_are_found_by_key_by_number_by_plan_and_by_the_position_they_made() {
    Receipt first = append("att-p", 0, "att-1", AttemptOutcome.ACCEPTED);
    Receipt refused = append("att-p", -1, "att-2", AttemptOutcome.REFUSED);
    append("att-q", 0, "att-3", AttemptOutcome.ACCEPTED);
    Receipt last = append("att-p", 1, "att-4", AttemptOutcome.ACCEPTED);
    Attempts attempts = store.attempts();

    assertThat(keys(attempts.ofPlan("att-p", 0, 2))).isEqualTo(List.of("att-1", "att-2"));
    assertThat(keys(attempts.ofPlan("att-p", number(refused), 2))).isEqualTo(List.of("att-4"));
    assertThat(attempts.ofPlan("att-p", number(last), 2)).isEmpty();
    assertThat(keys(attempts.after(number(first) - 1, 3)))
        .isEqualTo(List.of("att-1", "att-2", "att-3"));
    assertThat(attempts.byNumber(number(refused)).orElseThrow().outcome())
        .isEqualTo(AttemptOutcome.REFUSED);
    assertThat(attempts.byKey("c", "att-4").orElseThrow().number()).isEqualTo(number(last));
    assertThat(attempts.byKey("d", "att-4")).isEmpty();
    assertThat(attempts.byNumber(number(last) + 1)).isEmpty();

    PositionSpan span = last.positions();
    assertThat(attempts.accepting(span.first()).orElseThrow().idempotencyKey()).isEqualTo("att-4");
    assertThat(attempts.accepting(span.last()).orElseThrow().idempotencyKey()).isEqualTo("att-4");
    assertThat(attempts.accepting(span.first() - 1).orElseThrow().idempotencyKey())
        .isEqualTo("att-3");
    assertThat(attempts.accepting(span.last() + 1)).isEmpty();
  }

  @Test
  void an_event_without_an_attempt_is_not_given_to_a_neighbour_s() {
    Receipt keyed = append("bare-p", 0, "bare-1", AttemptOutcome.ACCEPTED);
    store.appender().append(make.staged(new Unit(), PLAN, "bare-p", 2));

    assertThat(store.attempts().accepting(keyed.positions().last() + 1)).isEmpty();
  }

  /// An accepted attempt comes with two events of the plan, in one unit.
  private Receipt append(String plan, long sequence, String key, AttemptOutcome outcome) {
    Unit unit = new Unit();
    if (outcome == AttemptOutcome.ACCEPTED) {
      make.staged(unit, PLAN, plan, sequence * 2);
      make.staged(unit, PLAN, plan, sequence * 2 + 1);
    }
    unit.add(attempt("c", key, plan, outcome));
    return store.appender().append(unit);
  }

  private static long number(Receipt receipt) {
    return receipt.attemptNumbers().getFirst();
  }

  private static List<String> keys(List<AttemptRow> attempts) {
    return attempts.stream().map(AttemptRow::idempotencyKey).toList();
  }

  @Test
  void an_empty_span_of_positions_cannot_be_asked_for() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PositionSpan(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PositionSpan(5, 4));
  }
}
