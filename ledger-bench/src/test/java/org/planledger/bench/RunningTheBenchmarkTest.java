package org.planledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.DatabaseVendor;

/// The whole benchmark with next to nothing to do. Every contender that keeps something else than
/// it acknowledged makes the run fail, so that it ends is what is tested; how fast anybody was says
/// nothing here.
class RunningTheBenchmarkTest {

  private static final List<String> HARDLY_ANYTHING =
      List.of(
          "--rounds",
          "1",
          "--rehearsal",
          "0",
          "--warm-up",
          "0",
          "--seconds",
          "0.2",
          "--plans",
          "32",
          "--clients",
          "8",
          "--events",
          "1000");

  @TempDir private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void commands_and_rebuilds_are_measured_and_checked_on_both_databases() throws Exception {
    var report = run("--parts", "commands,rebuild");

    for (var database : DatabaseVendor.values()) {
      assertThat(contenders(report, Part.COMMANDS, database))
          .containsExactly(
              "raw insert and commit",
              "raw, shared commits",
              "Axon JDBC",
              "Axon JDBC, cache",
              "Plan Ledger");
      assertThat(contenders(report, Part.REBUILD, database))
          .containsExactly("raw batched fold", "Axon pooled processor", "Plan Ledger");
    }
    assertThat(report.measurements()).allSatisfy(m -> assertThat(m.perSecond()).isPositive());
    var json = LedgerJson.mapper().readTree(Files.readAllBytes(folder.resolve("figures.json")));
    assertThat(json.get("measurements")).hasSameSizeAs(report.measurements());
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("### Commands on PostgreSQL", "### Rebuild of a view on H2");
  }

  @Test
  void commands_and_reads_are_measured_over_http() throws Exception {
    var report = run("--parts", "http", "--databases", "h2");

    assertThat(contenders(report, Part.HTTP, DatabaseVendor.H2))
        .containsExactly(
            "trivial: insert and commit",
            "trivial: JSON echo",
            "Plan Ledger: command",
            "Plan Ledger: reading a plan");
    assertThat(report.goals()).extracting(Goal::id).containsExactly("P4");
  }

  @Test
  void what_evidence_costs_is_measured_and_what_is_handed_out_is_verified() throws Exception {
    var report = run("--parts", "sealing,verifying");

    for (var database : DatabaseVendor.values()) {
      assertThat(contenders(report, Part.SEALING, database))
          .containsExactly("Plan Ledger, unsealed", "Plan Ledger, sealed");
      assertThat(contenders(report, Part.VERIFYING, database))
          .containsExactly("read and SHA-256", "ledger-verify: a log", "ledger-verify: a bundle");
    }
    assertThat(report.goals())
        .extracting(Goal::id)
        .containsExactly("P9", "P9", "P9", "P9", "P9", "P9");
  }

  @Test
  void a_book_of_fees_is_matched_in_a_process_of_its_own() throws Exception {
    var report = run("--parts", "settlement-matching", "--databases", "h2", "--rounds", "2");

    assertThat(contenders(report, Part.SETTLEMENT_MATCHING, DatabaseVendor.H2))
        .containsExactly("fees and lines, made only", "Plan Ledger: matched and reported");
    assertThat(report.measurements()).allSatisfy(m -> assertThat(m.perSecond()).isPositive());
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("1,000 fees", "heap 1 GiB, round 2", "### Matching a settlement\n");
  }

  @Test
  void months_of_finance_are_done_on_each_database() throws Exception {
    var report = run("--parts", "reconciling");

    for (var database : DatabaseVendor.values()) {
      assertThat(contenders(report, Part.RECONCILING, database))
          .containsExactly(
              "files read and parsed only",
              "files imported",
              "Plan Ledger: a run of the first month",
              "Plan Ledger: the same run repeated",
              "Plan Ledger: a run of the month after",
              "Plan Ledger: a run of files that say that month again",
              "heap after a collection, at most",
              "resident memory, at most");
    }
    assertThat(report.measurements()).allSatisfy(m -> assertThat(m.perSecond()).isPositive());
    assertThat(report.goals())
        .extracting(Goal::id)
        .containsExactly("P10", "P10", "P10", "P10", "P10", "P10", "P10", "P10", "P10", "P10");
  }

  private Report run(String... what) throws InterruptedException {
    var arguments =
        Stream.of(
                HARDLY_ANYTHING,
                List.of(what),
                List.of("--json", folder.resolve("figures.json").toString()))
            .flatMap(List::stream)
            .toList();
    return Benchmark.run(
        Options.parse(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private static List<String> contenders(Report report, Part part, DatabaseVendor database) {
    return report.measurements().stream()
        .filter(m -> m.part() == part && m.database() == database)
        .map(Measurement::contender)
        .toList();
  }
}
