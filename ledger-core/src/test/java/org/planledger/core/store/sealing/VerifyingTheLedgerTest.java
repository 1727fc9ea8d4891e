package org.planledger.core.store.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.sealing.Alarms.Alarm;
import org.planledger.core.store.sealing.Alarms.Source;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

/// An administrator with all rights changes what is stored, past every trigger. Each kind of change
/// is found, and its place is named.
@OnEachDatabase
class VerifyingTheLedgerTest {

  private final DatabaseVendor vendor;
  private LedgerDatabase database;
  private Book book;
  private Sealer sealer;

  VerifyingTheLedgerTest(LedgerDatabase shared) {
    this.vendor = shared.vendor();
  }

  @BeforeEach
  void begin() {
    database = LedgerDatabase.fresh(vendor);
    book = new Book(database);
    sealer = book.sealer();
    book.fill(5, 8).refuse("stream-1");
    sealer.seal();
    book.fill8();
    sealer.seal();
  }

  @AfterEach
  void end() {
    book.close();
    database.close();
  }

  private Verifier verifier(Alarms alarms) {
    return new Verifier(
        database.application(),
        book.store,
        sealer,
        new CheckpointFolder(book.folder),
        Book::fits,
        alarms,
        Instant::now);
  }

  private VerificationResult verify(Extent extent) {
    return verifier(book.alarms)
        .verify(extent, new Verifier.Progress(_ -> {}, _ -> {}, () -> false))
        .orElseThrow();
  }

  private List<String> found(Extent extent) {
    return verify(extent).findings().stream().map(Finding::toString).toList();
  }

  private void isFoundAt(String place, String... tampering) {
    book.tamper(tampering);
    assertThat(verify(Extent.FULL).findings().stream().map(Finding::place))
        .as(String.join("; ", tampering))
        .contains(place);
    assertThat(book.alarms.all().stream().map(Alarm::source)).contains(Source.VERIFICATION);
  }

  private void onlyFoundAt(String place, String... tampering) {
    isFoundAt(place, tampering);
    assertThat(verify(Extent.FULL).findings().stream().map(Finding::place).distinct())
        .containsExactly(place);
  }

  @Test
  void a_ledger_that_nobody_changed_is_found_to_be_well() {
    AtomicLong total = new AtomicLong();
    AtomicLong done = new AtomicLong();
    VerificationResult full =
        verifier(book.alarms)
            .verify(Extent.FULL, new Verifier.Progress(total::set, done::set, () -> false))
            .orElseThrow();

    assertThat(full.findings()).isEmpty();
    assertThat(full.extent()).isEqualTo(Extent.FULL);
    assertThat(full.checkpoint()).isEqualTo(book.log.newest().orElseThrow().number());
    assertThat(total.get()).isEqualTo(48 + 49 + 48);
    assertThat(done.get()).isEqualTo(total.get());
    assertThat(book.alarms.all()).isEmpty();
  }

  @Test
  void the_next_one_looks_at_what_is_new_only() {
    assertThat(verify(Extent.INCREMENTAL).extent()).isEqualTo(Extent.FULL);
    book.record("stream-0", 9).record("late", 0);
    AtomicLong total = new AtomicLong();
    VerificationResult next =
        verifier(book.alarms)
            .verify(Extent.INCREMENTAL, new Verifier.Progress(total::set, _ -> {}, () -> false))
            .orElseThrow();

    assertThat(next.extent()).isEqualTo(Extent.INCREMENTAL);
    assertThat(next.findings()).isEmpty();
    assertThat(total.get()).isEqualTo(6);
  }

  @Test
  void what_is_new_is_looked_at_as_closely() {
    verify(Extent.FULL);
    book.record("stream-0", 9).record("late", 0);
    sealer.seal();
    book.tamper("update ledger_event set type = 'Forged' where position = 50");

    assertThat(found(Extent.INCREMENTAL))
        .containsExactly(
            "ledger_event position 50: its leaf hash does not fit its bytes",
            "ledger_event position 50: it is not what was sealed");
    assertThat(verify(Extent.INCREMENTAL).extent())
        .as("after damage everything is looked at")
        .isEqualTo(Extent.FULL);
  }

