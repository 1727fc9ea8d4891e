package org.planledger.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads the attempts: every command that was ever decided, accepted or refused.
public final class Attempts {

  private static final String COLUMNS =
      "number, client, idempotency_key, fingerprint, plan_id, case_id, command_type, command,"
          + " outcome, decision, first_position, last_position, plan_sequence, actor, trace,"
          + " business_moment, recorded_at";

  private final DataSource dataSource;

  Attempts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// The attempt that a client's key stands for.
  public Optional<AttemptRow> byKey(String client, String idempotencyKey) {
    return attempts("where client = ? and idempotency_key = ?", client, idempotencyKey).stream()
        .findFirst();
  }

  public Optional<AttemptRow> byNumber(long number) {
    return attempts("where number = ?", number).stream().findFirst();
  }

  /// The number of the last attempt; 0 while there is none.
  public long last() {
    return new Query(dataSource, "select attempt from ledger_head")
        .first(row -> row.getLong(1))
        .orElseThrow(() -> new LedgerStoreException("The ledger's head row is missing"));
  }

  /// The number of a plan's last attempt.
  public Optional<Long> lastOfPlan(String planId) {
    return new Query(
            dataSource,
            "select number from ledger_attempt where plan_id = ? order by number desc limit 1",
            planId)
        .first(row -> row.getLong(1));
  }

  /// A plan's attempts in the order of their numbers, from after a number on; 0 for the start.
  public List<AttemptRow> ofPlan(String planId, long afterNumber, int limit) {
    return attempts(
        "where plan_id = ? and number > ? order by number limit ?", planId, afterNumber, limit);
  }

  /// All attempts in the order of their numbers, from after a number on; 0 for the start.
  public List<AttemptRow> after(long number, int limit) {
    return attempts("where number > ? order by number limit ?", number, limit);
  }

  /// The attempts that fit a filter, of those with a number in a span, in the order of their
  /// numbers. No index helps a filter: all of the span is looked at.
  ///
  /// @param after the number before the first of the span
  /// @param last the last number of it
  public List<AttemptRow> between(long after, long last, AttemptFilter filter) {
    List<String> conditions = new ArrayList<>(List.of("number > ?", "number <= ?"));
    List<Object> parameters = new ArrayList<>(List.of(after, last));
    Map<String, Optional<?>> wanted = new LinkedHashMap<>();
    wanted.put("actor = ?", filter.actor());
    wanted.put("client = ?", filter.client());
    wanted.put("command_type = ?", filter.commandType());
    wanted.put("outcome = ?", filter.outcome());
    wanted.put("trace like ?", filter.traceId().map(id -> "__-" + id + "-%"));
    wanted.put("recorded_at >= ?", filter.from());
    wanted.put("recorded_at < ?", filter.to());
    wanted.forEach(
        (condition, value) ->
            value.ifPresent(
                present -> {
                  conditions.add(condition);
                  parameters.add(present);
                }));
    return attempts(
        "where " + String.join(" and ", conditions) + " order by number", parameters.toArray());
  }

  /// The accepted attempt whose events include the one at a position: the first of them where
  /// several commands shared one unit of work.
  public Optional<AttemptRow> accepting(long position) {
    return attempts(
            "where number = (select attempt from ledger_event where position = ?)", position)
        .stream()
        .findFirst();
  }

  private List<AttemptRow> attempts(String condition, @Nullable Object... parameters) {
    return new Query(
            dataSource, "select " + COLUMNS + " from ledger_attempt " + condition, parameters)
        .list(Attempts::attempt);
  }

  private static AttemptRow attempt(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    try {
      return attempt(number, row);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRowException("ledger_attempt", number, e);
    }
  }

  private static AttemptRow attempt(long number, ResultSet row) throws SQLException {
    Long first = Query.number(row, "first_position");
    Long last = Query.number(row, "last_position");
    return new AttemptRow(
        number,
        row.getString("client"),
        row.getString("idempotency_key"),
        Query.bytes(row, "fingerprint"),
        row.getString("plan_id"),
        row.getString("case_id"),
        row.getString("command_type"),
        Query.bytes(row, "command"),
        AttemptOutcome.valueOf(row.getString("outcome")),
        Query.bytes(row, "decision"),
        first == null || last == null ? null : new PositionSpan(first, last),
        Query.number(row, "plan_sequence"),
        row.getString("actor"),
        row.getString("trace"),
        Query.instant(row, "business_moment"),
        Query.instant(row, "recorded_at"));
  }
}
