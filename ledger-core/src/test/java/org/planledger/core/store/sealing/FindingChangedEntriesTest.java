package org.planledger.core.store.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

/// Each kind of change of an event, an attempt, a read or what they refer to is found, and its
/// place is named.
@OnEachDatabase
class FindingChangedEntriesTest extends LedgerToVerify {

  FindingChangedEntriesTest(LedgerDatabase shared) {
    super(shared);
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
}
