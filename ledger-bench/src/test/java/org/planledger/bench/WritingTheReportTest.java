package org.planledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.core.store.DatabaseVendor;

class WritingTheReportTest {

  private static final Machine MACHINE =
      new Machine(
          LocalDate.parse("2026-01-02"),
          "a processor",
          2,
          24,
          "Linux 6",
          "a virtual machine",
          4_096,
          "ext4",
          100,
          Map.of("PostgreSQL", "18.6"));

  @TempDir private Path folder;

  @Test
  void the_medians_of_the_rounds_and_their_ratios_are_shown() {
    assertThat(MarkdownReport.of(report(1_000, 5_000, 3_000)))
        .contains(
            """
            | contender   | clients | commands/s | p50 ms | p99 ms | ours to it |
            |-------------|---------|------------|--------|--------|------------|
            | Axon JDBC   |      32 |      1,000 |   1.00 |   2.00 |       3.00 |
            | Plan Ledger |      32 |      3,000 |   1.00 |   2.00 |       1.00 |
            """);
  }

  @Test
  void a_goal_that_is_missed_is_called_so() {
    assertThat(report(1_000, 4_000, 4_000).goals())
        .extracting(Goal::id, Goal::reached, Goal::verdict)
        .containsExactly(tuple("P1", 4.0, "FAIL"));
    assertThat(report(1_000, 5_000, 5_000).goals())
        .extracting(Goal::verdict)
        .containsExactly("PASS");
  }

  @Test
  void only_the_generated_section_of_a_document_changes() throws Exception {
    Path document = folder.resolve("benchmark.md");
    Files.writeString(
        document,
        "Before.\n" + ReportFiles.BEGIN + "\nold figures\n" + ReportFiles.END + "\nAfter.\n");

    ReportFiles.replaceSection(document, "new figures\n");

    assertThat(document)
        .hasContent(
            "Before.\n"
                + ReportFiles.BEGIN
                + "\n\nnew figures\n\n"
                + ReportFiles.END
                + "\nAfter.\n");
  }

  @Test
  void a_document_without_a_generated_section_is_left_alone() throws Exception {
    Path document = folder.resolve("other.md");
    Files.writeString(document, "Nothing generated here.\n");

    assertThatThrownBy(() -> ReportFiles.replaceSection(document, "figures\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no section between");
    assertThat(document).hasContent("Nothing generated here.\n");
  }

  /// A run in which stock Axon did as many commands per second, and the ledger these in its rounds.
  private static Report report(long stock, long oursAtBest, long oursOtherwise) {
    var results = new Results();
    results.add(measurement(Contestant.STOCK, stock));
    results.add(measurement(Contestant.LEDGER, oursOtherwise / 2, oursAtBest, oursOtherwise));
    return new Report(MACHINE, Options.parse(List.of()), results.all(), CommandGoals.of(results));
  }

  private static Measurement measurement(Contestant contestant, long... perSecond) {
    var samples =
        Arrays.stream(perSecond)
            .mapToObj(count -> new Sample(count, 1, Optional.of(new Sample.Percentiles(1.0, 2.0))))
            .toList();
    return new Measurement(
        Part.COMMANDS, DatabaseVendor.POSTGRESQL, contestant.label(), 32, samples);
  }
}
