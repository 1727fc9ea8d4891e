package org.planledger.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.NewAttempt;
import org.planledger.core.store.UnitRow.NewRead;
import org.planledger.core.store.UnitRow.PrivateValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a batch as one transaction of a few batched statements, then has the file forced to
/// disk, which a commit on H2 does not do by itself.
final class H2BatchWriter extends BatchWriter {

  private static final Logger LOG = LoggerFactory.getLogger(H2BatchWriter.class);

  private static final String HEAD =
      """
      select position, attempt, read, previous_time from final table (
        update ledger_head
           set position = position + ?, attempt = attempt + ?, read = read + ?,
               previous_time = ledger_time, ledger_time = greatest(ledger_time, ?)
         where id = 1)
      """;

  private static final String ATTEMPTS =
      """
      insert into ledger_attempt (number, client, idempotency_key, fingerprint, plan_id, case_id,
             command_type, command, outcome, decision, first_position, last_position,
             plan_sequence, actor, trace, business_moment, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String EVENTS =
      """
      insert into ledger_event (position, ledger_time, stream_type, stream_id, sequence,
             event_id, type, revision, recorded_at, payload, metadata, leaf_hash, stream_hash,
             attempt)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PRIVATE_VALUES =
      "insert into private_value (reference, subject, kind, salt, content) values (?, ?, ?, ?, ?)";

  /// The first serial of a device stays.
  private static final String SERIALS =
      """
      merge into device_serial using
        (values (cast(? as varchar), cast(? as varchar), cast(? as varchar)))
          as new_serial (device_id, canonical_serial, raw_serial)
        on device_serial.device_id = new_serial.device_id
      when not matched then insert (device_id, canonical_serial, raw_serial)
        values (new_serial.device_id, new_serial.canonical_serial, new_serial.raw_serial)
      """;

  private static final String READS =
      """
      insert into ledger_read (number, kind, subject, client, actor, reason, outcome, read_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final H2Checkpoint checkpoint;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private H2BatchWriter(Connection connection, H2Checkpoint checkpoint) {
    super(connection);
    this.checkpoint = checkpoint;
  }

  /// Takes the connection over, and closes it if it cannot be prepared.
  static H2BatchWriter on(Connection connection, H2Checkpoint checkpoint) throws SQLException {
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return new H2BatchWriter(connection, checkpoint);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  HeadRow writeAtOnce(Batch batch) throws SQLException {
    HeadRow before;
    try {
      before = insert(batch);
    } catch (SQLException e) {
      connection().rollback();
      throw e;
    }
    commitAndForce();
    return before;
  }

  @Override
  HeadRow insert(Batch batch) throws SQLException {
    HeadRow before = moveHead(batch);
    insert(ATTEMPTS, batch.attempts(), (row, ordinal) -> attempt(row, before, ordinal));
    insert(EVENTS, batch.events(), (row, ordinal) -> event(row, before, ordinal));
    insert(PRIVATE_VALUES, batch.privateValues(), (row, ordinal) -> privateValue(row));
    insert(SERIALS, batch.serials(), (row, ordinal) -> serial(row));
    insert(READS, batch.reads(), (row, ordinal) -> read(row, before, ordinal));
    return before;
  }

  private HeadRow moveHead(Batch batch) throws SQLException {
    int events = batch.events().size();
    int attempts = batch.attempts().size();
    int reads = batch.reads().size();
    PreparedStatement statement = prepared(HEAD);
    statement.setLong(1, events);
    statement.setLong(2, attempts);
    statement.setLong(3, reads);
    Query.bind(statement, 4, batch.latest());
    try (ResultSet result = statement.executeQuery()) {
      if (!result.next()) {
        throw new SQLException("The ledger's head row is missing");
      }
      return new HeadRow(
          result.getLong(1) - events,
          result.getLong(2) - attempts,
          result.getLong(3) - reads,
          Query.instant(result, "previous_time"));
    }
  }

  private static @Nullable Object[] attempt(Batch.PlacedAttempt row, HeadRow before, long ordinal) {
    NewAttempt attempt = row.attempt();
    return new @Nullable Object[] {
      before.attempt() + ordinal,
      attempt.client(),
      attempt.idempotencyKey(),
      attempt.fingerprint(),
      attempt.planId(),
      attempt.caseId(),
      attempt.commandType(),
      attempt.command(),
      attempt.outcome(),
      attempt.decision(),
      row.firstOffset() == null ? null : before.position() + row.firstOffset(),
      row.lastOffset() == null ? null : before.position() + row.lastOffset(),
      row.planSequence(),
      attempt.actor(),
      attempt.trace(),
      attempt.businessMoment(),
      attempt.recordedAt()
    };
  }

  private static @Nullable Object[] event(Batch.PlacedEvent row, HeadRow before, long ordinal) {
    StagedEvent event = row.event();
    return new @Nullable Object[] {
      before.position() + ordinal,
      row.latest().isAfter(before.ledgerTime()) ? row.latest() : before.ledgerTime(),
      event.streamType(),
      event.streamId(),
      event.sequence(),
      event.eventId(),
      event.type(),
      event.revision(),
      event.recordedAt(),
      event.payload(),
      event.metadata(),
      event.leafHash(),
      event.streamHash(),
      row.attemptOffset() == null ? null : before.attempt() + row.attemptOffset()
    };
  }

  private static Object[] privateValue(PrivateValue row) {
    return new Object[] {row.reference(), row.subject(), row.kind(), row.salt(), row.value()};
  }

  private static Object[] serial(DeviceSerial row) {
    return new Object[] {row.deviceId(), row.canonicalSerial(), row.rawSerial()};
  }

  private static Object[] read(NewRead row, HeadRow before, long ordinal) {
    return new Object[] {
      before.read() + ordinal,
      row.kind(),
      row.subject(),
      row.client(),
      row.actor(),
      row.reason(),
      row.outcome(),
      row.at()
    };
  }

  private interface Parameters<R> {
    /// The values of a row's columns; ordinals count from 1.
    @Nullable Object[] of(R row, long ordinal);
  }

  private <R> void insert(String sql, List<R> rows, Parameters<R> parameters) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PreparedStatement statement = prepared(sql);
    try {
      long ordinal = 0;
      for (R row : rows) {
        ordinal++;
        @Nullable Object[] values = parameters.of(row, ordinal);
        for (int i = 0; i < values.length; i++) {
          Query.bind(statement, i + 1, values[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    } finally {
      statement.clearBatch();
    }
  }

  /// Parsing costs H2 about as much as a row: every statement is parsed once per connection.
  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection().prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  @Override
  void force() throws SQLException {
    checkpoint.sync();
  }

  @Override
  void restoreAutoCommit() {
    // Every batch is a transaction here; the connection never commits by itself.
  }

  @Override
  public void close() {
    try (Connection closing = connection()) {
      if (!closing.isClosed()) {
        for (PreparedStatement statement : statements.values()) {
          statement.close();
        }
        closing.setAutoCommit(true);
      }
    } catch (SQLException e) {
      LOG.debug("The appender's connection was already lost when it was closed", e);
    }
  }
}
