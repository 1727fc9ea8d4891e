package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.store.StreamType.PLAN;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConflictRetrySchedulerTest {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ConflictRetryScheduler scheduler = new ConflictRetryScheduler(timer);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  static Stream<RuntimeException> conflicts() {
    return Stream.of(
        new ConcurrencyException("lost"),
        new StreamConflictException(PLAN, "p", 3, new SQLException("x", "23505")),
        new DeadlockException("crossed"),
        new LockAcquisitionFailedException("too long"),
        LedgerStoreException.nothingStored(new SQLException("serialisation", "40001")),
        LedgerStoreException.nothingStored(new SQLException("deadlock", "40P01")),
        LedgerStoreException.nothingStored(new SQLException("lock time-out", "HYT00")),
        LedgerStoreException.nothingStored(chained("40P01")));
  }

  static Stream<RuntimeException> others() {
    return Stream.of(
        new IllegalArgumentException("a mistake"),
        new IllegalStateException("wraps", new ConcurrencyException("lost")),
        new OutcomeUnknownException(new SQLException("reset", "08006")),
        new OutcomeUnknownException(new SQLException("deadlock in the end", "40P01")),
        new LedgerBusyException(9),
        new DuplicateIdempotencyKeyException("c", "k", new SQLException("x", "23505")),
        LedgerStoreException.nothingStored(new SQLException("too long", "22001")),
        LedgerStoreException.nothingStored(new SQLException("stateless")));
  }

  private static SQLException chained(String state) {
    BatchUpdateException batch = new BatchUpdateException("batch", null, 0, new int[0]);
    batch.setNextException(new SQLException("row", state));
    return batch;
  }

  @ParameterizedTest
  @MethodSource("conflicts")
  void a_conflict_is_tried_again(RuntimeException conflict) throws Exception {
    CountDownLatch dispatched = new CountDownLatch(1);

    assertThat(schedule(conflict, 1, dispatched::countDown)).isTrue();
    assertThat(dispatched.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("others")
  void anything_else_is_not(RuntimeException failure) {
    assertThat(schedule(failure, 1, () -> {})).isFalse();
  }

  @Test
  void after_the_fifth_try_the_conflict_is_the_answer() {
    ConcurrencyException conflict = new ConcurrencyException("lost");

    assertThat(schedule(conflict, 4, () -> {})).isTrue();
    assertThat(schedule(conflict, 5, () -> {})).isFalse();
  }

  @Test
  void when_the_application_closes_the_conflict_is_the_answer() {
    timer.shutdownNow();

    assertThat(schedule(new ConcurrencyException("lost"), 1, () -> {})).isFalse();
  }

  private boolean schedule(RuntimeException failure, int failures, Runnable dispatch) {
    List<Class<? extends Throwable>[]> history = new ArrayList<>();
    for (int i = 0; i < failures; i++) {
      history.add(null);
    }
    return scheduler.scheduleRetry(
        GenericCommandMessage.asCommandMessage("a command"), failure, history, dispatch);
  }

  @Test
  void a_gateway_gets_the_answer_of_the_try_that_succeeds() throws Exception {
    assertThat(sendFailing(3).get(30, TimeUnit.SECONDS)).isEqualTo("try 4");
  }

  @Test
  void a_gateway_gets_the_conflict_of_the_fifth_try() {
    assertThat(sendFailing(5))
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(ConcurrencyException.class)
        .withMessageContaining("lost 5");
  }

  private CompletableFuture<Object> sendFailing(int times) {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    AtomicInteger tries = new AtomicInteger();
    bus.subscribe(
        String.class.getName(),
        message -> {
          int attempt = tries.incrementAndGet();
          if (attempt <= times) {
            throw new ConcurrencyException("lost " + attempt);
          }
          return "try " + attempt;
        });
    return DefaultCommandGateway.builder()
        .commandBus(bus)
        .retryScheduler(scheduler)
        .build()
        .send("a command");
  }
}
