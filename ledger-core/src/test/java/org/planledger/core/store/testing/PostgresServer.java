package org.planledger.core.store.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL server of the tests' own. It forces the disk at every commit, as one in
/// production does; the embedded server would not by default, and tests of crashes would prove
/// nothing.
public final class PostgresServer implements AutoCloseable {

  private static final String SUPERUSER = "postgres";
  private static final long RECOVERY_SECONDS = 60;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path dataDirectory;
  private final EmbeddedPostgres server;
  private List<String> killed = List.of();

  private PostgresServer(Path dataDirectory, int port, boolean throwAway) {
    this.dataDirectory = dataDirectory;
    try {
      var builder = EmbeddedPostgres.builder();
      settings().forEach(builder::setServerConfig);
      this.server =
          builder
              .setDataDirectory(dataDirectory)
              .setCleanDataDirectory(throwAway)
              .setPort(port)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setLocaleConfig("locale", "C")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  /// What the system property asks of the server beyond its defaults, as in
  /// `shared_buffers=2GB,max_wal_size=4GB`: a server of its default size writes out pages all the
  /// time once there is more data than a test makes.
  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (String setting : System.getProperty("postgres.settings", "").split(",", -1)) {
      String[] parts = setting.split("=", 2);
      if (parts.length == 2) {
        settings.put(parts[0], parts[1]);
      }
    }
    return settings;
  }

  /// The one that all tests of this process share. It ends with the process.
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final PostgresServer SERVER = startShared();

    private static PostgresServer startShared() {
      try {
        PostgresServer server =
            new PostgresServer(Files.createTempDirectory("ledger-postgres"), 0, true);
        server.createRoles();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A server of one's own, to be killed and started again. Its data stays when it is closed.
  public static PostgresServer start(Path dataDirectory) {
    PostgresServer server = new PostgresServer(dataDirectory, 0, false);
    server.createRoles();
    return server;
  }

  public int port() {
    return server.getPort();
  }

  /// Kills the server and all its processes at once, without giving them the chance to write
  /// anything more, and waits until they are gone.
  public void kill() {
    ProcessHandle postmaster = ProcessHandle.of(postmasterId()).orElseThrow();
    killed = commandOf(postmaster);
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(postmaster), postmaster.descendants().toList().stream()).toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
  }

  /// Starts the server again after it was killed, on its data and its port, and waits until it
  /// has recovered. PostgreSQL refuses for as long as a process that it had only just forked still
  /// holds its memory, so it is started until it stays, as a supervisor would.
  public void restart() throws InterruptedException {
    long deadline = System.nanoTime() + RECOVERY_SECONDS * 1_000_000_000L;
    try {
      Path log = Files.createTempFile("ledger-postgres-restart", ".log");
      while (!recovers(startAgain(log), deadline)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "PostgreSQL does not start again: " + Files.readString(log));
        }
      }
      Files.delete(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process startAgain(Path log) throws IOException {
    return new ProcessBuilder(killed)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private boolean recovers(Process postmaster, long deadline) throws InterruptedException {
    while (!answers()) {
      if (postmaster.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        return false;
      }
    }
    return true;
  }

  private boolean answers() {
    try (Connection connection = dataSource(SUPERUSER, "postgres").getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      // It is still recovering.
      return false;
    }
  }

  /// PostgreSQL refuses to run as root, so where the tests do, it gets a user of its own.
  private static List<String> commandOf(ProcessHandle process) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(process.info().command().orElseThrow());
    command.addAll(List.of(process.info().arguments().orElseThrow()));
    return command;
  }

  private long postmasterId() {
    try (Stream<String> lines = Files.lines(dataDirectory.resolve("postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes an empty database that belongs to [LedgerDatabase#OWNER].
  ///
  /// @return its name
  public String createDatabase() {
    String name = "ledger_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    asSuperuser("create database " + name + " owner " + LedgerDatabase.OWNER);
    return name;
  }

  void dropDatabase(String name) {
    asSuperuser("drop database " + name + " with (force)");
  }

  private void createRoles() {
    asSuperuser("create role " + LedgerDatabase.OWNER + " login");
    asSuperuser("create role " + LedgerDatabase.APPLICATION + " login");
  }

  /// Runs a statement with all rights, outside any ledger.
  public void asSuperuser(String sql) {
    try (Connection connection = dataSource(SUPERUSER, "postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + sql, e);
    }
  }

  /// Connections as a user to a database, each opened anew.
  public PGSimpleDataSource dataSource(String user, String database) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url(database));
    dataSource.setUser(user);
    return dataSource;
  }

  PGConnectionPoolDataSource poolable(String user, String database) {
    PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
    dataSource.setUrl(url(database));
    dataSource.setUser(user);
    return dataSource;
  }

  /// The JDBC URL of a database; it asks for no password.
  public String url(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
