package org.planledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.common.DateTimeUtils;
import org.planledger.core.axon.LedgerShell;
import org.planledger.core.axon.Outcome;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.json.TermsFile;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.StoreSettings;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.terms.TermsBook;

/// A long history, written by the ledger itself from real commands: every plan is sold with a
/// device and then linked and unlinked, and the events of all plans lie mixed over the whole log.
/// The framework gets a copy of the same bytes in its own table.
final class WrittenHistory {

  private static final int CLIENTS = 64;
  private static final int EVENTS_OF_A_SALE = 3;
  private static final int PAGE_EVENTS = 5_000;

  private static final String COPY =
      """
      insert into %s (aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData, payload,
             payloadRevision, payloadType, timeStamp)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
          .formatted(StockTables.EVENTS);

  private WrittenHistory() {}

  /// Writes it.
  ///
  /// @param plans how many plans
  /// @param eventsPerPlan how many events each has, those of its device included; at least 3
  /// @return how many events there are
  static long write(LedgerDatabase database, int plans, int eventsPerPlan)
      throws InterruptedException {
    try (var pool = Pools.of(database.unpooledApplication(), CLIENTS, true);
        var store =
            LedgerStore.open(pool, database.owner(), StoreSettings.defaults(database.vendor()));
        var shell =
            LedgerShell.configure(store, new TermsBook(TermsFile.released(), Map.of()))
                .caches(plans + 1, plans + 1)
                .start()) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> writers = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
          int number = client;
          writers.add(threads.submit(() -> write(shell.ledger(), number, plans, eventsPerPlan)));
        }
        for (var writer : writers) {
          Race.await(writer);
        }
      }
      new StoredRows(database.owner()).requireCount("ledger_event", (long) plans * eventsPerPlan);
      return store.events().head();
    }
  }

  /// Lives the lives of those plans that fall to this client.
  private static void write(PlanLedger ledger, int client, int plans, int eventsPerPlan) {
    var source = new PlanCommands(client);
    int[] mine = IntStream.range(0, plans).filter(i -> i % CLIENTS == client).toArray();
    PlanId[] ids = new PlanId[mine.length];
    long step = 0;
    for (int i : turns(mine.length, eventsPerPlan, client)) {
      step++;
      if (ids[i] == null) {
        var sale = source.sellWithDevice();
        ids[i] = sale.planId();
        accept(ledger, source, sale);
      } else {
        accept(ledger, source, source.link(ids[i], step));
      }
    }
  }

  /// Which plan's turn it is, as often as each has commands, in random order.
  private static List<Integer> turns(int plans, int eventsPerPlan, int seed) {
    int commandsPerPlan = 1 + eventsPerPlan - EVENTS_OF_A_SALE;
    List<Integer> turns = new ArrayList<>(plans * commandsPerPlan);
    for (int i = 0; i < commandsPerPlan; i++) {
      IntStream.range(0, plans).forEach(turns::add);
    }
    Collections.shuffle(turns, new Random(seed));
    return turns;
  }

  private static void accept(PlanLedger ledger, PlanCommands source, PlanCommand command) {
    if (!(ledger.submit(source.submission(command)) instanceof Outcome.Decided)) {
      throw new IllegalStateException("the ledger did not decide " + command);
    }
  }

  /// Copies it into the framework's own table, in the same order.
  static void copyToStock(LedgerDatabase database) {
    StockTables.create(database);
    var events = new LedgerEvents(database.owner());
    try (Connection connection = database.owner().getConnection();
        PreparedStatement insert = connection.prepareStatement(COPY)) {
      connection.setAutoCommit(false);
      var page = events.after(0, PAGE_EVENTS);
      while (!page.isEmpty()) {
        for (var event : page) {
          bind(insert, event);
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
        page = events.after(page.getLast().position(), PAGE_EVENTS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the events were not copied: " + e.getMessage(), e);
    }
  }

  private static void bind(PreparedStatement insert, EventRow event) throws SQLException {
    insert.setString(1, event.streamId());
    insert.setLong(2, event.sequence());
    insert.setString(3, event.streamType().name());
    insert.setString(4, event.eventId());
    insert.setBytes(5, event.metadata().toArray());
    insert.setBytes(6, event.payload().toArray());
    insert.setString(7, event.revision());
    insert.setString(8, event.type());
    insert.setString(9, DateTimeUtils.formatInstant(event.recordedAt()));
  }
}
