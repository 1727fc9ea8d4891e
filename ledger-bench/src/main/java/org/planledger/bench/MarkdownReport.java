package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.planledger.core.store.DatabaseVendor;

/// A run as tables that read well both in a terminal and on a page.
final class MarkdownReport {

  private final Report report;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    var page = new MarkdownReport(report);
    page.machine();
    for (var part : Part.values()) {
      for (var database : DatabaseVendor.values()) {
        page.measurements(part, database);
      }
    }
    page.goals();
    return page.text.toString().strip() + "\n";
  }

  private void machine() {
    var machine = report.machine();
    line(
        "Measured on %s (UTC) on %s, %d cores, %d GiB, %s, %s; heap %,d MiB; file system %s, one"
            + " forced write of 4 KiB takes %d µs.",
        machine.date(),
        machine.processor(),
        machine.cores(),
        machine.memoryGib(),
        machine.system(),
        machine.java(),
        machine.heapMib(),
        machine.fileSystem(),
        machine.forceMicros());
    line("");
    machine.databases().forEach((name, version) -> line("- %s %s", name, version));
    line(
        "- median of %d; %s s measured after %s s of warm-up; %,d plans",
        report.options().rounds(),
        report.options().measured().toMillis() / 1e3,
        report.options().warmUp().toMillis() / 1e3,
        report.options().plans());
    if (machine.inMemory()) {
      line("");
      line("**The databases lay in memory: this run does not count.**");
    }
    line("");
  }

  private void measurements(Part part, DatabaseVendor database) {
    var all =
        report.measurements().stream()
            .filter(m -> m.part() == part && m.database() == database)
            .toList();
    if (all.isEmpty()) {
      return;
    }
    line("### %s%s", Names.of(part), part.isOfDatabase() ? " on " + Names.of(database) : "");
    line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "contender", Names.scale(part), Names.unit(part), "p50 ms", "p99 ms", "ours to it"));
    for (var each : all) {
      rows.add(
          List.of(
              each.contender(),
              number("%,.0f", each.scale()),
              number("%,.0f", each.perSecond()),
              millis(each.p50Millis()),
              millis(each.p99Millis()),
              number("%.2f", ours(all, each).perSecond() / each.perSecond())));
    }
    table(rows);
  }

  /// Ours at the same scale; itself if ours was not measured.
  private static Measurement ours(List<Measurement> all, Measurement other) {
    String ours =
        switch (other.part()) {
          case COMMANDS, REBUILD -> Contestant.LEDGER.label();
          case HTTP -> HttpRaces.ours(other.contender());
          case SEALING -> SealingRaces.SEALED;
          case VERIFYING -> VerifyingRaces.ours(other.contender());
          case IMPORT -> ImportRaces.ours(other.contender());
          case SETTLEMENT_MATCHING -> MatchingRaces.MATCHED;
          case RECONCILING -> ReconcilingRaces.ours(other.contender());
        };
    return all.stream()
        .filter(m -> m.scale() == other.scale() && m.contender().equals(ours))
        .findFirst()
        .orElse(other);
  }

  private void goals() {
    if (report.goals().isEmpty()) {
      return;
    }
    line("### Goals");
    line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("goal", "ratio", "bound", "reached", ""));
    for (var goal : report.goals()) {
      rows.add(
          List.of(
              goal.id(),
              goal.what(),
              goal.target(),
              number("%.2f", goal.reached()),
              goal.verdict()));
    }
    table(rows);
  }

  /// The first row is the heading. Columns are padded, so that the table reads well as text.
  private void table(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      var cells = new StringBuilder("|");
      for (int i = 0; i < columns; i++) {
        cells.append(' ').append(padded(rows.get(r).get(i), widths[i])).append(" |");
      }
      line("%s", cells);
      if (r == 0) {
        var rule = new StringBuilder("|");
        for (int width : widths) {
          rule.append("-".repeat(width + 2)).append('|');
        }
        line("%s", rule);
      }
    }
    line("");
  }

  private static String padded(String cell, int width) {
    boolean figure = !cell.isEmpty() && Character.isDigit(cell.charAt(0));
    String space = " ".repeat(width - cell.length());
    return figure ? space + cell : cell + space;
  }

  private static String millis(OptionalDouble figure) {
    return figure.isPresent() ? number("%.2f", figure.getAsDouble()) : "";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
