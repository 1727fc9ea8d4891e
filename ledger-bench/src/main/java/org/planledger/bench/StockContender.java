package org.planledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.Repository;
import org.planledger.core.axon.LedgerSerializer;
import org.planledger.core.axon.Submission;
import org.planledger.core.json.CommandCatalogue;
import org.planledger.core.json.TermsFile;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.terms.TermsBook;

/// The framework as its manual sets it up on plain JDBC: its storage engine, its event store, its
/// repositories with their locks, a command bus whose unit of work commits one transaction per
/// command. Rules, commands, stored bytes and the table of attempts are the same as ours.
///
/// What it is spared: resolving conflicts goes by the SQL state, as it should on both databases,
/// and no snapshots are taken, because streams are short.
final class StockContender extends PlanContender {

  private final LedgerDatabase database;
  private final HikariDataSource pool;
  private final Disk disk;
  private final CommandGateway gateway;

  StockContender(LedgerDatabase database, int connections, int plans, boolean cached) {
    super(plans);
    this.database = database;
    this.disk = Disk.of(database.vendor());
    StockTables.create(database);
    this.pool = Pools.of(database.owner(), connections, false);
    var connectionOfTheUnit =
        new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool));
    var events = eventStore(connectionOfTheUnit);
    var terms = new TermsBook(TermsFile.released(), Map.of());
    var handler =
        new StockCommandHandler(
            repository(StockPlan.class, events, cached),
            repository(StockDevice.class, events, cached),
            new StockAttempts(connectionOfTheUnit),
            terms);
    CommandBus bus = SimpleCommandBus.builder().build();
    CommandCatalogue.commands().forEach(command -> bus.subscribe(command.getName(), handler));
    this.gateway = DefaultCommandGateway.builder().commandBus(bus).build();
  }

  private static EventStore eventStore(ConnectionProvider connections) {
    var serializer = new LedgerSerializer();
    var engine = JdbcEventStorageEngine.builder();
    engine
        .connectionProvider(connections)
        .transactionManager(NoTransactionManager.INSTANCE)
        .persistenceExceptionResolver(new SQLStateResolver("23505"))
        .eventSerializer(serializer)
        .snapshotSerializer(serializer);
    return EmbeddedEventStore.builder().storageEngine(engine.build()).build();
  }

  private static <T> Repository<T> repository(Class<T> type, EventStore events, boolean cached) {
    var repository = EventSourcingRepository.builder(type).eventStore(events);
    if (cached) {
      repository.cache(new WeakReferenceCache());
    }
    return repository.build();
  }

  @Override
  int store(Submission submission) {
    int events = seed(submission);
    if (disk == Disk.FORCED_BY_CHECKPOINT) {
      try (var connection = pool.getConnection()) {
        disk.force(connection);
      } catch (SQLException e) {
        throw new IllegalStateException("the file was not forced: " + e.getMessage(), e);
      }
    }
    return events;
  }

  @Override
  int seed(Submission submission) {
    Integer events =
        gateway.sendAndWait(
            new GenericCommandMessage<>(
                new GenericMessage<>(submission), submission.command().getClass().getName()));
    if (events == null) {
      throw new IllegalStateException("interrupted while waiting for the framework");
    }
    return events;
  }

  @Override
  public void verify() {
    var stored = new StoredRows(database.owner());
    stored.requireCount(StockAttempts.TABLE, acknowledged().commands());
    stored.requireCount(StockTables.EVENTS, acknowledged().events());
    stored.requireGaplessStreams(StockTables.EVENTS, "aggregateIdentifier", "sequenceNumber");
  }

  @Override
  public void close() {
    pool.close();
  }
}
