package org.planledger.api.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.planledger.api.LedgerApplication;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.PassingFolder;
import org.planledger.core.store.testing.PostgresServer;
import org.planledger.projections.processing.ViewProcessors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole program, running in this process on a port of its own and a database of its own.
public final class LedgerServer implements AutoCloseable {

  /// The key that serials are hashed with on every test's PostgreSQL ledger.
  public static final String SERIAL_KEY = "7e57".repeat(16);

  /// The key that checkpoints are signed with on every test's PostgreSQL ledger.
  private static final String SIGNING_KEY = "5eed".repeat(16);

  private static final Duration VIEWS_WAIT = Duration.ofSeconds(30);

  private final DatabaseVendor vendor;
  private final ConfigurableApplicationContext context;

  private LedgerServer(DatabaseVendor vendor, ConfigurableApplicationContext context) {
    this.vendor = vendor;
    this.context = context;
  }

  /// Starts a ledger that is empty, unless the arguments say otherwise.
  ///
  /// @param arguments as they would stand on the command line, such as
  ///     `--spring.profiles.active=demonstration`
  public static LedgerServer start(DatabaseVendor vendor, String... arguments) {
    return start(vendor, settings(vendor), arguments);
  }

  /// Starts a ledger on a database that is there already.
  ///
  /// @param database the settings of [#settings(DatabaseVendor)]
  public static LedgerServer start(
      DatabaseVendor vendor, List<String> database, String... arguments) {
    List<String> all = new ArrayList<>(database);
    all.add("--server.port=0");
    // A test that wants a sweep asks for one.
    all.add("--ledger.sweep.enabled=false");
    all.add("--ledger.verification.enabled=false");
    all.addAll(List.of(arguments));
    SpringApplication program = new SpringApplication(LedgerApplication.class);
    // The test that starts it ends it, before the database goes.
    program.setRegisterShutdownHook(false);
    return new LedgerServer(vendor, program.run(all.toArray(String[]::new)));
  }

  /// The settings of a new, empty database, which several servers may use one after the other.
  public static List<String> settings(DatabaseVendor vendor) {
    return switch (vendor) {
      case H2 -> onH2In(PassingFolder.create("ledger-server"));
      case POSTGRESQL -> {
        PostgresServer server = PostgresServer.shared();
        yield onPostgres(server.url(server.createDatabase()));
      }
    };
  }

  /// The settings of an embedded ledger in a folder.
  public static List<String> onH2In(Path folder) {
    return List.of("--ledger.data.folder=" + folder);
  }

  /// The settings of a ledger in a PostgreSQL database, whose server asks for no password.
  public static List<String> onPostgres(String url) {
    return List.of(
        "--ledger.database.url=" + url,
        "--ledger.database.owner.user=" + LedgerDatabase.OWNER,
        "--ledger.database.application.user=" + LedgerDatabase.APPLICATION,
        "--ledger.serial.key=" + SERIAL_KEY,
        "--ledger.signing.key=" + SIGNING_KEY,
        "--ledger.evidence.folder=" + PassingFolder.create("ledger-server").resolve("checkpoints"),
        // Tests tell of days long past.
        "--ledger.requests.back=36500d");
  }

  public DatabaseVendor vendor() {
    return vendor;
  }

  /// Where it listens.
  public int port() {
    return ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  /// Speaks to it, as nobody in particular.
  public LedgerHttp http() {
    return new LedgerHttp("http://localhost:" + port());
  }

  /// A part of the program, for tests that look behind HTTP.
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /// Waits until every view has seen all that is recorded by now.
  public void awaitViews() {
    long head = part(LedgerEvents.class).head();
    ViewProcessors views = part(ViewProcessors.class);
    for (String view : views.names()) {
      if (!views.position(view).await(head, VIEWS_WAIT)) {
        throw new AssertionError(
            "The view " + view + " has not come to position " + head + " in " + VIEWS_WAIT);
      }
    }
  }

  /// Ends the program, as a signal would.
  @Override
  public void close() {
    context.close();
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
