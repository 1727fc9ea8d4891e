package org.planledger.bench;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Row;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;

/// The view that is rebuilt: how much has happened to each plan, and when last. Every event of a
/// plan changes a row, which is the most that an event can ask of a view with a row per plan; and
/// the framework's way and the floor can make the very same rows with plain SQL.
final class ActivityView implements Projection {

  private static final String CREATE =
      """
      create table %s (
        plan_id uuid not null,
        events bigint not null,
        last_at timestamp(6) with time zone not null,
        position bigint not null,
        primary key (plan_id))
      """;

  private static final String WRONG_ROWS =
      """
      select count(*) from (
        select cast(stream_id as uuid) as id, count(*) as events, max(position) as position
          from ledger_event where stream_type = 'PLAN' group by stream_id) truth
        left join %1$s made on made.plan_id = truth.id
       where made.events is distinct from truth.events
          or made.position is distinct from truth.position
      """;

  private static final String PLANS =
      "select count(distinct stream_id) from ledger_event where stream_type = 'PLAN'";

  private static final String MOMENTS = "select cast(sum(extract(epoch from last_at)) as bigint)";

  private final Table<PlanId, Activity> table;

  ActivityView(String tableName) {
    this.table =
        Table.of(
            tableName,
            Scope.PLAN,
            Activity::planId,
            cells ->
                new Activity(
                    new PlanId(cells.uuid("plan_id")),
                    cells.number("events"),
                    cells.moment("last_at"),
                    cells.number("position")),
            Column.<Activity>uuid("plan_id", row -> row.planId().value()).key(),
            Column.number("events", Activity::events),
            Column.moment("last_at", Activity::lastAt));
  }

  record Activity(PlanId planId, long events, Instant lastAt, long position) implements Row {}

  static void createTable(DataSource owner, String name) {
    execute(owner, CREATE.formatted(name));
  }

  static void empty(DataSource owner, String name) {
    execute(owner, "truncate table " + name);
  }

  private static void execute(DataSource owner, String sql) {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the view's table: " + e.getMessage(), e);
    }
  }

  /// Compares the view with what the stored events say.
  ///
  /// @return the sum of its moments, which the events do not tell by SQL: it has to be the same
  ///     whoever made the view
  /// @throws LostCommandsException unless every row is right and none is missing
  static long verify(DataSource owner, String name) {
    var stored = new StoredRows(owner);
    stored.requireValue(WRONG_ROWS.formatted(name), 0);
    stored.requireCount(name, stored.value(PLANS));
    return stored.value(MOMENTS + " from " + name);
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(table);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long before = rows.find(table, event.planId()).map(Activity::events).orElse(0L);
    rows.put(table, new Activity(event.planId(), before + 1, event.at(), recorded.position()));
  }
}
