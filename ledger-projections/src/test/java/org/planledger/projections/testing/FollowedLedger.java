package org.planledger.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Table;
import org.planledger.projections.processing.ProcessingSettings;
import org.planledger.projections.processing.Views;
import org.springframework.jdbc.core.JdbcTemplate;

/// A ledger with a long history that all views followed while it was written. It is made once for
/// each kind of database, and nobody adds to it.
public final class FollowedLedger implements AutoCloseable {

  /// The seed of the part made by chance; a failure is repeated by setting it.
  private static final String SEED = "planledger.seed";

  private static final int CUSTOMERS = 40;
  private static final int STEPS = 900;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LedgerDatabase database;
  private final TestLedger ledger;
  private final Stories stories;
  private final ServiceStories services;
  private final JdbcTemplate jdbc;
  private final Map<String, List<String>> live = new TreeMap<>();

  FollowedLedger(DatabaseVendor vendor) {
    database = LedgerDatabase.fresh(vendor, Views.MIGRATIONS);
    ledger = new TestLedger(database);
    jdbc = new JdbcTemplate(database.application());
    var settings = new ProcessingSettings(4, 100, 2, Duration.ofSeconds(10));
    try (var views = ledger.follow(Views.all(), settings)) {
      views.start();
      stories = new Stories(ledger);
      services = new ServiceStories(ledger);
      ChanceHistory.write(ledger, Long.getLong(SEED, System.nanoTime()), CUSTOMERS, STEPS);
      for (var view : views.names()) {
        assertThat(views.position(view).await(ledger.head(), PATIENCE)).as(view).isTrue();
        assertThat(views.deadLetters(view)).as("dead letters of %s", view).isZero();
      }
    }
    Views.all().forEach(projection -> live.putAll(rows(projection)));
  }

  public TestLedger ledger() {
    return ledger;
  }

  public Stories stories() {
    return stories;
  }

  public ServiceStories services() {
    return services;
  }

  public JdbcTemplate jdbc() {
    return jdbc;
  }

  /// The rows of a view, and of its past, as they were when it had followed the ledger to its end.
  public Map<String, List<String>> rowsWhenFollowed(Projection projection) {
    var rows = new TreeMap<String, List<String>>();
    projection
        .tables()
        .forEach(
            table -> {
              rows.put(table.name(), live.get(table.name()));
              table.past().ifPresent(past -> rows.put(past, live.get(past)));
            });
    return rows;
  }

  /// The rows of a view, and of its past, as they are now.
  public Map<String, List<String>> rows(Projection projection) {
    var rows = new TreeMap<String, List<String>>();
    projection
        .tables()
        .forEach(
            table -> {
              rows.put(table.name(), rows(table));
              table.past().ifPresent(past -> rows.put(past, pastRows(table, past)));
            });
    return rows;
  }

  private List<String> pastRows(Table<?, ?> table, String past) {
    return jdbc
        .query(
            "select " + table.columnNames() + ", until_position from " + past,
            (result, _) ->
                table.read(new Cells(result)) + " until " + result.getLong("until_position"))
        .stream()
        .sorted()
        .toList();
  }

  private List<String> rows(Table<?, ?> table) {
    return jdbc
        .query(
            "select " + table.columnNames() + " from " + table.name(),
            (result, _) -> table.read(new Cells(result)).toString())
        .stream()
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    ledger.close();
    database.close();
  }

  @Override
  public String toString() {
    return database.toString();
  }
}
