package org.planledger.projections.processing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.planledger.core.axon.LedgerSerializer;
import org.planledger.core.store.AxonSchemas;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.page.ViewPosition;
import org.planledger.projections.sets.LiveSets;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// The processors of all views of one process. Each view follows the ledger on its own: its place,
/// its rows and its dead letters are stored in one transaction, and a view that stands still holds
/// no other back.
///
/// An event that a projection cannot digest goes to the dead letters of its view, and later events
/// of the same stream follow it there, in order; all other streams go on. What fails for another
/// reason, such as a database that cannot be reached, is tried again until it works.
public final class ViewProcessors implements AutoCloseable {

  private static final int COORDINATOR_THREADS = 2;
  private static final int LETTERS_READ_AT_A_TIME = 100;

  /// One view with all that follows the ledger for it.
  private record Running(
      PooledStreamingEventProcessor processor,
      DeadLetteringEventHandlerInvoker invoker,
      SequencedDeadLetterQueue<EventMessage<?>> deadLetters) {}

  private final ProcessingSettings settings;
  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final Serializer eventSerializer;
  private final Serializer tokenSerializer = LedgerSerializer.general();
  private final JdbcTemplate jdbc;
  private final LiveSets sets;
  private final TransactionManager transactions;
  private final ConnectionProvider connections;
  private final TokenStore tokens;
  private final ScheduledExecutorService coordinators;
  private final ScheduledExecutorService workers;
  private final Map<String, Running> running = new LinkedHashMap<>();

  /// Puts the processors together; none runs before [#start].
  ///
  /// @param events the ledger's events, from a stream that wakes its readers
  /// @param eventSerializer how events become bytes, for dead letters
  /// @param dataSource connects as the application's user, with auto-commit on
  /// @param nodeId names this process among all that share the database, and no other
  public ViewProcessors(
      List<Projection> projections,
      StreamableMessageSource<TrackedEventMessage<?>> events,
      Serializer eventSerializer,
      DataSource dataSource,
      String nodeId,
      ProcessingSettings settings) {
    this.settings = settings;
    this.events = events;
    this.eventSerializer = eventSerializer;
    this.jdbc = new JdbcTemplate(dataSource);
    this.sets = new LiveSets(dataSource, projections);
    this.transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
    this.connections = new TransactionAwareDataSourceProxy(dataSource)::getConnection;
    this.tokens =
        JdbcTokenStore.builder()
            .connectionProvider(connections)
            .serializer(tokenSerializer)
            .schema(AxonSchemas.tokens())
            .contentType(byte[].class)
            .nodeId(nodeId)
            .claimTimeout(settings.claimTimeout())
            .build();
    this.coordinators = threads(COORDINATOR_THREADS, "view-coordinator-");
    this.workers = threads(settings.workerThreads(), "view-worker-");
    projections.forEach(projection -> running.put(projection.name(), assemble(projection)));
  }

  private static ScheduledExecutorService threads(int number, String name) {
    return Executors.newScheduledThreadPool(
        number, Thread.ofPlatform().daemon().name(name, 1).factory());
  }

  private Running assemble(Projection projection) {
    var deadLetters = deadLetterQueue(projection.name());
    var handler = new ProjectionHandler(projection, sets);
    var invoker =
        DeadLetteringEventHandlerInvoker.builder()
            .eventHandlers(handler)
            // Every row is written by the events of one stream, so a stream is what stays in order.
            .sequencingPolicy(SequentialPerAggregatePolicy.instance())
            .queue(deadLetters)
            .transactionManager(transactions)
            .allowReset(true)
            .enableSequenceIdentifierCache()
            .build();
    var processor =
        PooledStreamingEventProcessor.builder()
            .name(projection.name())
            .eventHandlerInvoker(invoker)
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(events)
            .tokenStore(tokens)
            .transactionManager(transactions)
            .coordinatorExecutor(coordinators)
            .workerExecutor(workers)
            .initialSegmentCount(settings.segments())
            .initialToken(_ -> at(0))
            .batchSize(settings.batchEvents())
            .tokenClaimInterval(settings.claimTimeout().toMillis() / 2)
            .claimExtensionThreshold(settings.claimTimeout().toMillis() / 2)
            .build();
    // Outside of the invoker, which would park the event: the batch is tried again instead.
    processor.registerHandlerInterceptor(
        (unit, events) -> {
          handler.takeHold(unit.getMessage());
          return events.proceed();
        });
    return new Running(processor, invoker, deadLetters);
  }

