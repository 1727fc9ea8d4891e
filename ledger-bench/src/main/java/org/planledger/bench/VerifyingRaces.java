package org.planledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.sealing.Alarms;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.SealedLog;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.verify.bundle.BundleVerifier;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.log.LogVerifier;
import org.planledger.verify.report.Report;

/// Measures the verifier: a whole log beside reading and hashing the same file, and the bundle of a
/// plan that a running server hands out.
final class VerifyingRaces {

  /// The floor.
  static final String HASHED = "read and SHA-256";

  static final String LOG = "ledger-verify: a log";
  static final String BUNDLE = "ledger-verify: a bundle";

  private static final int PLANS_AT_MOST = 100_000;
  private static final int EVENTS_PER_PLAN = 10;
  private static final int COMMANDS_OF_A_LONG_LIFE = 40;
  private static final int BLOCK_BYTES = 1 << 20;

  private final Options options;
  private final Progress progress;

  VerifyingRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /// Which figure of ours a figure is held against.
  static String ours(String contender) {
    return contender.equals(BUNDLE) ? BUNDLE : LOG;
  }

  void run(DatabaseVendor database, Results results) throws InterruptedException {
    try (var folder = new ThrownAway("ledger-bench-verifying")) {
      log(database, folder.path(), results);
      bundle(database, folder.path(), results);
    }
  }

  private void log(DatabaseVendor vendor, Path folder, Results results)
      throws InterruptedException {
    Path file = folder.resolve("log.ndjson");
    Path key = folder.resolve("log.key");
    long events = export(vendor, folder, file, key);
    int scale = Math.toIntExact(events);
    List<Sample> floor = new ArrayList<>();
    List<Sample> ours = new ArrayList<>();
    var keys = VerifierKeys.read(new InputFile(key.toString()));
    // The first run compiles.
    for (int round = 0; round <= options.rounds(); round++) {
      var hashed = Sample.of(events, seconds(() -> hash(file)));
      var verified =
          Sample.of(
              events,
              seconds(
                  () ->
                      requireGood(
                          new LogVerifier(keys, _ -> {})
                              .verify(new InputFile(file.toString()), List.of()))));
      if (round > 0) {
        floor.add(hashed);
        ours.add(verified);
        progress.raced(Part.VERIFYING, vendor, HASHED, scale, round, hashed);
        progress.raced(Part.VERIFYING, vendor, LOG, scale, round, verified);
      }
    }
    results.add(new Measurement(Part.VERIFYING, vendor, HASHED, scale, floor));
    results.add(new Measurement(Part.VERIFYING, vendor, LOG, scale, ours));
  }

  /// Has the ledger write a history, seals and exports it.
  private long export(DatabaseVendor vendor, Path folder, Path file, Path key)
      throws InterruptedException {
    int perPlan = EVENTS_PER_PLAN;
    int plans = Math.toIntExact(Math.min(PLANS_AT_MOST, options.events() / perPlan));
    try (var database = LedgerDatabase.fresh(vendor)) {
      progress.say(
          "%s: writing %,d events of %,d plans"
              .formatted(Names.of(vendor), (long) plans * perPlan, plans));
      WrittenHistory.write(database, plans, perPlan);
      try (var store = database.openStore()) {
        long began = System.nanoTime();
        var checkpoint =
            SealedContender.sealer(
                    database, store, folder.resolve("checkpoints"), new Alarms(Instant::now))
                .seal();
        long events = checkpoint.head(LogName.EVENTS).size();
        long entries = events + checkpoint.head(LogName.ATTEMPTS).size();
        progress.say(
            "  %,d events and attempts were sealed in %.1f s"
                .formatted(entries, (System.nanoTime() - began) / 1e9));
        ExportedLog.write(store.events(), checkpoint, file);
        write(key, new SealedLog(database.application()).keys().getLast().key().text() + "\n");
        return events;
      }
    }
  }

  private void bundle(DatabaseVendor vendor, Path folder, Results results)
      throws InterruptedException {
    Path key = folder.resolve("server.key");
    byte[] bundle;
    try (var database = HttpDatabase.fresh(vendor);
        var server = new LedgerOverHttp(database, 1)) {
      bundle = server.prove(COMMANDS_OF_A_LONG_LIFE).getBytes(StandardCharsets.UTF_8);
      write(key, server.keys());
    }
    int events = eventsIn(bundle);
    var verifier = new BundleVerifier(VerifierKeys.read(new InputFile(key.toString())));
    List<Sample> samples = new ArrayList<>();
    for (int round = 0; round <= options.rounds(); round++) {
      var bundles = Race.run(List.of(verifying(verifier, bundle)), options.measured());
      var sample = new Sample(bundles.count() * events, bundles.seconds(), bundles.latency());
      if (round > 0) {
        samples.add(sample);
        progress.raced(Part.VERIFYING, vendor, BUNDLE, events, round, sample);
      }
    }
    results.add(new Measurement(Part.VERIFYING, vendor, BUNDLE, events, samples));
  }

  private static Client verifying(BundleVerifier verifier, byte[] bundle) {
    return () -> {
      requireGood(verifier.verify("bundle", bundle, Optional.empty()));
      return true;
    };
  }

  private static int eventsIn(byte[] bundle) {
    int events = 0;
    for (var stream : LedgerJson.mapper().readTree(bundle).get("streams")) {
      events += stream.get("events").size();
    }
    return events;
  }

  private static void requireGood(Report report) {
    if (!report.isGood()) {
      throw new LostCommandsException(report.text());
    }
  }

  private static void hash(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[BLOCK_BYTES];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
      Objects.requireNonNull(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static double seconds(Runnable work) {
    long from = System.nanoTime();
    work.run();
    return (System.nanoTime() - from) / 1e9;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
