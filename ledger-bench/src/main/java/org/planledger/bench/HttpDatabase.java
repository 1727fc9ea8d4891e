package org.planledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.PostgresServer;

/// A new database for a server in another process, and the folder that this process runs in.
sealed interface HttpDatabase extends AutoCloseable {

  static HttpDatabase fresh(DatabaseVendor vendor) {
    try {
      Path folder = Files.createTempDirectory("ledger-bench-http");
      return switch (vendor) {
        case H2 -> new InFiles(folder);
        case POSTGRESQL -> new OnServer(folder, PostgresServer.shared().createDatabase());
      };
    } catch (IOException e) {
      throw new UncheckedIOException("there is no place for the server", e);
    }
  }

  Path folder();

  /// What tells the ledger's server where its database is.
  List<String> ledgerArguments();

  /// What tells the trivial server where its database is, with its table in it.
  List<String> trivialArguments();

  /// Connects to the database of the ledger's server, when that has ended.
  DataSource ledgerOwner();

  /// Connects to the database of the trivial server, when that has ended.
  DataSource trivialOwner();

  @Override
  default void close() {
    new ThrownAway(folder()).close();
  }

  private static List<String> trivial(String url, String user) {
    return List.of(
        "--" + TrivialEndpoints.URL + "=" + url, "--" + TrivialEndpoints.USER + "=" + user);
  }

  /// Files in the folder: the embedded default of the ledger.
  record InFiles(Path folder) implements HttpDatabase {

    private static final String TRIVIAL_USER = "sa";

    @Override
    public List<String> ledgerArguments() {
      return List.of("--ledger.data.folder=" + data());
    }

    @Override
    public List<String> trivialArguments() {
      RawTable.create(trivialOwner());
      return trivial(url(folder.resolve("trivial")), TRIVIAL_USER);
    }

    @Override
    public DataSource ledgerOwner() {
      var secrets = new Properties();
      try (var reader = Files.newBufferedReader(data().resolve("secrets.properties"))) {
        secrets.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("the ledger has left no secrets", e);
      }
      return h2(
          data().resolve("ledger"), "ledger_owner", secrets.getProperty("owner-password", ""));
    }

    @Override
    public DataSource trivialOwner() {
      return h2(folder.resolve("trivial"), TRIVIAL_USER, "");
    }

    private Path data() {
      return folder.resolve("data");
    }

    private static DataSource h2(Path file, String user, String password) {
      var dataSource = new JdbcDataSource();
      dataSource.setURL(url(file));
      dataSource.setUser(user);
      dataSource.setPassword(password);
      return dataSource;
    }

    private static String url(Path file) {
      return "jdbc:h2:file:" + file;
    }
  }

  /// A database on the one PostgreSQL server.
  record OnServer(Path folder, String name) implements HttpDatabase {

    /// Any will do: this installation is gone when the run ends.
    private static final String SERIAL_KEY = "5e".repeat(32);

    @Override
    public List<String> ledgerArguments() {
      return List.of(
          "--ledger.database.url=" + PostgresServer.shared().url(name),
          "--ledger.serial.key=" + SERIAL_KEY,
          "--ledger.signing.key=" + SERIAL_KEY,
          "--ledger.evidence.folder=" + folder.resolve("checkpoints"),
          // The customers of the benchmark bought long ago.
          "--ledger.requests.back=P36500D");
    }

    @Override
    public List<String> trivialArguments() {
      RawTable.create(trivialOwner());
      return trivial(PostgresServer.shared().url(name), LedgerDatabase.OWNER);
    }

    @Override
    public DataSource ledgerOwner() {
      return PostgresServer.shared().dataSource(LedgerDatabase.OWNER, name);
    }

    @Override
    public DataSource trivialOwner() {
      return ledgerOwner();
    }

    @Override
    public void close() {
      HttpDatabase.super.close();
      PostgresServer.shared().asSuperuser("drop database " + name + " with (force)");
    }
  }
}