  private SequencedDeadLetterQueue<EventMessage<?>> deadLetterQueue(String view) {
    var schema = AxonSchemas.deadLetters();
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(view)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .schema(schema)
        .genericSerializer(tokenSerializer)
        .eventSerializer(eventSerializer)
        .pageSize(LETTERS_READ_AT_A_TIME)
        .statementFactory(
            new PagedDeadLetterStatements(
                schema, tokenSerializer, eventSerializer, LETTERS_READ_AT_A_TIME))
        .build();
  }

  private static TrackingToken at(long position) {
    return GapAwareTrackingToken.newInstance(position, List.of());
  }

  /// Lets every view follow the ledger from where it stopped, or from the beginning.
  public void start() {
    running.values().forEach(view -> view.processor().start());
  }

  /// The names of the views, with their versions.
  public Set<String> names() {
    return Set.copyOf(running.keySet());
  }

  /// How far a view has come; of several views, how far all of them have.
  public ViewPosition position(String... views) {
    var client = JdbcClient.create(jdbc);
    var positions =
        Arrays.stream(views)
            .map(
                view ->
                    new ProcessorPosition(theView(view).processor(), new StoredPositions(client)))
            .toList();
    return () -> positions.stream().mapToLong(ViewPosition::seen).min().orElse(0);
  }

  /// The processor of a view, to watch it.
  public StreamingEventProcessor processor(String view) {
    return theView(view).processor();
  }

  /// How many events a view could not digest, those that wait behind them included.
  public long deadLetters(String view) {
    return theView(view).deadLetters().size();
  }

  /// Tries the dead letters of a view again, stream by stream, until each has been tried once.
  ///
  /// @return how many are left
  long retryDeadLetters(String view) {
    var queue = theView(view).deadLetters();
    for (long sequence = queue.amountOfSequences(); sequence > 0; sequence--) {
      theView(view).invoker().processAny();
    }
    return queue.size();
  }

  /// Tries the dead letters of one stream again.
  ///
  /// @param streamId the id of the plan or device they belong to
  /// @return whether there were any, and all of them are digested now
  boolean retryDeadLetters(String view, String streamId) {
    return theView(view).invoker().process(letter -> streamId.equals(streamOf(letter.message())));
  }

  private static String streamOf(EventMessage<?> message) {
    return message instanceof DomainEventMessage<?> event ? event.getAggregateIdentifier() : "";
  }

  /// Empties a view, its dead letters too, and lets it follow the ledger from the beginning. The
  /// view must run in no other process.
  public void reset(String view) {
    var processor = theView(view).processor();
    processor.shutDown();
    processor.resetTokens();
    processor.start();
  }

  /// Lets a view that was folded up to a position go on from there. It must never have run.
  void adopt(String view, long position) {
    var name = theView(view).processor().getName();
    transactions.executeInTransaction(
        () -> tokens.initializeTokenSegments(name, settings.segments(), at(position)));
  }

  /// Stops every view after the batch in hand.
  @Override
  public void close() {
    var stopped =
        running.values().stream()
            .map(view -> view.processor().shutdownAsync())
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(stopped).join();
    coordinators.shutdown();
    workers.shutdown();
  }

  private Running theView(String name) {
    var view = running.get(name);
    if (view == null) {
      throw new IllegalArgumentException("there is no view " + name + " but " + running.keySet());
    }
    return view;
  }
}
