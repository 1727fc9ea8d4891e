package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.core.store.testing.ChildProcess;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.PostgresServer;

/// Processes are killed in the middle of writing, again and again: every command that was
/// acknowledged is there, once, where it was said to be, and no position is left out.
class SurvivingACrashTest {

  private static final int THREADS = 8;
  private static final int KILLS = 3;
  private static final int LEAST_LINES = 30;
  private static final int FURTHER_LINES_BOUND = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /// Position spans by client and key, as acknowledged.
  private final Map<String, PositionSpan> acknowledged = new HashMap<>();

  /// How many commands of each client are acknowledged: the number of its next.
  private final Map<String, Integer> next = new HashMap<>();

  @TempDir private Path folder;

  @Test
  void on_h2_the_process_is_killed() throws Exception {
    System.out.println("SurvivingACrashTest seed " + seed);
    try (LedgerDatabase database = LedgerDatabase.h2In(folder)) {
      database.migrate();
    }
    for (int i = 0; i < KILLS; i++) {
      writeAndKill(AcknowledgingWriter.h2Url(folder));
      try (LedgerDatabase database = LedgerDatabase.h2In(folder)) {
        assertThatNothingIsLost(database);
      }
    }
  }

  @Test
  void on_postgresql_the_client_process_is_killed() throws Exception {
    System.out.println("SurvivingACrashTest seed " + seed);
    try (LedgerDatabase database = LedgerDatabase.fresh(DatabaseVendor.POSTGRESQL)) {
      for (int i = 0; i < KILLS; i++) {
        writeAndKill(database.url());
        assertThatNothingIsLost(database);
      }
    }
  }

  @Test
  void on_postgresql_the_server_is_killed_and_the_client_goes_on() throws Exception {
    System.out.println("SurvivingACrashTest seed " + seed);
    try (PostgresServer server = PostgresServer.start(folder)) {
      String name = server.createDatabase();
      try (LedgerDatabase database = LedgerDatabase.postgresOn(server, name)) {
        database.migrate();
      }
      try (ChildProcess writer = writer(server.url(name))) {
        for (int i = 0; i < KILLS; i++) {
          writer.awaitLines(writer.lines().size() + lines(), PATIENCE);
          server.kill();
          server.restart();
        }
        writer.awaitLines(writer.lines().size() + lines(), PATIENCE);
        assertThat(writer.finish(PATIENCE)).isZero();
        hear(writer);
      }
      try (LedgerDatabase database = LedgerDatabase.postgresOn(server, name)) {
        assertThatNothingIsLost(database);
        assertThat(LedgerAudit.of(database.application()).keys())
            .as("a client that goes on knows the fate of every command")
            .isEqualTo(acknowledged.keySet());
      }
    }
  }

  private int lines() {
    return LEAST_LINES + random.nextInt(FURTHER_LINES_BOUND);
  }

  private ChildProcess writer(String url) {
    return ChildProcess.start(
        AcknowledgingWriter.class,
        Stream.concat(
                Stream.of(url),
                IntStream.rangeClosed(1, THREADS)
                    .mapToObj(i -> Integer.toString(next.getOrDefault("client-" + i, 0))))
            .toArray(String[]::new));
  }

  private void writeAndKill(String url) throws Exception {
    try (ChildProcess writer = writer(url)) {
      writer.awaitLines(lines(), PATIENCE);
      writer.kill();
      hear(writer);
    }
  }

  private void hear(ChildProcess writer) {
    for (String line : writer.lines()) {
      String[] words = line.split(" ", -1);
      PositionSpan positions = new PositionSpan(Long.parseLong(words[2]), Long.parseLong(words[3]));
      String key = words[0] + "/key-" + words[1];
      assertThat(acknowledged.put(key, positions)).as("%s acknowledged twice", key).isNull();
      assertThat(next.getOrDefault(words[0], 0)).isEqualTo(Integer.parseInt(words[1]));
      next.merge(words[0], 1, Integer::sum);
    }
  }

  private void assertThatNothingIsLost(LedgerDatabase database) {
    LedgerAudit.Findings findings = LedgerAudit.of(database.application());
    assertThat(findings.keys()).containsAll(acknowledged.keySet());
    assertThat(findings.attempts() - acknowledged.size())
        .as("stored and not acknowledged: at most what each thread was just doing")
        .isBetween(0L, (long) THREADS);
    List<AttemptRow> attempts = new Attempts(database.application()).after(0, Integer.MAX_VALUE);
    Map<String, PositionSpan> stored = new HashMap<>();
    attempts.forEach(
        attempt ->
            stored.put(attempt.client() + "/" + attempt.idempotencyKey(), attempt.positions()));
    assertThat(stored).containsAllEntriesOf(acknowledged);
  }
}
