package org.planledger.core.axon;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.planledger.core.json.CommandCatalogue;
import org.planledger.core.store.AggregateCache;
import org.planledger.core.store.ConflictRetryScheduler;
import org.planledger.core.store.LedgerEventStore;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.StreamLocks;
import org.planledger.core.store.Unit;
import org.planledger.core.terms.TermsBook;

/// The shell of one process, put together: the command bus with its one handler, the repositories
/// with their locks and caches, the event store, and the door to all of it.
public final class LedgerShell implements AutoCloseable {

  private final CommandBus commandBus;
  private final LedgerEventStore eventStore;
  private final LedgerSerializer serializer;
  private final EventDecoder decoder;
  private final PlanLedger ledger;
  private final ScheduledExecutorService timer;

  private LedgerShell(Configuration configuration) {
    var store = configuration.store;
    serializer = new LedgerSerializer();
    eventStore = store.eventStore(serializer, Upcasters.chain());
    decoder = new EventDecoder(serializer, Upcasters.chain());
    commandBus =
        SimpleCommandBus.builder()
            .transactionManager(store.transactionManager())
            .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
            .build();
    subscribe(configuration);
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("command-retry-timer").factory());
    var gateway =
        DefaultCommandGateway.builder()
            .commandBus(commandBus)
            .retryScheduler(new ConflictRetryScheduler(timer))
            .build();
    var histories = new Histories(store.events(), decoder);
    ledger = new PlanLedger(gateway, store.attempts(), histories, configuration.terms);
  }

  /// One handler under the name of every command.
  private void subscribe(Configuration configuration) {
    var locks = StreamLocks.pessimistic();
    var policy = configuration.cachePolicy;
    var plans =
        LedgerRepository.of(
            PlanAggregate.class, eventStore, locks, configuration.planCache, policy);
    var devices =
        LedgerRepository.of(
            DeviceAggregate.class, eventStore, locks, configuration.deviceCache, policy);
    var handler =
        new PlanCommandHandler(
            plans,
            devices,
            configuration.terms,
            configuration.store.attempts()::byKey,
            Unit::current);
    CommandCatalogue.commands()
        .forEach(command -> commandBus.subscribe(command.getName(), handler));
  }

  /// Begins to put a shell together around a store.
  public static Configuration configure(LedgerStore store, TermsBook terms) {
    return new Configuration(store, terms);
  }

  /// The door.
  public PlanLedger ledger() {
    return ledger;
  }

  /// The bus that commands travel on, for interceptors that watch it.
  public CommandBus commandBus() {
    return commandBus;
  }

  /// The events as Axon's processors read them.
  public LedgerEventStore eventStore() {
    return eventStore;
  }

  /// How events become bytes.
  public LedgerSerializer serializer() {
    return serializer;
  }

  /// Reads the rows of stored events.
  public EventDecoder decoder() {
    return decoder;
  }

  /// Stops repeating commands that met a conflict. The store is closed by whoever opened it.
  @Override
  public void close() {
    timer.shutdownNow();
  }

  /// What a shell can be told. Whatever is not told has a value that serves one process well.
  public static final class Configuration {

    private static final int CACHED_PLANS = 20_000;
    private static final int CACHED_DEVICES = 20_000;

    private final LedgerStore store;
    private final TermsBook terms;
    private CachePolicy cachePolicy = CachePolicy.LOCAL;
    private Cache planCache = new AggregateCache(CACHED_PLANS);
    private Cache deviceCache = new AggregateCache(CACHED_DEVICES);

    private Configuration(LedgerStore store, TermsBook terms) {
      this.store = store;
      this.terms = terms;
    }

    /// How far the caches are trusted: [CachePolicy#TAIL] wherever several processes write.
    public Configuration cachePolicy(CachePolicy chosen) {
      cachePolicy = chosen;
      return this;
    }

    /// How many plans and devices stay in memory at most; both at least one.
    public Configuration caches(int plans, int devices) {
      planCache = new AggregateCache(plans);
      deviceCache = new AggregateCache(devices);
      return this;
    }

    public LedgerShell start() {
      return new LedgerShell(this);
    }
  }
}
