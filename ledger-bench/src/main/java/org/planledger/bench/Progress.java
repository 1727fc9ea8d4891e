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

  void raced(
      Part part, DatabaseVendor database, String contender, int clients, int round, Sample sample) {
    say(
        String.format(
            Locale.ROOT,
            "%s, %d clients, round %d: %-32s %,10.0f %s  p50 %.2f ms, p99 %.2f ms",
            Names.of(database),
            clients,
            round,
            contender,
            sample.perSecond(),
            Names.unit(part),
            sample.p50Millis(),
            sample.p99Millis()));
  }
}
