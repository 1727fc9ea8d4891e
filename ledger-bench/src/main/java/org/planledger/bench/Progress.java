package org.planledger.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.planledger.core.store.DatabaseVendor;

/// Tells whoever waits how far the run is.
final class Progress {

  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void rehearsed(DatabaseVendor database, String contender) {
    say("%s: %s has rehearsed".formatted(Names.of(database), contender));
  }

  void raced(
      Part part, DatabaseVendor database, String contender, int scale, int round, Sample sample) {
    say(
        String.format(
            Locale.ROOT,
            "%s, %,d %s, round %d: %-24s %,10.0f %s%s",
            Names.of(database),
            scale,
            Names.scale(part),
            round,
            contender,
            sample.perSecond(),
            Names.unit(part),
            sample.latency().map(Progress::latency).orElse("")));
  }

  private static String latency(Sample.Percentiles latency) {
    return String.format(
        Locale.ROOT, "  p50 %.2f ms, p99 %.2f ms", latency.p50Millis(), latency.p99Millis());
  }
}