  @Test
  void one_that_is_stopped_is_not_recorded() {
    Verifier verifier = verifier(book.alarms);

    assertThat(verifier.verify(Extent.FULL, new Verifier.Progress(_ -> {}, _ -> {}, () -> true)))
        .isEmpty();
    assertThat(verifier.last()).isEmpty();
  }

  @Test
  void the_alarm_outlives_the_process_and_ends_with_the_damage() {
    book.tamper("update ledger_attempt set actor = 'somebody else' where number = 3");
    verify(Extent.FULL);
    Alarms afterRestart = new Alarms(Instant::now);
    Verifier verifier = verifier(afterRestart);

    assertThat(verifier.last().orElseThrow().finding())
        .isEqualTo("ledger_attempt number 3: it is not what was sealed");
    assertThat(afterRestart.all().stream().map(Alarm::what))
        .containsExactly("ledger_attempt number 3: it is not what was sealed");
    book.tamper("update ledger_attempt set actor = 'tester' where number = 3");
    assertThat(verify(Extent.INCREMENTAL).findings()).isEmpty();
    assertThat(book.alarms.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream_id = 'stream-9'",
        "sequence = 77",
        "event_id = 'another'",
        "type = 'Notes'",
        "revision = '2'",
        "recorded_at = recorded_at + interval '1' second",
        "payload = cast('forged' as bytea)",
        "metadata = cast('[]' as bytea)",
        "leaf_hash = stream_hash",
        "stream_hash = leaf_hash",
        "ledger_time = ledger_time + interval '1' second",
        "stream_type = 'DEVICE'"
      })
  void a_changed_column_of_an_event_is_found(String change) {
    isFoundAt(
        "ledger_event position 17", "update ledger_event set " + change + " where position = 17");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client = 'another'",
        "idempotency_key = 'another'",
        "fingerprint = cast('f' as bytea)",
        "plan_id = 'another'",
        "plan_id = null",
        "case_id = ''",
        "command_type = 'Other'",
        "command = cast('{}' as bytea)",
        "outcome = 'REFUSED'",
        "decision = cast('[]' as bytea)",
        "plan_sequence = 99",
        "plan_sequence = null",
        "actor = 'another'",
        "trace = 'another'",
        "business_moment = business_moment + interval '1' second",
        "recorded_at = recorded_at + interval '1' second"
      })
  void a_changed_column_of_an_attempt_is_found(String change) {
    onlyFoundAt(
        "ledger_attempt number 17", "update ledger_attempt set " + change + " where number = 17");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = 'ABSENCE_PROOF'",
        "kind = 'UNHEARD_OF'",
        "subject = 'another'",
        "client = 'another'",
        "actor = 'another'",
        "reason = 'another'",
        "outcome = 'NOT_FOUND'",
        "read_at = read_at + interval '1' second"
      })
  void a_changed_column_of_a_read_is_found(String change) {
    onlyFoundAt("ledger_read number 17", "update ledger_read set " + change + " where number = 17");
  }

  @Test
  void what_joins_events_and_attempts_is_found_where_it_was_changed() {
    onlyFoundAt(
        "ledger_event position 17", "update ledger_event set attempt = 3 where position = 17");
    onlyFoundAt(
        "ledger_event position 17", "update ledger_event set attempt = null where position = 17");
    onlyFoundAt(
        "ledger_event position 17", "update ledger_event set attempt = 900 where position = 17");
    book.tamper("update ledger_event set attempt = 17 where position = 17");
    onlyFoundAt(
        "ledger_attempt number 41",
        "update ledger_attempt set first_position = 41, last_position = 41 where number = 41");
    book.tamper(
        "update ledger_attempt set first_position = null, last_position = null where number = 41");
    isFoundAt(
        "ledger_event position 20",
        "update ledger_attempt set first_position = null, last_position = null where number = 20");
    isFoundAt(
        "ledger_attempt number 21",
        "update ledger_attempt set first_position = 1, last_position = 40 where number = 21");
  }

  @Test
  void an_event_that_was_given_to_another_attempt_on_both_sides_is_found() {
    String metadata = "{\"client\":\"c\",\"idempotencyKey\":\"%s\"}";
    book.record("stream-9", 0, metadata.formatted(book.nextKey()));
    book.record("stream-9", 1, metadata.formatted(book.nextKey()));
    assertThat(found(Extent.FULL)).isEmpty();

    long position = book.store.events().head();
    long attempt = book.store.attempts().last();
    onlyFoundAt(
        "ledger_event position " + position,
        "update ledger_attempt set last_position = %d where number = %d"
            .formatted(position, attempt - 1),
        "update ledger_attempt set first_position = null, last_position = null where number = "
            + attempt,
        "update ledger_event set attempt = %d where position = %d"
            .formatted(attempt - 1, position));
  }

  @Test
  void private_values_and_serials_that_were_changed_are_found_and_erased_ones_are_not() {
    String email = book.recordPrivate("holder.email", "jo@example.org");
    String phone = book.recordPrivate("holder.phone", "+49 30 1234567");
    String device = book.recordSerial("1581F5BMD2380001");
    assertThat(found(Extent.FULL)).isEmpty();

    book.tamper("delete from private_value where reference = '" + phone + "'");
    assertThat(found(Extent.FULL)).isEmpty();
    isFoundAt(
        "private_value " + email,
        "update private_value set content = salt where reference = '" + email + "'");
    isFoundAt(
        "device_serial " + device,
        "update device_serial set raw_serial = '1581F5BMD2380002' where device_id = '"
            + device
            + "'");
    assertThat(found(Extent.FULL)).noneMatch(finding -> finding.contains("1581F5BMD238"));
  }

  @Test
  void a_deleted_row_is_found() {
    onlyFoundAt("ledger_attempt number 12", "delete from ledger_attempt where number = 12");
    book.tamper("delete from ledger_read where number in (20, 21)");
    book.tamper("delete from ledger_event where position = 9");
    assertThat(found(Extent.FULL))
        .contains(
            "ledger_attempt number 12: it is missing",
            "ledger_read number 20: it is missing",
            "ledger_read number 21: it is missing",
            "ledger_event position 9: it is missing");
  }

  @Test
  void a_cut_off_tail_is_found() {
    book.tamper(
        "delete from ledger_event where position > 45", "update ledger_head set position = 45");

    assertThat(found(Extent.FULL))
        .contains(
            "ledger_event position 46: it is missing", "ledger_event position 48: it is missing");
  }

  @Test
  void an_inserted_row_is_found() {
    String columns =
        "ledger_time, stream_type, stream_id, sequence + 500, 'inserted', type, revision,"
            + " recorded_at, payload, metadata, leaf_hash, stream_hash, attempt";
    isFoundAt(
        "ledger_event position 1000",
        "insert into ledger_event select 1000, "
            + columns
            + " from ledger_event where position = 3");
  }

  @Test
  void an_event_pushed_in_between_is_found() {
    isFoundAt(
        "ledger_event position 40",
        "update ledger_head set position = position + 1",
        "update ledger_event set position = position + 1000 where position >= 40",
        "update ledger_event set position = position - 999 where position >= 1000",
        "insert into ledger_event select 40, ledger_time, stream_type, 'smuggled', 0, 'smuggled',"
            + " type, revision, recorded_at, payload, metadata, leaf_hash, stream_hash, attempt"
            + " from ledger_event where position = 3");
  }

  @Test
  void swapped_rows_are_found() {
    isFoundAt(
        "ledger_event position 11",
        "update ledger_event set position = 900 where position = 11",
        "update ledger_event set position = 11 where position = 13",
        "update ledger_event set position = 13 where position = 900");
    assertThat(verify(Extent.FULL).findings().stream().map(Finding::place))
        .contains("ledger_event position 13");
  }

  @Test
  void an_event_whose_hashes_were_made_to_fit_is_found() {
    String forged = "cast('forged' as bytea)";
    book.tamper("update ledger_event set payload = " + forged + " where position = 48");
    var row = book.store.events().at(48).orElseThrow();
    var leaf =
        org.planledger.core.store.RecordHash.leaf(
            row.streamId(),
            row.sequence(),
            row.type(),
            row.revision(),
            row.eventId(),
            row.recordedAt(),
            row.payload(),
            row.metadata());
    book.tamper(
        "update ledger_event set leaf_hash = " + hex(leaf.toHex()) + " where position = 48");

    assertThat(found(Extent.FULL))
        .containsExactly(
            "ledger_event position 48: its stream hash does not follow from the event before it",
            "ledger_event position 48: it is not what was sealed");
  }

  @Test
  void a_changed_tile_is_found() {
    onlyFoundAt(
        "log_tile READS level 0 number 0",
        "update log_tile set hashes = "
            + replaced("hashes")
            + " where log = 'READS' and level = 0");
  }

  @Test
  void a_missing_tile_is_found() {
    isFoundAt("log_tile EVENTS level 0 number 0", "delete from log_tile where log = 'EVENTS'");
  }

  @Test
  void a_changed_bucket_and_a_missing_bucket_are_found() {
    long number = book.number("select min(number) from log_map_bucket");
    isFoundAt(
        "log_map_bucket " + number,
        "update log_map_bucket set entries = "
            + replacedEnd("entries")
            + " where number = "
            + number);
    long other = book.number("select max(number) from log_map_bucket");
    isFoundAt("log_map_bucket " + other, "delete from log_map_bucket where number = " + other);
  }

  @Test
  void a_changed_tile_of_the_map_is_found() {
    isFoundAt(
        "log_map_tile layer 0 number 0",
        "update log_map_tile set hashes = " + replaced("hashes") + " where layer = 0");
    long number = book.number("select min(number) from log_map_tile where layer = 1");
    isFoundAt(
        "log_map_tile layer 1 number " + number,
        "update log_map_tile set hashes = "
            + replaced("hashes")
            + " where layer = 1 and number = "
            + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size = 3",
        "attempts = 3",
        "reads = 3",
        "made_at = made_at + interval '1' second",
        "note = 'nothing'",
        "note = replace(note, 'ledger.example', 'forged.example')"
      })
  void a_changed_checkpoint_is_found(String change) {
    isFoundAt("log_checkpoint 1", "update log_checkpoint set " + change + " where number = 1");
  }

  @Test
  void a_missing_checkpoint_is_found() {
    isFoundAt("log_checkpoint 1", "delete from log_checkpoint where number = 1");
  }

  @Test
  void a_removed_newest_checkpoint_is_found_inside_and_outside() {
    book.tamper("delete from log_checkpoint where number = 2");
    sealerIsStopped();

    assertThat(found(Extent.FULL))
        .contains(
            "log_state: The newest checkpoint is number 1, and number 2 was made",
            "folder of checkpoints: its newest checkpoint is not in the database, which has lost"
                + " what came with it");
  }

  @Test
  void a_ledger_that_was_set_back_with_all_that_belongs_to_it_is_found_by_the_folder() {
    book.record("stream-0", 9);
    sealer.seal();
    book.tamper(
        "delete from log_checkpoint where number = 3",
        "update log_state set checkpoint = 2",
        "delete from ledger_event where position = 49",
        "delete from ledger_attempt where number = 50",
        "delete from ledger_read where number = 49",
        "update ledger_head set position = 48, attempt = 49, read = 48");
    sealerIsStopped();

    assertThat(found(Extent.FULL))
        .contains(
            "folder of checkpoints: its newest checkpoint is not in the database, which has lost"
                + " what came with it");
  }

  private void sealerIsStopped() {
    book.alarms.raise(Source.SEALING, "stopped by the test");
  }

  @Test
  void a_checkpoint_that_is_another_one_outside_is_found() throws IOException {
    try (Stream<Path> files = Files.walk(book.folder)) {
      Path first = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      Files.writeString(first, "forged");
    }

    assertThat(found(Extent.FULL))
        .containsExactly("log_checkpoint 1: outside of the database it is another one");
  }

  private String hex(String digits) {
    return switch (vendor) {
      case H2 -> "x'" + digits + "'";
      case POSTGRESQL -> "decode('" + digits + "', 'hex')";
    };
  }

  /// The same bytes with another first one.
  private String replaced(String column) {
    return switch (vendor) {
      case H2 -> "x'ff' || substring(" + column + " from 2)";
      case POSTGRESQL -> "decode('ff', 'hex') || substring(" + column + " from 2)";
    };
  }

  /// The same bytes with another last one.
  private String replacedEnd(String column) {
    String all = "substring(" + column + " from 1 for 71)";
    return switch (vendor) {
      case H2 -> all + " || x'ff'";
      case POSTGRESQL -> all + " || decode('ff', 'hex')";
    };
  }
}
