package org.planledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.planledger.core.json.LedgerJson;
import tools.jackson.databind.json.JsonMapper;

/// The floor: events read in order, the one member that the view needs taken out of their JSON,
/// folded in memory, stored in batches. There are no handlers and no types.
final class RawRebuilder implements Rebuilder {

  private static final int PAGE_EVENTS = 20_000;
  private static final JsonMapper JSON = LedgerJson.mapper();

  private static final String SELECT =
      """
      select stream_id, payload, position from ledger_event
       where position > ? and position <= ? and stream_type = 'PLAN' order by position
      """;

  private final DataSource database;
  private final String table;

  RawRebuilder(DataSource database, String table) {
    this.database = database;
    this.table = table;
  }

  private static final class Folded {
    long events;
    long position;
    Instant lastAt = Instant.MIN;
    boolean stored;
  }

  @Override
  public void rebuild() {
    Map<UUID, Folded> rows = new HashMap<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      long head = head(connection);
      for (long after = 0; after < head; after += PAGE_EVENTS) {
        Set<UUID> changed = fold(connection, after, rows);
        store(connection, changed, rows);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the view was not rebuilt: " + e.getMessage(), e);
    }
  }

  private static long head(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select position from ledger_head")) {
      result.next();
      return result.getLong(1);
    }
  }

  private static Set<UUID> fold(Connection connection, long after, Map<UUID, Folded> rows)
      throws SQLException {
    Set<UUID> changed = new LinkedHashSet<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, after);
      select.setLong(2, after + PAGE_EVENTS);
      select.setFetchSize(PAGE_EVENTS);
      try (var events = select.executeQuery()) {
        while (events.next()) {
          var plan = UUID.fromString(events.getString(1));
          var row = rows.computeIfAbsent(plan, _ -> new Folded());
          row.events++;
          row.lastAt = Instant.parse(JSON.readTree(events.getBytes(2)).get("at").stringValue());
          row.position = events.getLong(3);
          changed.add(plan);
        }
      }
    }
    return changed;
  }

  private void store(Connection connection, Set<UUID> changed, Map<UUID, Folded> rows)
      throws SQLException {
    String update = "update %s set events = ?, last_at = ?, position = ? where plan_id = ?";
    String insert = "insert into %s (events, last_at, position, plan_id) values (?, ?, ?, ?)";
    try (var updates = connection.prepareStatement(update.formatted(table));
        var inserts = connection.prepareStatement(insert.formatted(table))) {
      for (UUID plan : changed) {
        var row = rows.get(plan);
        if (row != null) {
          var statement = row.stored ? updates : inserts;
          statement.setLong(1, row.events);
          statement.setObject(2, row.lastAt.atOffset(ZoneOffset.UTC));
          statement.setLong(3, row.position);
          statement.setObject(4, plan);
          statement.addBatch();
          row.stored = true;
        }
      }
      inserts.executeBatch();
      updates.executeBatch();
    }
  }
}
