package org.planledger.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.planledger.core.store.Batch.PlacedAttempt;
import org.planledger.core.store.Batch.PlacedEvent;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.NewRead;
import org.planledger.core.store.UnitRow.PrivateValue;

/// The statement that moves the head of the ledger and inserts a batch behind it, on PostgreSQL.
///
/// The statement's snapshot is older than the lock it waits for on the head row, so it reads no
/// row but that one, whose newest version an update always sees.
final class PostgresAppend {

  private static final String HEAD =
      """
      with head as (
        update ledger_head
           set position = position + ?, attempt = attempt + ?, read = read + ?,
               previous_time = ledger_time, ledger_time = greatest(ledger_time, ?)
         where id = 1
         returning position - ? as position, attempt - ? as attempt, read - ? as read,
                   previous_time
      )
      """;

  private static final String ATTEMPTS =
      """
      , attempts as (
        insert into ledger_attempt (number, client, idempotency_key, fingerprint, plan_id,
               case_id, command_type, command, outcome, decision, first_position,
               last_position, plan_sequence, actor, trace, business_moment, recorded_at)
        select head.attempt + a.ord, a.client, a.idempotency_key, a.fingerprint, a.plan_id,
               a.case_id, a.command_type, a.command, a.outcome, a.decision,
               head.position + a.first_offset, head.position + a.last_offset,
               a.plan_sequence, a.actor, a.trace,
               timestamptz 'epoch' + a.business_moment * interval '1 microsecond',
               timestamptz 'epoch' + a.recorded_at * interval '1 microsecond'
          from head, unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[],
               ?::bytea[], ?::text[], ?::bytea[], ?::bigint[], ?::bigint[], ?::bigint[],
               ?::text[], ?::text[], ?::bigint[], ?::bigint[])
               with ordinality as a (client, idempotency_key, fingerprint, plan_id, case_id,
               command_type, command, outcome, decision, first_offset, last_offset,
               plan_sequence, actor, trace, business_moment, recorded_at, ord)
      )
      """;

  private static final String EVENTS =
      """
      , events as (
        insert into ledger_event (position, ledger_time, stream_type, stream_id, sequence,
               event_id, type, revision, recorded_at, payload, metadata, leaf_hash, stream_hash,
               attempt)
        select head.position + e.ord,
               greatest(head.previous_time,
                 timestamptz 'epoch' + e.latest * interval '1 microsecond'),
               e.stream_type, e.stream_id, e.sequence, e.event_id, e.type, e.revision,
               timestamptz 'epoch' + e.recorded_at * interval '1 microsecond',
               e.payload, e.metadata, e.leaf_hash, e.stream_hash,
               head.attempt + e.attempt_offset
          from head, unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[],
               ?::text[], ?::text[], ?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[],
               ?::bytea[], ?::bigint[])
               with ordinality as e (latest, stream_type, stream_id, sequence, event_id, type,
               revision, recorded_at, payload, metadata, leaf_hash, stream_hash, attempt_offset,
               ord)
      )
      """;

  private static final String PRIVATE_VALUES =
      """
      , private_values as (
        insert into private_value (reference, subject, kind, salt, content)
        select v.* from head, unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[]) as v
      )
      """;

  private static final String SERIALS =
      """
      , serials as (
        insert into device_serial (device_id, canonical_serial, raw_serial)
        select s.* from head, unnest(?::text[], ?::text[], ?::text[]) as s
        on conflict (device_id) do nothing
      )
      """;

  private static final String READS =
      """
      , reads as (
        insert into ledger_read (number, kind, subject, client, actor, reason, outcome, read_at)
        select head.read + r.ord, r.kind, r.subject, r.client, r.actor, r.reason, r.outcome,
               timestamptz 'epoch' + r.read_at * interval '1 microsecond'
          from head, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
               ?::bigint[])
               with ordinality as r (kind, subject, client, actor, reason, outcome, read_at, ord)
      )
      """;

  private static final String RESULT = "select position, attempt, read, previous_time from head";

  private PostgresAppend() {}

