package org.planledger.core.store;

import static org.planledger.core.store.StreamType.DEVICE;
import static org.planledger.core.store.StreamType.PLAN;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.h2.jdbcx.JdbcDataSource;
import org.planledger.core.store.testing.LedgerDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/// A program that sends commands without end and writes a line for each that was acknowledged:
/// `client key first last`. It stops when its input ends.
///
/// Arguments: the database's URL, and for each thread the number of the first command to send.
/// A command whose outcome is unknown is repeated with its key, as a client would.
final class AcknowledgingWriter {

  private static final int STREAMS_PER_THREAD = 5;

  private final LedgerStore store;
  private final PrintStream acknowledgements;
  private final CommandSide commands;
  private final AtomicBoolean stopping = new AtomicBoolean();

  private AcknowledgingWriter(LedgerStore store, PrintStream acknowledgements) {
    this.store = store;
    this.acknowledgements = acknowledgements;
    this.commands = new CommandSide(store);
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream acknowledgements = System.out;
    // Whatever logs, logs elsewhere: a line here is an acknowledgement.
    System.setOut(System.err);
    String url = arguments[0];
    DataSource application = dataSource(url, LedgerDatabase.APPLICATION);
    DataSource owner = dataSource(url, LedgerDatabase.OWNER);
    DatabaseVendor vendor = DatabaseVendor.of(application);
    try (LedgerStore store = LedgerStore.open(application, owner, StoreSettings.defaults(vendor))) {
      AcknowledgingWriter writer = new AcknowledgingWriter(store, acknowledgements);
      List<Thread> threads = new ArrayList<>();
      for (int i = 1; i < arguments.length; i++) {
        String client = "client-" + i;
        int first = Integer.parseInt(arguments[i]);
        threads.add(Thread.ofPlatform().start(() -> writer.write(client, first)));
      }
      while (System.in.read() >= 0) {
        // Only the end of the input matters.
      }
      writer.stopping.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private static DataSource dataSource(String url, String user) {
    if (url.startsWith("jdbc:h2:")) {
      JdbcDataSource dataSource = new JdbcDataSource();
      dataSource.setURL(url);
      dataSource.setUser(user);
      dataSource.setPassword(LedgerDatabase.passwordOf(user));
      return dataSource;
    }
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user);
    return dataSource;
  }

  private void write(String client, int first) {
    for (int n = first; !stopping.get(); n++) {
      PositionSpan positions = untilAcknowledged(client, n);
      if (positions != null) {
        String line = client + " " + n + " " + positions.first() + " " + positions.last();
        // One call writes one line, whole or not at all.
        acknowledgements.println(line);
      }
    }
  }

  /// Repeats a command until its fate is known; null if the program is to stop before.
  private PositionSpan untilAcknowledged(String client, int n) {
    while (!stopping.get()) {
      try {
        return send(client, n).positions();
      } catch (DuplicateIdempotencyKeyException e) {
        return store.attempts().byKey(client, "key-" + n).orElseThrow().positions();
      } catch (ConcurrencyException | LedgerStoreException e) {
        // The server is down or was: a client would try again, and so does this one.
        Thread.onSpinWait();
      }
    }
    return null;
  }

  private Receipt send(String client, int n) {
    String plan = client + "-plan-" + n % STREAMS_PER_THREAD;
    String device = client + "-device";
    return commands
        .send(
            work -> {
              work.note(PLAN, plan, store.events().lastSequence(plan).orElse(-1L) + 1, "n " + n);
              if (n % 4 == 0) {
                long next = store.events().lastSequence(device).orElse(-1L) + 1;
                work.note(DEVICE, device, next, "n " + n);
              }
              work.add(CommandSide.attempt(client, "key-" + n, plan, AttemptOutcome.ACCEPTED));
            })
        .receipt();
  }

  /// Where the database of a folder is, as this program takes it.
  static String h2Url(Path folder) {
    try (LedgerDatabase database = LedgerDatabase.h2In(folder)) {
      return database.url();
    }
  }
}
