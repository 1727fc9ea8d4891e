package org.planledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.planledger.core.store.Bytes;

/// The table of those contenders that do without a ledger: what any store of events needs.
final class RawTable {

  static final String NAME = "raw_event";

  private static final String CREATE =
      """
      create table raw_event (
        position bigint generated always as identity primary key,
        stream_id varchar(80) not null,
        sequence bigint not null,
        event_id varchar(64) not null,
        type varchar(80) not null,
        recorded_at timestamp(6) with time zone not null,
        payload bytea not null,
        unique (stream_id, sequence),
        unique (event_id))
      """;

  private static final String INSERT =
      """
      insert into raw_event (stream_id, sequence, event_id, type, recorded_at, payload)
      values (?, ?, ?, ?, ?, ?)
      """;

  private RawTable() {}

  /// An event before it is stored.
  record Row(String streamId, long sequence, String eventId, Bytes payload) {}

  static void create(DataSource owner) {
    try (Connection connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(CREATE);
    } catch (SQLException e) {
      throw new IllegalStateException("the table was not created: " + e.getMessage(), e);
    }
  }

  /// Inserts the events and leaves the commit to the caller.
  static void insert(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Row row : rows) {
        insert.setString(1, row.streamId());
        insert.setLong(2, row.sequence());
        insert.setString(3, row.eventId());
        insert.setString(4, "LinkRecorded");
        insert.setTimestamp(5, Timestamp.from(Instant.now()));
        insert.setBytes(6, row.payload().toArray());
        if (rows.size() == 1) {
          insert.executeUpdate();
        } else {
          insert.addBatch();
        }
      }
      if (rows.size() > 1) {
        insert.executeBatch();
      }
    }
  }
}
