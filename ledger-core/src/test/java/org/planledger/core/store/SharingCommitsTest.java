package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.store.StreamType.DEVICE;
import static org.planledger.core.store.StreamType.PLAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

/// Many threads on few streams: they race, repeat themselves and fail, and the ledger stays whole.
@OnEachDatabase
class SharingCommitsTest {

  private static final int THREADS = 32;
  private static final int COMMANDS_PER_THREAD = 30;
  private static final int PLANS = 24;
  private static final int DEVICES = 12;

  private final LedgerDatabase database;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicLong acknowledgedEvents = new AtomicLong();
  private final AtomicLong conflicts = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong rollbacks = new AtomicLong();

  SharingCommitsTest(LedgerDatabase database) {
    this.database = database;
  }

  private static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void what_is_acknowledged_is_stored_once_under_gapless_positions_whatever_else_fails()
      throws Exception {
    long seed = System.nanoTime();
    System.out.println("SharingCommitsTest on " + database + " seed " + seed);
    try (LedgerStore store = database.openStore();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      CommandSide commands = new CommandSide(store);
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        String client = "client-" + thread;
        RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(seed + thread);
        running.add(threads.submit(() -> work(store, commands, client, random)));
      }
      for (Future<?> thread : running) {
        thread.get(120, TimeUnit.SECONDS);
      }
      assertThat(store.head().known()).isEqualTo(acknowledgedEvents.get());
    }

    LedgerAudit.Findings findings = LedgerAudit.of(database.application());
    assertThat(findings.keys()).isEqualTo(acknowledged);
    assertThat(findings.events()).isEqualTo(acknowledgedEvents.get());
    assertThat(acknowledged).hasSize(THREADS * COMMANDS_PER_THREAD);
    assertThat(List.of(conflicts.get(), duplicates.get(), rollbacks.get()))
        .as("conflicts, duplicates and rollbacks that the test went through")
        .doesNotContain(0L);
  }

  private void work(
      LedgerStore store, CommandSide commands, String client, RandomGenerator random) {
    for (int i = 0; i < COMMANDS_PER_THREAD; i++) {
      String key = "key-" + i;
      if (random.nextInt(10) == 0) {
        rollBack(commands, random);
      }
      sendUntilStored(store, commands, client, key, random);
      if (random.nextInt(10) == 0) {
        repeat(store, commands, client, key, random);
      }
    }
  }

  private void sendUntilStored(
      LedgerStore store, CommandSide commands, String client, String key, RandomGenerator random) {
    while (true) {
      try {
        Receipt receipt = send(store, commands, client, key, random);
        assertThat(acknowledged.add(client + "/" + key)).isTrue();
        acknowledgedEvents.addAndGet(
            Optional.ofNullable(receipt.positions()).map(PositionSpan::count).orElse(0L));
        return;
      } catch (ConcurrencyException e) {
        conflicts.incrementAndGet();
      }
    }
  }

  private void repeat(
      LedgerStore store, CommandSide commands, String client, String key, RandomGenerator random) {
    while (true) {
      try {
        send(store, commands, client, key, random);
        throw new AssertionError("A key was taken twice: " + key);
      } catch (DuplicateIdempotencyKeyException e) {
        assertThat(e.client() + "/" + e.idempotencyKey()).isEqualTo(client + "/" + key);
        duplicates.incrementAndGet();
        return;
      } catch (ConcurrencyException e) {
        conflicts.incrementAndGet();
      }
    }
  }

  private static Receipt send(
      LedgerStore store, CommandSide commands, String client, String key, RandomGenerator random) {
    String plan = "plan-" + random.nextInt(PLANS);
    String device = "device-" + random.nextInt(DEVICES);
    int kind = random.nextInt(10);
    return commands
        .send(
            work -> {
              if (kind == 0) {
                work.add(CommandSide.attempt(client, key, plan, AttemptOutcome.REFUSED));
                return;
              }
              long next = store.events().lastSequence(plan).orElse(-1L) + 1;
              work.note(PLAN, plan, next, key);
              if (kind < 4) {
                long nextOfDevice = store.events().lastSequence(device).orElse(-1L) + 1;
                work.note(DEVICE, device, nextOfDevice, key);
              }
              work.add(CommandSide.attempt(client, key, plan, AttemptOutcome.ACCEPTED));
            })
        .receipt();
  }

  private void rollBack(CommandSide commands, RandomGenerator random) {
    try {
      commands.send(
          work -> {
            work.note(PLAN, "plan-" + random.nextInt(PLANS), 1_000_000, "never")
                .add(CommandSide.accepted("nobody", "never"));
            throw new Changed();
          });
      throw new AssertionError("The handler's failure was swallowed");
    } catch (Changed e) {
      rollbacks.incrementAndGet();
    }
  }
}
