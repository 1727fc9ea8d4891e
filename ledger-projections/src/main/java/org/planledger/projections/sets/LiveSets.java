package org.planledger.projections.sets;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.StoredTable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which set of each view's tables is live, as the database knows it: what one process switches
/// holds for all of them at once.
public final class LiveSets {

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final Map<String, List<String>> tables = new HashMap<>();
  private final boolean onServer;
  private volatile @Nullable Live remembered;

  /// Which set of each view is live.
  ///
  /// @param switches how often each view was switched: a set that was live before is not the same
  ///     as one that still is
  record Live(Map<String, TableSet> sets, Map<String, Long> switches, SetNaming naming) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Live that && sets.equals(that.sets) && switches.equals(that.switches);
    }

    @Override
    public int hashCode() {
      return switches.hashCode();
    }
  }

  /// Knows these views from now on; one that is new begins with its first set.
  ///
  /// @param dataSource connects as the application's user, with auto-commit on
  public LiveSets(DataSource dataSource, Collection<? extends Projection> views) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.onServer = DatabaseVendor.of(dataSource) == DatabaseVendor.POSTGRESQL;
    for (var view : views) {
      tables.put(
          view.name(),
          view.tables().stream()
              .flatMap(table -> table.stored().stream())
              .map(StoredTable::name)
              .toList());
      register(view.name());
    }
  }

  /// Where queries that name the tables of the views find the live ones.
  public JdbcClient reader() {
    return JdbcClient.create(new LiveTables(this));
  }

  /// Statements about the tables of a view, on one of its sets.
  public JdbcOperations on(String view, TableSet set) {
    var sets = new HashMap<String, TableSet>();
    tablesOf(view).forEach(table -> sets.put(table, set));
    return new SetJdbc(dataSource, new SetNaming(sets));
  }

  /// The set of a view that is live until the transaction that is running ends: nobody switches it
  /// before.
  public TableSet heldLive(String view) {
    // H2 knows no lock that several may hold. Its views then take turns, which costs little there.
    if (onServer) {
      lock("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", view);
      return ask("select live from view_set where view_name = ?", view);
    }
    return ask("select live from view_set where view_name = ? for update", view);
  }

  /// The set of a view that is live, and that nobody else reads or writes through
  /// [#heldLive] until the transaction that is running ends.
  public TableSet heldAlone(String view) {
    if (onServer) {
      lock("select pg_advisory_xact_lock(hashtextextended(?, 0))", view);
    }
    return ask("select live from view_set where view_name = ? for update", view);
  }

  DataSource dataSource() {
    return dataSource;
  }

  /// What was live when somebody last looked.
  Live remembered() {
    var known = remembered;
    return known == null ? live() : known;
  }

  /// What is live now.
  Live live() {
    var sets = new HashMap<String, TableSet>();
    var switches = new HashMap<String, Long>();
    jdbc.sql("select view_name, live, switches from view_set")
        .query(
            row -> {
              String view = row.getString("view_name");
              if (tables.containsKey(view)) {
                sets.put(view, TableSet.valueOf(row.getString("live")));
                switches.put(view, row.getLong("switches"));
              }
            });
    var before = remembered;
    if (before != null && before.sets().equals(sets) && before.switches().equals(switches)) {
      return before;
    }
    var byTable = new HashMap<String, TableSet>();
    sets.forEach((view, set) -> tablesOf(view).forEach(table -> byTable.put(table, set)));
    var now = new Live(Map.copyOf(sets), Map.copyOf(switches), new SetNaming(byTable));
    remembered = now;
    return now;
  }

  private List<String> tablesOf(String view) {
    var known = tables.get(view);
    if (known == null) {
      throw new IllegalArgumentException("there is no view " + view + " but " + tables.keySet());
    }
    return known;
  }

  private void register(String view) {
    try {
      jdbc.sql(
              """
              insert into view_set (view_name, live, switches, spare, spare_position)
              select cast(? as varchar(255)), 'A', 0, 'EMPTY', 0 from ledger_head
              where not exists (select 1 from view_set where view_name = ?)
              """)
          .params(view, view)
          .update();
    } catch (DuplicateKeyException quicker) {
      // Another process has just registered it.
      ask("select live from view_set where view_name = ?", view);
    }
  }

  private void lock(String sql, String view) {
    new JdbcTemplate(dataSource).query(sql, _ -> {}, "view_set " + view);
  }

  private TableSet ask(String sql, String view) {
    return jdbc.sql(sql).param(view).query((row, _) -> TableSet.valueOf(row.getString(1))).single();
  }
}