  /// Moves the head and inserts the batch.
  ///
  /// @return the head as it stood before
  static HeadRow run(Connection connection, Batch batch) throws SQLException {
    // Few batches have all kinds of rows; a section without rows would cost planning for nothing.
    StringBuilder sql = new StringBuilder(HEAD);
    List<Section> sections = new ArrayList<>();
    add(sql, sections, ATTEMPTS, batch.attempts(), PostgresAppend::bindAttempts);
    add(sql, sections, EVENTS, batch.events(), PostgresAppend::bindEvents);
    add(sql, sections, PRIVATE_VALUES, batch.privateValues(), PostgresAppend::bindPrivateValues);
    add(sql, sections, SERIALS, batch.serials(), PostgresAppend::bindSerials);
    add(sql, sections, READS, batch.reads(), PostgresAppend::bindReads);
    sql.append(RESULT);
    // The driver keeps the server-side statement of each text, so there is nothing to cache here.
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      Columns columns = new Columns(statement);
      columns.counts(batch).time(batch.latest()).counts(batch);
      for (Section section : sections) {
        section.bind(columns);
      }
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw new SQLException("The ledger's head row is missing");
        }
        return new HeadRow(
            result.getLong(1),
            result.getLong(2),
            result.getLong(3),
            Query.instant(result, "previous_time"));
      }
    }
  }

  private interface Section {
    void bind(Columns columns) throws SQLException;
  }

  private interface Binder<R> {
    void bind(Columns columns, List<R> rows) throws SQLException;
  }

  private static <R> void add(
      StringBuilder sql, List<Section> sections, String text, List<R> rows, Binder<R> binder) {
    if (!rows.isEmpty()) {
      sql.append(text);
      sections.add(columns -> binder.bind(columns, rows));
    }
  }

  private static void bindAttempts(Columns columns, List<PlacedAttempt> rows) throws SQLException {
    columns
        .texts(rows, row -> row.attempt().client())
        .texts(rows, row -> row.attempt().idempotencyKey())
        .bytes(rows, row -> row.attempt().fingerprint())
        .texts(rows, row -> row.attempt().planId())
        .texts(rows, row -> row.attempt().caseId())
        .texts(rows, row -> row.attempt().commandType())
        .bytes(rows, row -> row.attempt().command())
        .texts(rows, row -> row.attempt().outcome().name())
        .bytes(rows, row -> row.attempt().decision())
        .numbers(rows, PlacedAttempt::firstOffset)
        .numbers(rows, PlacedAttempt::lastOffset)
        .numbers(rows, PlacedAttempt::planSequence)
        .texts(rows, row -> row.attempt().actor())
        .texts(rows, row -> row.attempt().trace())
        .times(rows, row -> row.attempt().businessMoment())
        .times(rows, row -> row.attempt().recordedAt());
  }

  private static void bindEvents(Columns columns, List<PlacedEvent> rows) throws SQLException {
    columns
        .times(rows, PlacedEvent::latest)
        .texts(rows, row -> row.event().streamType().name())
        .texts(rows, row -> row.event().streamId())
        .numbers(rows, row -> row.event().sequence())
        .texts(rows, row -> row.event().eventId())
        .texts(rows, row -> row.event().type())
        .texts(rows, row -> row.event().revision())
        .times(rows, row -> row.event().recordedAt())
        .bytes(rows, row -> row.event().payload())
        .bytes(rows, row -> row.event().metadata())
        .bytes(rows, row -> row.event().leafHash())
        .bytes(rows, row -> row.event().streamHash())
        .numbers(rows, PlacedEvent::attemptOffset);
  }

  private static void bindPrivateValues(Columns columns, List<PrivateValue> rows)
      throws SQLException {
    columns
        .texts(rows, PrivateValue::reference)
        .texts(rows, PrivateValue::subject)
        .texts(rows, PrivateValue::kind)
        .bytes(rows, PrivateValue::salt)
        .bytes(rows, PrivateValue::value);
  }

  private static void bindSerials(Columns columns, List<DeviceSerial> rows) throws SQLException {
    columns
        .texts(rows, DeviceSerial::deviceId)
        .texts(rows, DeviceSerial::canonicalSerial)
        .texts(rows, DeviceSerial::rawSerial);
  }

  private static void bindReads(Columns columns, List<NewRead> rows) throws SQLException {
    columns
        .texts(rows, NewRead::kind)
        .texts(rows, NewRead::subject)
        .texts(rows, NewRead::client)
        .texts(rows, NewRead::actor)
        .texts(rows, NewRead::reason)
        .texts(rows, NewRead::outcome)
        .times(rows, NewRead::at);
  }
}
