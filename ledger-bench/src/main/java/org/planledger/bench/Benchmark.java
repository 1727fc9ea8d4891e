package org.planledger.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Measures the ledger beside the floor it stands on and the framework it is built with, in one
/// run on one machine: only the ratios count.
public final class Benchmark {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Benchmark() {}

  /// Runs what the command line asks for. A goal that is missed is told; a contender that lost a
  /// command, or kept something else than it acknowledged, makes the run fail.
  public static void main(String[] arguments) throws InterruptedException {
    Options options;
    try {
      options = Options.parse(List.of(arguments));
      options.docs().ifPresent(ReportFiles::requireSection);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      System.exit(MISUSED);
      return;
    }
    try {
      run(options, System.out);
    } catch (LostCommandsException e) {
      System.err.println("The run counts for nothing: " + e.getMessage());
      System.exit(FAILED);
    }
  }

  static Report run(Options options, PrintStream out) throws InterruptedException {
    var progress = new Progress(out);
    var machine = Machine.describe(options.databases());
    var results = new Results();
    for (var part : options.parts()) {
      var databases = options.databases();
      for (var database : part.isOfDatabase() ? databases : databases.subList(0, 1)) {
        switch (part) {
          case COMMANDS -> new CommandRaces(options, progress).run(database, results);
          case REBUILD -> new RebuildRaces(options, progress).run(database, results);
          case HTTP -> new HttpRaces(options, progress).run(database, results);
          case SEALING -> new SealingRaces(options, progress).run(database, results);
          case VERIFYING -> new VerifyingRaces(options, progress).run(database, results);
          case IMPORT -> new ImportRaces(options, progress).run(database, results);
          case SETTLEMENT_MATCHING -> new MatchingRaces(options, progress).run(database, results);
          case RECONCILING -> new ReconcilingRaces(options, progress).run(database, results);
        }
      }
    }
    List<Goal> goals = new ArrayList<>(CommandGoals.of(results));
    goals.addAll(RebuildGoals.of(options, results));
    goals.addAll(HttpGoals.of(options, results));
    goals.addAll(EvidenceGoals.of(options, results));
    goals.addAll(ImportGoals.of(options, results));
    goals.addAll(ReconcilingGoals.of(options, results));
    var report = new Report(machine, options, results.all(), goals);
    String page = MarkdownReport.of(report);
    progress.say("");
    progress.say(page);
    ReportFiles.writeJson(report, options.json());
    progress.say("Written to " + options.json());
    options.docs().ifPresent(document -> ReportFiles.replaceSection(document, page));
    return report;
  }
}
