package org.planledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.planledger.core.axon.LedgerSerializer;
import org.planledger.core.store.AxonSchemas;
import org.planledger.core.store.testing.LedgerDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// The framework's way: a pooled streaming processor that follows its own event store from the
/// beginning, with a handler that writes a row for every event, and large batches, which is how it
/// is fastest.
final class PooledRebuilder implements Rebuilder {

  private static final int BATCH_EVENTS = 1_000;
  private static final int CONNECTIONS = 16;
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);

  private final HikariDataSource pool;
  private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);
  private final ScheduledExecutorService workers;
  private final EmbeddedEventStore events;
  private final TokenStore tokens;
  private final TransactionManager transactions;
  private final EventHandlerInvoker handlers;
  private final int segments;
  private final long last;

  /// @param segments into how many parts the streams are divided
  /// @param last the index of the last event
  PooledRebuilder(LedgerDatabase database, String table, int segments, long last) {
    this.segments = segments;
    this.last = last;
    this.workers = Executors.newScheduledThreadPool(segments);
    this.pool = Pools.of(database.owner(), CONNECTIONS, true);
    var shared = new TransactionAwareDataSourceProxy(pool);
    this.transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
    var serializer = new LedgerSerializer();
    var engine = JdbcEventStorageEngine.builder();
    engine
        .connectionProvider(shared::getConnection)
        .transactionManager(transactions)
        .persistenceExceptionResolver(new SQLStateResolver("23505"))
        .batchSize(BATCH_EVENTS)
        .eventSerializer(serializer)
        .snapshotSerializer(serializer);
    this.events = EmbeddedEventStore.builder().storageEngine(engine.build()).build();
    this.tokens =
        JdbcTokenStore.builder()
            .connectionProvider(shared::getConnection)
            .schema(AxonSchemas.tokens())
            .contentType(byte[].class)
            .serializer(LedgerSerializer.general())
            .build();
    this.handlers =
        SimpleEventHandlerInvoker.builder()
            .eventHandlers(new StockActivity(new JdbcTemplate(pool), table))
            .build();
  }

  @Override
  public void rebuild() throws InterruptedException {
    var processor =
        PooledStreamingEventProcessor.builder()
            // A name that no earlier round has left a token under.
            .name("activity-" + UUID.randomUUID())
            .eventHandlerInvoker(handlers)
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(events)
            .tokenStore(tokens)
            .transactionManager(transactions)
            .coordinatorExecutor(coordinator)
            .workerExecutor(workers)
            .initialSegmentCount(segments)
            .initialToken(source -> source.createTailToken())
            .batchSize(BATCH_EVENTS)
            .build();
    processor.start();
    try {
      await(processor);
    } finally {
      processor.shutDown();
    }
  }

  private void await(StreamingEventProcessor processor) throws InterruptedException {
    while (!done(processor)) {
      if (processor.isError() || Thread.interrupted()) {
        throw new InterruptedException("the processor did not get to the end");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private boolean done(StreamingEventProcessor processor) {
    var status = processor.processingStatus();
    return status.size() == segments
        && status.values().stream()
            .allMatch(segment -> segment.getCurrentPosition().orElse(-1) >= last);
  }

  @Override
  public void close() {
    events.shutDown();
    coordinator.shutdown();
    workers.shutdown();
    pool.close();
  }
}
