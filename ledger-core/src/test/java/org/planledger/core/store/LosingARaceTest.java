package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.store.CommandSide.accepted;
import static org.planledger.core.store.StreamType.DEVICE;
import static org.planledger.core.store.StreamType.PLAN;
import static org.planledger.core.store.UnitMaker.ready;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.PrivateValue;
import org.planledger.core.store.UnitWriter.Outcome;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

/// Units that meet in one batch: the losers are told why, and nobody else notices.
@OnEachDatabase
class LosingARaceTest {

  private final LedgerDatabase database;
  private final UnitMaker make;
  private final LedgerEvents events;
  private BatchWriter writer;

  LosingARaceTest(LedgerDatabase database) {
    this.database = database;
    this.make = new UnitMaker(database);
    this.events = new LedgerEvents(database.application());
  }

  @BeforeEach
  void open_the_writer() throws SQLException {
    writer = make.writer();
  }

  @AfterEach
  void the_ledger_is_whole() {
    writer.close();
    LedgerAudit.of(database.application());
  }

  @Test
  void the_second_unit_for_one_place_in_a_stream_gets_a_conflict_that_names_the_stream() {
    List<Outcome> outcomes =
        writer.write(List.of(make.unit(PLAN, "race-p", 0), make.unit(PLAN, "race-p", 0)));

    assertThat(receipt(outcomes.get(0)).lastSequences()).isEqualTo(Map.of("race-p", 0L));
    assertConflict(outcomes.get(1), PLAN, "race-p", 0);
  }

  @Test
  void a_race_for_a_device_is_blamed_on_the_device_and_not_on_the_plan() {
    Unit winner = make.staged(new Unit(), PLAN, "blame-p1", 0);
    make.staged(winner, DEVICE, "blame-d", 0);
    Unit loser = make.staged(new Unit(), PLAN, "blame-p2", 0);
    make.staged(loser, DEVICE, "blame-d", 0);

    List<Outcome> outcomes = writer.write(List.of(ready(winner), ready(loser)));

    assertConflict(outcomes.get(1), DEVICE, "blame-d", 0);
    assertThat(events.stream("blame-p2")).isEmpty();
  }

  @Test
  void a_unit_that_loses_on_both_its_streams_is_blamed_on_the_device() {
    writer.write(List.of(make.unit(PLAN, "both-p", 0), make.unit(DEVICE, "both-d", 0)));
    Unit loser = make.staged(new Unit(), PLAN, "both-p", 0);
    make.staged(loser, DEVICE, "both-d", 0);

    assertConflict(writer.write(List.of(ready(loser))).getFirst(), DEVICE, "both-d", 0);
  }

  @Test
  void a_repeated_key_is_refused_with_the_client_and_the_key() {
    List<Outcome> outcomes =
        writer.write(
            List.of(
                keyed("dup", make.staged(new Unit(), PLAN, "dup-p", 0)),
                keyed("dup", make.staged(new Unit(), PLAN, "dup-q", 0))));

    assertThat(failure(outcomes.get(1)))
        .asInstanceOf(InstanceOfAssertFactories.type(DuplicateIdempotencyKeyException.class))
        .extracting(e -> e.client() + " " + e.idempotencyKey())
        .isEqualTo("client dup");
    assertThat(events.stream("dup-q")).isEmpty();
  }

  @Test
  void a_repeated_command_hears_of_its_key_even_if_it_lost_its_stream_too() {
    writer.write(List.of(keyed("both", make.staged(new Unit(), PLAN, "key-p", 0))));

    Outcome repeated =
        writer.write(List.of(keyed("both", make.staged(new Unit(), PLAN, "key-p", 0)))).getFirst();

    assertThat(failure(repeated)).isInstanceOf(DuplicateIdempotencyKeyException.class);
  }

  @Test
  void a_refused_repeat_hears_of_its_key_as_well() {
    writer.write(List.of(keyed("refused", new Unit())));

    assertThat(failure(writer.write(List.of(keyed("refused", new Unit()))).getFirst()))
        .isInstanceOf(DuplicateIdempotencyKeyException.class);
  }

  @Test
  void the_same_key_of_another_client_is_another_key() {
    Unit other = new Unit();
    other.add(accepted("another client", "shared"));

    List<Outcome> outcomes = writer.write(List.of(keyed("shared", new Unit()), ready(other)));

    assertThat(outcomes).hasOnlyElementsOfType(Outcome.Stored.class);
  }

  @Test
  void an_event_stored_before_is_refused_by_its_id() {
    String id = "0190a000-0000-7000-8000-000000000001";
    writer.write(List.of(ready(make.staged(new Unit(), PLAN, "id-p", 0, id))));

    Outcome repeated =
        writer.write(List.of(ready(make.staged(new Unit(), PLAN, "id-q", 0, id)))).getFirst();

    assertThat(failure(repeated))
        .asInstanceOf(InstanceOfAssertFactories.type(DuplicateEventIdException.class))
        .extracting(DuplicateEventIdException::eventId)
        .isEqualTo(id);
  }

