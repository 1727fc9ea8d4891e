package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.planledger.core.store.StreamType.PLAN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

@OnEachDatabase
class WakingReadersTest {

  private static final int EVENTS = 60;
  private static final long MEDIAN_LAG_BOUND_MILLIS = 50;
  private static final long WAIT_SECONDS = 20;

  private final LedgerDatabase database;
  private final LedgerStore store;
  private final CommandSide commands;

  WakingReadersTest(LedgerDatabase database) {
    this.database = database;
    this.store = database.openStore();
    this.commands = new CommandSide(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /// When an event's text came to an event handler.
  public record Seen(String text, long nanoTime) {}

  @Test
  void a_pooled_processor_sees_an_event_within_50_milliseconds_of_its_append() throws Exception {
    BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    PooledStreamingEventProcessor processor = processor(seen, threads);
    processor.start();
    try {
      note("lag-p", 0);
      assertThat(next(seen).text()).isEqualTo("lag-p 0");
      long[] lagMicros = new long[EVENTS];
      for (int i = 1; i <= EVENTS; i++) {
        note("lag-p", i);
        long stored = System.nanoTime();
        Seen event = next(seen);
        assertThat(event.text()).isEqualTo("lag-p " + i);
        lagMicros[i - 1] = TimeUnit.NANOSECONDS.toMicros(event.nanoTime() - stored);
      }
      Arrays.sort(lagMicros);
      System.out.printf(
          "Lag of a pooled processor on %s in ms: median %.1f, worst %.1f%n",
          database, lagMicros[EVENTS / 2] / 1_000.0, lagMicros[EVENTS - 1] / 1_000.0);
      assertThat(lagMicros[EVENTS / 2])
          .isLessThan(TimeUnit.MILLISECONDS.toMicros(MEDIAN_LAG_BOUND_MILLIS));
    } finally {
      processor.shutDown();
      threads.shutdownNow();
    }
  }

  /// A view that only takes the time.
  public record Watching(BlockingQueue<Seen> seen) {
    @EventHandler
    public void on(CommandSide.Noted event) {
      seen.add(new Seen(event.text(), System.nanoTime()));
    }
  }

  private PooledStreamingEventProcessor processor(
      BlockingQueue<Seen> seen, ScheduledExecutorService threads) {
    return PooledStreamingEventProcessor.builder()
        .name("lag")
        .messageSource(commands.eventStore())
        .eventHandlerInvoker(
            SimpleEventHandlerInvoker.builder().eventHandlers(new Watching(seen)).build())
        .errorHandler(PropagatingErrorHandler.INSTANCE)
        .tokenStore(new InMemoryTokenStore())
        .transactionManager(NoTransactionManager.INSTANCE)
        .coordinatorExecutor(threads)
        .workerExecutor(threads)
        .initialSegmentCount(4)
        .batchSize(100)
        .initialToken(source -> source.createHeadToken())
        .build();
  }

  private static Seen next(BlockingQueue<Seen> seen) throws InterruptedException {
    Seen event = seen.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    assertThat(event).as("an event within %s s", WAIT_SECONDS).isNotNull();
    return event;
  }

  private Unit note(String stream, long sequence) {
    return commands.send(work -> work.note(PLAN, stream, sequence, stream + " " + sequence));
  }

  @Test
  void a_stream_reads_the_ledger_in_order_from_any_token_on_and_then_waits_for_more()
      throws Exception {
    long start = store.events().head();
    try (TrackingEventStream stream =
        commands.eventStore().openStream(commands.eventStore().createHeadToken())) {
      assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(stream.peek()).isEmpty();
      // More than one page of the engine, so that the stream has to read on.
      IntStream.range(0, 250).forEach(i -> note("follow-p", i));

      List<Long> sequences = new ArrayList<>();
      List<Long> positions = new ArrayList<>();
      while (stream.hasNextAvailable()) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        sequences.add(((DomainEventMessage<?>) event).getSequenceNumber());
        positions.add(event.trackingToken().position().orElseThrow());
      }
      assertThat(sequences).isEqualTo(LongStream.range(0, 250).boxed().toList());
      assertThat(positions)
          .isEqualTo(LongStream.rangeClosed(start + 1, start + 250).boxed().toList());

      CompletableFuture<TrackedEventMessage<?>> waiting = new CompletableFuture<>();
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      waiting.complete(stream.nextAvailable());
                    } catch (InterruptedException e) {
                      waiting.completeExceptionally(e);
                    }
                  });
      note("follow-p", 250);
      EventMessage<?> last = waiting.get(WAIT_SECONDS, TimeUnit.SECONDS);
      assertThat(last.getPayload()).isEqualTo(new CommandSide.Noted("follow-p 250"));
      reader.join();
    }
  }

  @Test
  void a_closed_stream_has_nothing_and_calls_nobody() {
    TrackingEventStream stream = commands.eventStore().openStream(null);
    BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    assertThat(stream.setOnAvailableCallback(() -> calls.add("first"))).isTrue();
    assertThat(stream.setOnAvailableCallback(() -> calls.add("second"))).isTrue();
    note("closed-p", 0);
    assertThat(calls).containsExactly("second");

    stream.close();
    note("closed-p", 1);

    assertThat(calls).containsExactly("second");
    assertThat(stream.hasNextAvailable()).isFalse();
    assertThatIllegalStateException().isThrownBy(stream::nextAvailable);
  }

  @Test
  void a_stream_passes_over_whole_pages_that_an_upcaster_swallows() throws Exception {
    IntStream.range(0, 230).forEach(i -> note("swallow-p", i));
    EventUpcaster onlyTheLast =
        (Stream<IntermediateEventRepresentation> events) ->
            events.filter(event -> event.getSequenceNumber().orElseThrow() == 229);
    LedgerEventStore upcasting = store.eventStore(CommandSide.serializer(), onlyTheLast);

    try (TrackingEventStream stream = upcasting.openStream(null)) {
      TrackedEventMessage<?> event = stream.nextAvailable();
      while (!event.getPayload().equals(new CommandSide.Noted("swallow-p 229"))) {
        event = stream.nextAvailable();
      }
      assertThat(stream.hasNextAvailable()).isFalse();
    }
  }

  @Test
  void what_another_store_appends_to_the_same_database_is_noticed_too() throws Exception {
    StoreSettings watching =
        new StoreSettings(
            8, 8, 8, Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofMillis(20));
    try (LedgerStore other = LedgerStore.open(database.application(), database.owner(), watching);
        TrackingEventStream stream =
            new CommandSide(other)
                .eventStore()
                .openStream(commands.eventStore().createHeadToken())) {
      note("noticed-p", 0);

      assertThat(stream.hasNextAvailable((int) WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(stream.nextAvailable().getPayload())
          .isEqualTo(new CommandSide.Noted("noticed-p 0"));
    }
  }
}
