package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitWriter.Outcome;

/// How callers share batches and are told of them, on a writer that does what a test says.
@Timeout(60)
class TakingTurnsTest {

  private static final Receipt STORED = new Receipt(null, List.of(), Map.of());

  private final List<Integer> batches = new ArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final List<Unit> told = new ArrayList<>();
  private Function<List<Unit>, List<Outcome>> behaviour = TakingTurnsTest::store;

  private final SharedCommits commits = SharedCommits.start(this::open, told::addAll, 4, 6);

  @AfterEach
  void close() {
    commits.close();
    assertThat(closed.get()).isEqualTo(opened.get());
  }

  private UnitWriter open() {
    opened.incrementAndGet();
    return new UnitWriter() {
      @Override
      public List<Outcome> write(List<Unit> units) {
        batches.add(units.size());
        return behaviour.apply(units);
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  private static List<Outcome> store(List<Unit> units) {
    return units.stream().<Outcome>map(unit -> new Outcome.Stored(STORED)).toList();
  }

  private static Unit unit() {
    Unit unit = new Unit();
    unit.add(new DeviceSerial("d", "s", "s"));
    return unit;
  }

  private CompletableFuture<Receipt> appending(Unit unit) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                result.complete(commits.append(unit));
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  /// Makes the first batch wait inside the writer.
  private CountDownLatch holdTheFirstBatch(CountDownLatch reached) {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    behaviour =
        units -> {
          if (calls.getAndIncrement() == 0) {
            reached.countDown();
            awaitQuietly(release);
          }
          return store(units);
        };
    return release;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitWaiting(int units) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (commits.waiting() < units) {
      assertThat(System.nanoTime()).as("%s units wait", units).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void a_lone_caller_writes_at_once_and_the_writer_is_opened_once() {
    Unit first = unit();
    assertThat(commits.append(first)).isEqualTo(STORED);
    assertThat(first.receipt()).isEqualTo(STORED);
    commits.append(unit());

    assertThat(batches).isEqualTo(List.of(1, 1));
    assertThat(opened.get()).isEqualTo(1);
    assertThat(told).hasSize(2);
  }

  @Test
  void those_who_wait_share_the_next_batches_up_to_their_bound() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch release = holdTheFirstBatch(reached);
    List<CompletableFuture<Receipt>> results = new ArrayList<>();
    results.add(appending(unit()));
    awaitQuietly(reached);
    for (int i = 1; i <= 6; i++) {
      results.add(appending(unit()));
    }
    awaitWaiting(6);
    release.countDown();
    for (CompletableFuture<Receipt> result : results) {
      assertThat(result.get(30, TimeUnit.SECONDS)).isEqualTo(STORED);
    }

    assertThat(batches).isEqualTo(List.of(1, 4, 2));
  }

  @Test
  void one_more_than_may_wait_is_turned_away_and_the_others_are_served() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch release = holdTheFirstBatch(reached);
    List<CompletableFuture<Receipt>> results = new ArrayList<>();
    results.add(appending(unit()));
    awaitQuietly(reached);
    for (int i = 1; i <= 6; i++) {
      results.add(appending(unit()));
    }
    awaitWaiting(6);

    assertThatThrownBy(() -> commits.append(unit()))
        .isInstanceOf(LedgerBusyException.class)
        .hasMessageContaining("6 commands already wait");

    release.countDown();
    for (CompletableFuture<Receipt> result : results) {
      result.get(30, TimeUnit.SECONDS);
    }
    assertThat(told).hasSize(7);
    assertThat(commits.append(unit())).isEqualTo(STORED);
  }

  @Test
  void a_loser_s_exception_reaches_its_caller_and_nobody_else() throws Exception {
    Unit loser = unit();
    behaviour =
        units ->
            units.stream()
                .<Outcome>map(
                    unit ->
                        unit == loser
                            ? new Outcome.Failed(new IllegalStateException("lost"))
                            : new Outcome.Stored(STORED))
                .toList();
    commits.append(unit());

    assertThatThrownBy(() -> commits.append(loser)).hasMessage("lost");
    assertThatThrownBy(loser::receipt).isInstanceOf(IllegalStateException.class);
    assertThat(told).hasSize(1).doesNotContain(loser);
  }

  @Test
  void after_a_lost_connection_all_of_the_batch_are_told_and_the_next_gets_a_new_writer() {
    behaviour =
        units -> {
          throw new OutcomeUnknownException(new SQLException("gone", "08006"));
        };
    assertThatThrownBy(() -> commits.append(unit())).isInstanceOf(OutcomeUnknownException.class);
    behaviour = TakingTurnsTest::store;

    assertThat(commits.append(unit())).isEqualTo(STORED);
    assertThat(opened.get()).isEqualTo(2);
    assertThat(closed.get()).isEqualTo(1);
  }

  @Test
  void a_writer_that_breaks_in_an_unforeseen_way_leaves_nobody_waiting() {
    behaviour =
        units -> {
          throw new StackOverflowError();
        };
    assertThatThrownBy(() -> commits.append(unit()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasRootCauseInstanceOf(StackOverflowError.class);
    behaviour = TakingTurnsTest::store;

    assertThat(commits.append(unit())).isEqualTo(STORED);
  }

  @Test
  void an_interrupt_does_not_keep_a_unit_from_being_stored_and_is_not_forgotten() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch release = holdTheFirstBatch(reached);
    CompletableFuture<Receipt> first = appending(unit());
    awaitQuietly(reached);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread follower =
        Thread.ofVirtual()
            .start(
                () -> {
                  commits.append(unit());
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });
    awaitWaiting(1);
    follower.interrupt();
    release.countDown();

    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(STORED);
    assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(told).hasSize(2);
  }

  @Test
  void closing_waits_for_those_who_wait_already() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch release = holdTheFirstBatch(reached);
    List<CompletableFuture<Receipt>> results = new ArrayList<>();
    results.add(appending(unit()));
    awaitQuietly(reached);
    results.add(appending(unit()));
    awaitWaiting(1);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(commits::close);
    assertThat(closing).isNotDone();
    release.countDown();
    closing.get(30, TimeUnit.SECONDS);

    for (CompletableFuture<Receipt> result : results) {
      assertThat(result.get(30, TimeUnit.SECONDS)).isEqualTo(STORED);
    }
    assertThat(closed.get()).isEqualTo(1);
    assertThatThrownBy(() -> commits.append(unit()))
        .isExactlyInstanceOf(LedgerStoreException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void many_callers_are_all_served() throws Exception {
    int callers = 6;
    int rounds = 2_000;
    CyclicBarrier start = new CyclicBarrier(callers);
    List<CompletableFuture<Void>> running = new ArrayList<>();
    AtomicInteger served = new AtomicInteger();
    for (int i = 0; i < callers; i++) {
      running.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  start.await();
                } catch (Exception e) {
                  throw new CompletionException(e);
                }
                for (int round = 0; round < rounds; round++) {
                  commits.append(unit());
                  served.incrementAndGet();
                }
              },
              task -> Thread.ofPlatform().start(task)));
    }
    for (CompletableFuture<Void> caller : running) {
      caller.get(50, TimeUnit.SECONDS);
    }

    assertThat(served.get()).isEqualTo(callers * rounds);
    assertThat(told).hasSize(callers * rounds);
    assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(callers * rounds);
  }
}
