package org.planledger.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerProcess;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The program is killed in the middle of an import, and of a run of matching, and started again.
/// Nothing of either is there by half, the job says what happened, and both can be done again.
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseVendor.class)
class SurvivingAKillOfFinanceTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LINES = 120_000;

  /// Lines that nobody knows a fee for: each is an exception of its own.
  private static final List<String> FILE =
      IntStream.range(0, LINES)
          .mapToObj(i -> Imports.line("txn_" + i, "charge", 10_000 + i, "", "ch_" + i))
          .toList();

  private static final String RUN =
      "{\"period\": \"2026-10\", \"cutOffPosition\": 0, \"asOf\": \"2026-11-28\"}";

  private final DatabaseVendor vendor;

  @TempDir private Path folder;

  SurvivingAKillOfFinanceTest(DatabaseVendor vendor) {
    this.vendor = vendor;
  }

  @Test
  void of_a_killed_import_and_a_killed_run_nothing_is_left_and_both_can_be_done_again()
      throws IOException {
    List<String> database = LedgerServer.settings(vendor);
    String imported;
    try (var ledger = start(database)) {
      imported = Imports.begun(ledger.http(), FILE);
      await(ledger.http(), imported, job -> job.at("/progress/lines").intValue() > LINES / 10);
      ledger.kill();
    }
    assertThat(uploads()).hasSize(1);

    String run;
    try (var ledger = start(database)) {
      var http = ledger.http();
      assertThat(uploads()).isEmpty();
      var broken = http.get(imported).expect(200);
      assertThat(broken.text("/state")).isEqualTo("FAILED");
      assertThat(broken.text("/failure"))
          .isEqualTo("The program ended before the import; begin another one.");
      assertThat(http.get("/v1/settlements").expect(200).at("/data").size()).isZero();
      var whole = Imports.ended(http, Imports.begun(http, FILE));
      assertThat(whole.text("/state")).as("%s", whole).isEqualTo("FINISHED");
      assertThat(whole.at("/result/lines").intValue()).isEqualTo(LINES);
      run = reconcile(http);
      await(
          http,
          run,
          job ->
              job.text("/progress/phase").equals("MATCHING")
                  && job.at("/progress/done").intValue() > LINES / 10);
      ledger.kill();
    }

    try (var server = LedgerServer.start(vendor, database, arguments())) {
      var http = server.http();
      var broken = http.get(run).expect(200);
      assertThat(broken.text("/state")).isEqualTo("FAILED");
      assertThat(broken.text("/failure"))
          .isEqualTo("The program ended before the reconciliation; begin another one.");
      assertThat(http.get("/v1/reconciliation-runs").expect(200).at("/data/0/endedAt").isNull())
          .isTrue();
      assertThat(http.get("/v1/book-entries").expect(200).at("/data").size()).isZero();
      assertThat(http.get("/v1/exceptions").expect(200).at("/data").size()).isZero();
      var jdbc = JdbcClient.create(server.part(DataSource.class));
      assertThat(number(jdbc, "select sum(lines) from settlement_page")).isEqualTo(LINES);
      assertThat(number(jdbc, "select count(*) from finance_exception"))
          .isBetween(fewestLeftBehind(), (long) LINES);

      var again = Imports.ended(http, reconcile(http));
      assertThat(again.text("/state")).as("%s", again).isEqualTo("FINISHED");
      assertThat(again.at("/result/totals/exceptions/MISSING_FEE").intValue()).isEqualTo(LINES);
      assertThat(number(jdbc, "select count(*) from finance_exception")).isEqualTo(LINES);
      assertThat(http.get("/v1/book-entries").expect(200).at("/data").size()).isEqualTo(1);
    }
  }

  private LedgerProcess start(List<String> database) {
    return LedgerProcess.start(
        folder,
        database,
        Stream.concat(
                Stream.of(arguments()),
                Stream.of(
                    "--server.port=0",
                    "--ledger.sweep.enabled=false",
                    "--ledger.verification.enabled=false"))
            .toArray(String[]::new));
  }

  private String[] arguments() {
    return new String[] {
      "--ledger.node.id=the-one", "--ledger.settlement.folder=" + folder.resolve("uploads")
    };
  }

  private List<Path> uploads() throws IOException {
    try (var files = Files.list(folder.resolve("uploads"))) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  /// More rows were found than can wait to be stored, so PostgreSQL has some of them. Those of the
  /// embedded database wait for its next write to disk, and the program may be gone before that.
  private long fewestLeftBehind() {
    return vendor == DatabaseVendor.POSTGRESQL ? 1 : 0;
  }

  private static String reconcile(LedgerHttp http) {
    return http.to("POST", "/v1/reconciliations")
        .json(RUN)
        .send()
        .expect(202)
        .header("Location")
        .orElseThrow();
  }

  private static void await(LedgerHttp http, String location, Predicate<Answer> reached) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var job = http.get(location).expect(200);
      assertThat(job.text("/state")).as("%s", job).isEqualTo("RUNNING");
      if (reached.test(job)) {
        return;
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("the work at " + location + " does not come so far");
  }

  private static long number(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
