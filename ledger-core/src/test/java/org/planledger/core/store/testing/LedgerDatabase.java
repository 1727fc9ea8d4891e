package org.planledger.core.store.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.StoreSettings;

/// A migrated database of the tests' own, with its two users.
public final class LedgerDatabase implements AutoCloseable {

  /// The user that the migrations run as.
  public static final String OWNER = "ledger_owner";

  /// The user that the application works as.
  public static final String APPLICATION = "ledger_app";

  /// The store's own migrations.
  public static final String CORE_MIGRATIONS = "db/migration";

  private static final String OWNER_PASSWORD = "owner of a test";
  private static final String APPLICATION_PASSWORD = "guest of a test";
  private static final int POOLED_CONNECTIONS = 64;

  private final DatabaseVendor vendor;
  private final String url;
  private final DataSource owner;
  private final DataSource unpooled;
  private final JdbcConnectionPool pool;
  private final Runnable cleanUp;

  private LedgerDatabase(
      DatabaseVendor vendor,
      String url,
      DataSource owner,
      DataSource application,
      ConnectionPoolDataSource poolable,
      Runnable cleanUp) {
    this.vendor = vendor;
    this.url = url;
    this.owner = owner;
    this.unpooled = application;
    this.pool = JdbcConnectionPool.create(poolable);
    this.pool.setMaxConnections(POOLED_CONNECTIONS);
    this.cleanUp = cleanUp;
  }

  /// A new, empty, migrated database that disappears when it is closed: on the shared PostgreSQL
  /// server, or a file in a temporary folder.
  ///
  /// @param migrationFolders further folders of migrations besides the store's own, such as the
  ///     views'
  public static LedgerDatabase fresh(DatabaseVendor vendor, String... migrationFolders) {
    LedgerDatabase database =
        switch (vendor) {
          case H2 -> {
            Path folder = PassingFolder.create("ledger-h2");
            yield onH2(folder, () -> PassingFolder.delete(folder));
          }
          case POSTGRESQL -> {
            PostgresServer server = PostgresServer.shared();
            String name = server.createDatabase();
            yield onPostgres(server, name, () -> server.dropDatabase(name));
          }
        };
    database.migrate(migrationFolders);
    return database;
  }

  /// The H2 database in a folder, new or old; the folder stays when it is closed.
  public static LedgerDatabase h2In(Path folder) {
    return onH2(folder, () -> {});
  }

  /// A database on a server of one's own, new or old; it stays when it is closed.
  public static LedgerDatabase postgresOn(PostgresServer server, String name) {
    return onPostgres(server, name, () -> {});
  }

  private static LedgerDatabase onH2(Path folder, Runnable cleanUp) {
    // An interrupted thread closes H2's file under everybody's hands; `retry:` opens it again.
    String url = "jdbc:h2:retry:" + folder.resolve("ledger") + ";DB_CLOSE_ON_EXIT=FALSE";
    JdbcDataSource application = h2(url, APPLICATION, APPLICATION_PASSWORD);
    return new LedgerDatabase(
        DatabaseVendor.H2, url, h2(url, OWNER, OWNER_PASSWORD), application, application, cleanUp);
  }

  private static JdbcDataSource h2(String url, String user, String password) {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL(url);
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  private static LedgerDatabase onPostgres(PostgresServer server, String name, Runnable cleanUp) {
    return new LedgerDatabase(
        DatabaseVendor.POSTGRESQL,
        server.url(name),
        server.dataSource(OWNER, name),
        server.dataSource(APPLICATION, name),
        server.poolable(APPLICATION, name),
        cleanUp);
  }

  /// Brings the database up to date, as the owner.
  public void migrate(String... migrationFolders) {
    Flyway.configure()
        .dataSource(owner)
        .locations(
            Stream.concat(Stream.of(CORE_MIGRATIONS), Stream.of(migrationFolders))
                .map(vendor::migrationLocations)
                .flatMap(List::stream)
                .toArray(String[]::new))
        .placeholders(
            Map.of("application_role", APPLICATION, "application_password", APPLICATION_PASSWORD))
        .load()
        .migrate();
  }

  public DatabaseVendor vendor() {
    return vendor;
  }

  /// Where it is, for whoever connects by URL.
  public String url() {
    return url;
  }

  /// The password of a user of an H2 database; on PostgreSQL any will do.
  public static String passwordOf(String user) {
    return user.equals(OWNER) ? OWNER_PASSWORD : APPLICATION_PASSWORD;
  }

  /// New connections as the owner.
  public DataSource owner() {
    return owner;
  }

  /// Pooled connections as the application's user.
  public DataSource application() {
    return pool;
  }

  /// New connections as the application's user, for tests that break connections.
  public DataSource unpooledApplication() {
    return unpooled;
  }

  /// A store on it, with the usual limits; the caller closes it first.
  public LedgerStore openStore() {
    return LedgerStore.open(pool, owner, StoreSettings.defaults(vendor));
  }

  @Override
  public void close() {
    pool.dispose();
    cleanUp.run();
  }

  /// How a test names itself.
  @Override
  public String toString() {
    return switch (vendor) {
      case H2 -> "H2";
      case POSTGRESQL -> "PostgreSQL";
    };
  }
}