  @Test
  void losers_among_many_leave_the_winners_in_their_order_under_gapless_positions() {
    Set<Integer> losers = Set.of(0, 37, 38, 99);
    losers.forEach(i -> writer.write(List.of(make.unit(PLAN, "many-" + i, 0))));
    List<Unit> batch =
        IntStream.range(0, 100)
            .mapToObj(i -> keyed("many-" + i, make.staged(new Unit(), PLAN, "many-" + i, 0)))
            .toList();
    long expected = events.head();

    List<Outcome> outcomes = writer.write(batch);

    for (int i = 0; i < 100; i++) {
      if (losers.contains(i)) {
        assertConflict(outcomes.get(i), PLAN, "many-" + i, 0);
      } else {
        expected++;
        assertThat(receipt(outcomes.get(i)).positions())
            .isEqualTo(new PositionSpan(expected, expected));
      }
    }
    assertThat(events.head()).isEqualTo(expected);
  }

  @Test
  void a_unit_the_database_cannot_take_fails_alone_in_the_middle_of_a_batch() {
    Unit poison = make.staged(new Unit(), PLAN, "poison-p", 0);
    poison.add(new DeviceSerial("poison-d", "x".repeat(300), "x"));

    List<Outcome> outcomes =
        writer.write(
            List.of(
                make.unit(PLAN, "poison-before", 0),
                ready(poison),
                make.unit(PLAN, "poison-after", 0)));

    assertThat(receipt(outcomes.get(0)).lastSequences()).isEqualTo(Map.of("poison-before", 0L));
    assertThat(failure(outcomes.get(1))).isExactlyInstanceOf(LedgerStoreException.class);
    assertThat(receipt(outcomes.get(2)).lastSequences()).isEqualTo(Map.of("poison-after", 0L));
    assertThat(events.stream("poison-p")).isEmpty();
  }

  @Test
  void two_units_of_one_batch_may_bring_the_serial_of_the_same_device() {
    Unit first = make.staged(new Unit(), PLAN, "serial-p1", 0);
    first.add(new DeviceSerial("serial-d", "S1", "first"));
    Unit loser = make.staged(new Unit(), PLAN, "serial-p1", 0);
    loser.add(new DeviceSerial("serial-d", "S1", "loser"));
    Unit second = make.staged(new Unit(), PLAN, "serial-p2", 0);
    second.add(new DeviceSerial("serial-d", "S1", "second"));

    List<Outcome> outcomes = writer.write(List.of(ready(first), ready(loser), ready(second)));

    assertThat(outcomes)
        .extracting(outcome -> outcome instanceof Outcome.Stored)
        .isEqualTo(List.of(true, false, true));
    assertThat(new Serials(database.application()).of("serial-d"))
        .contains(new DeviceSerial("serial-d", "S1", "first"));
  }

  @Test
  void the_private_values_of_a_loser_are_not_kept() {
    writer.write(List.of(make.unit(PLAN, "private-p", 0)));
    Unit loser = make.staged(new Unit(), PLAN, "private-p", 0);
    loser.add(new PrivateValue("lost-ref", "jo", "name", Bytes.utf8("salt"), Bytes.utf8("Jo Doe")));

    writer.write(List.of(ready(loser)));

    assertThat(new PrivateValues(database.application(), Durability.BY_COMMIT).read("lost-ref"))
        .isEmpty();
  }

  @Test
  void a_head_row_that_another_holds_too_long_fails_the_batch_and_stores_nothing()
      throws SQLException {
    List<Unit> batch = List.of(make.unit(PLAN, "locked-p", 0), make.unit(PLAN, "locked-q", 0));
    makeImpatient(writer);
    try (Connection other = database.owner().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("update ledger_head set position = position where id = 1");

      assertThatThrownBy(() -> writer.write(batch)).isExactlyInstanceOf(LedgerStoreException.class);
      other.rollback();
    }
    assertThat(events.stream("locked-p")).isEmpty();
    assertThat(events.stream("locked-q")).isEmpty();
  }

  private void makeImpatient(BatchWriter patient) throws SQLException {
    try (Statement statement = patient.connection().createStatement()) {
      statement.execute(
          switch (database.vendor()) {
            case H2 -> "set lock_timeout 50";
            case POSTGRESQL -> "set statement_timeout = 50";
          });
    }
  }

  private static Unit keyed(String key, Unit unit) {
    unit.add(accepted("client", key));
    return ready(unit);
  }

  private static Receipt receipt(Outcome outcome) {
    return assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Stored.class))
        .actual()
        .receipt();
  }

  private static RuntimeException failure(Outcome outcome) {
    return assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Failed.class))
        .actual()
        .reason();
  }

  private static void assertConflict(
      Outcome outcome, StreamType streamType, String streamId, long sequence) {
    assertThat(failure(outcome))
        .asInstanceOf(InstanceOfAssertFactories.type(StreamConflictException.class))
        .extracting(e -> List.of(e.streamType(), e.streamId(), e.sequence()))
        .isEqualTo(List.of(streamType, streamId, sequence));
  }
}
