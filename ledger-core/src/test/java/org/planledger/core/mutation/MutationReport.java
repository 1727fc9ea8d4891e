package org.planledger.core.mutation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Makes `docs/mutation.md` from what was measured, or tells that it is out of date. The figures
/// and the survivors are those of the run; only the reasons are written by hand, into the document
/// itself, and kept for every mutant that is still there. A survivor without a reason is a fault.
///
/// Arguments: the document, and the folder with a report for each package.
final class MutationReport {
  private static final List<String> PACKAGES = List.of("device", "plan", "terms");
  private static final Pattern ROW =
      Pattern.compile("\\| `([^`]+)` \\| ([^|]+?)( \\(\\d+ times\\))? \\| ([^|]*) \\|");

  private final Map<String, List<Mutant>> measured = new TreeMap<>();
  private final Map<String, String> reasons;

  private MutationReport(Path reports, Map<String, String> reasons) throws IOException {
    for (var name : PACKAGES) {
      measured.put(name, Mutant.in(reports.resolve(name).resolve("mutations.xml")));
    }
    this.reasons = reasons;
  }

  public static void main(String[] args) throws IOException {
    var document = Path.of(args[0]);
    var present = Files.exists(document) ? Files.readString(document) : "";
    var report = new MutationReport(Path.of(args[1]), reasons(present));
    var text = report.asMarkdown();
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(document, text);
    }
    var faults = report.unexplained();
    if (!text.equals(Files.readString(document))) {
      faults.add(document + " is out of date; -Dupdate.docs=true writes it anew");
    }
    faults.forEach(System.err::println);
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private List<String> unexplained() {
    var without = new ArrayList<String>();
    measured.values().stream()
        .flatMap(List::stream)
        .filter(mutant -> !mutant.noticed() && reason(mutant).isEmpty())
        .forEach(mutant -> without.add("no test notices, and nobody explains: " + mutant));
    return without;
  }

  private String reason(Mutant mutant) {
    return reasons.getOrDefault(mutant.place() + " " + mutant.change(), "");
  }

  private static Map<String, String> reasons(String document) {
    var reasons = new HashMap<String, String>();
    var row = ROW.matcher(document);
    while (row.find()) {
      reasons.put(row.group(1) + " " + row.group(2), row.group(4));
    }
    return reasons;
  }

  private String asMarkdown() {
    return INTRODUCTION
        + measured.entrySet().stream()
            .map(entry -> score(entry.getKey(), entry.getValue()))
            .collect(joining())
        + SURVIVORS
        + measured.entrySet().stream()
            .map(entry -> survivors(entry.getKey(), entry.getValue()))
            .collect(joining());
  }

  private static String score(String name, List<Mutant> mutants) {
    long noticed = mutants.stream().filter(Mutant::noticed).count();
    return "| `%s` | %d | %d | %d %% |\n"
        .formatted(name, mutants.size(), noticed, 100 * noticed / mutants.size());
  }

  private String survivors(String name, List<Mutant> mutants) {
    var rows =
        mutants.stream()
            .filter(mutant -> !mutant.noticed())
            .collect(groupingBy(mutant -> mutant, counting()));
    return rows.isEmpty()
        ? ""
        : "\n### `%s`\n\n| where | what was altered | why no test notices |\n|---|---|---|\n"
                .formatted(name)
            + rows.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted()
                .collect(joining());
  }

  private String row(Mutant mutant, long times) {
    var often = times > 1 ? " (%d times)".formatted(times) : "";
    return "| `%s` | %s%s | %s |\n"
        .formatted(mutant.place(), mutant.change(), often, reason(mutant));
  }

  private static final String INTRODUCTION =
      """
      # Mutation testing

      How much would the tests notice? The classes of `plan`, `device` and `terms` are altered one
      small step at a time, by [PIT](https://pitest.org): a comparison turned round, a call left
      out, a value replaced. Each altered class, a mutant, is run against the tests that reach the
      altered line, and is noticed when one of them fails.

      ```
      ./mvnw -Pmutation -pl ledger-core
      ```

      It runs the tests that tell a rule by example; those that play at random and those that
      start a database are left out, so what counts here is what is written down. The build fails
      when a package has less than 85 %, when a mutant survives that is not explained below, and
      when this page is not what was measured: `-Dupdate.docs=true` writes the figures and the
      survivors anew and keeps the reasons, which are written into the last column by hand. The
      reports line by line are in `ledger-core/target/mutation`.

      | package | mutants | noticed | score |
      |---|---|---|---|
      """;

  private static final String SURVIVORS =
      """

      ## What survives

      Every mutant that no test notices, and why that is right. Most are *equivalent*: altered or
      not, the class answers the same to everything that can be asked of it.
      """;
}
