package org.planledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.planledger.core.store.DatabaseVendor;

/// Measures a run of matching: as many fees as the goal has, against the lines of a year, in a
/// process with a heap of 1 GiB. Each round is a new process, which has to compile, as a run that
/// somebody asks for has to.
final class MatchingRaces {

  /// The floor: what has to be there before anything can be matched.
  static final String MADE = "fees and lines, made only";

  static final String MATCHED = "Plan Ledger: matched and reported";

  private static final String HEAP = "-Xmx1g";
  private static final String SEED = "20260105";

  private final Options options;
  private final Progress progress;

  MatchingRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  void run(DatabaseVendor database, Results results) throws InterruptedException {
    int fees = Math.toIntExact(options.events());
    List<Sample> made = new ArrayList<>();
    List<Sample> matched = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      var outcome = start(fees);
      hashes.add(outcome.sha256());
      made.add(Sample.of(outcome.lines(), outcome.madeSeconds()));
      matched.add(Sample.of(outcome.lines(), outcome.matchedSeconds()));
      progress.say(
          "%,d fees, %,d lines, heap 1 GiB, round %d: made in %.1f s; made, matched and reported in"
                  .formatted(fees, outcome.lines(), round, outcome.madeSeconds())
              + " %.1f s; the report has %,d MiB"
                  .formatted(outcome.matchedSeconds(), outcome.reportBytes() >> 20));
    }
    if (hashes.stream().distinct().count() != 1) {
      throw new LostCommandsException("the same book was reported in different ways: " + hashes);
    }
    results.add(new Measurement(Part.SETTLEMENT_MATCHING, database, MADE, fees, made));
    results.add(new Measurement(Part.SETTLEMENT_MATCHING, database, MATCHED, fees, matched));
  }

  private static MatchingProcess.Outcome start(int fees) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  HEAP,
                  "-XX:+UseParallelGC",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  MatchingProcess.class.getName(),
                  SEED,
                  Integer.toString(fees))
              .redirectErrorStream(true)
              .start();
      List<String> printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      process.waitFor();
      return MatchingProcess.Outcome.of(printed);
    } catch (IOException e) {
      throw new UncheckedIOException("a process cannot be started", e);
    }
  }
}
