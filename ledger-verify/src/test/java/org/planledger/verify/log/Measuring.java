package org.planledger.verify.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.planledger.verify.bundle.BundleVerifier;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.KeyedMap;
import org.planledger.verify.proof.LogTree;
import org.planledger.verify.proof.RecordHash;
import org.planledger.verify.prover.Sha;
import org.planledger.verify.prover.TestKeys;
import org.planledger.verify.prover.TestLedger;
import org.planledger.verify.prover.TestSigner;
import tools.jackson.databind.json.JsonMapper;

/// Measures how fast a log and a bundle are verified, beside reading and hashing the same file.
/// Not a test: `java -cp ... org.planledger.verify.log.Measuring [events]`.
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
final class Measuring {

  private static final int RUNS = 7;
  private static final int PLAN_EVENTS = 10;

  private Measuring() {}

  public static void main(String[] args) throws Exception {
    bundle();
    int events = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    Path file = Files.createTempFile("ledger-verify", ".jsonl");
    try {
      var signer = new TestSigner(TestLedger.ORIGIN);
      write(file, events, signer);
      double bytes = Files.size(file);
      System.out.printf(
          "log: %,d events, %,.0f bytes, %d processors, %,d MB heap%n",
          events,
          bytes,
          Runtime.getRuntime().availableProcessors(),
          Runtime.getRuntime().maxMemory() >> 20);
      for (int i = 0; i < RUNS; i++) {
        double raw = seconds(() -> hash(file));
        double verified =
            seconds(
                () -> {
                  var report =
                      new LogVerifier(TestKeys.of(signer), _ -> {})
                          .verify(new InputFile(file.toString()), List.of());
                  if (!report.isGood()) {
                    throw new IllegalStateException(report.text());
                  }
                });
        System.out.printf(
            "read + SHA-256 %.2f s (%.0f MB/s), verified %.2f s (%.0f MB/s, %,.0f events/s):"
                + " ratio %.2f%n",
            raw,
            bytes / raw / 1e6,
            verified,
            bytes / verified / 1e6,
            events / verified,
            raw / verified);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void bundle() {
    var signer = new TestSigner(TestLedger.ORIGIN);
    var ledger = new TestLedger(new Random(50), signer);
    for (int i = 0; i < 500; i++) {
      ledger.record(null);
    }
    String plan = ledger.plans().getFirst();
    for (int i = 0; i < 38; i++) {
      ledger.record(plan);
    }
    var bundle = ledger.prover(ledger.seal()).bundle(plan);
    byte[] json = JsonMapper.shared().writeValueAsBytes(bundle);
    var keys = TestKeys.of(signer);
    var times = new ArrayList<Double>();
    for (int i = 0; i < 2000; i++) {
      times.add(
          1e3
              * seconds(
                  () -> {
                    var report = new BundleVerifier(keys).verify("bundle", json, Optional.empty());
                    if (!report.isGood()) {
                      throw new IllegalStateException(report.text());
                    }
                  }));
    }
    int events = new String(json, UTF_8).split("\"eventId\"", -1).length - 1;
    double first = times.getFirst();
    var warm = times.subList(1000, 2000).stream().sorted().toList();
    System.out.printf(
        "bundle: %d events, %,d bytes: the first in %.1f ms, then %.2f ms (median), %.2f ms"
            + " (p99)%n",
        events, json.length, first, warm.get(500), warm.get(990));
  }

  private static void write(Path file, int events, TestSigner signer) throws IOException {
    // Written twice, because the first line is known last: once to hash, once to keep.
    var tree = new LogTree();
    var streams = new StreamEnds();
    each(
        events,
        (event, leaf) -> {
          tree.add(leaf);
          streams.add(
              new ExportedEvent(
                  event.position,
                  event.stream,
                  event.sequence,
                  KeyedMap.key(event.stream),
                  leaf,
                  0));
        });
    String empty = Hash.sha256().toString();
    String note =
        signer.sign(
            "%s\n%d\n%s\nmap %s\nattempts 0 %s\nreads 0 %s\ntime 2026-02-01T10:00:00Z\n"
                .formatted(
                    TestLedger.ORIGIN, events, tree.root(), streams.mapRoot(), empty, empty));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      String header =
          "{\"format\":\"plan-ledger-log/1\",\"from\":1,\"to\":%d,\"checkpoint\":%s}\n"
              .formatted(events, JsonMapper.shared().writeValueAsString(note));
      out.write(header.getBytes(UTF_8));
      each(
          events,
          (event, _) -> {
            try {
              out.write(event.line().getBytes(UTF_8));
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  private record Made(
      long position, String stream, long sequence, Instant at, byte[] payload, byte[] metadata) {
    String line() {
      String form =
          "{\"position\":%d,\"streamType\":\"PLAN\",\"streamId\":\"%s\",\"sequence\":%d,\"eventId\":\"0190d3a0-0000-7000-9000-%012x\",\"type\":\"CaseOpened\",\"revision\":\"1\",\"recordedAt\":\"%s\",\"payload\":\"%s\",\"metadata\":\"%s\"}\n";
      return form.formatted(
          position, stream, sequence, position, at, Sha.base64(payload), Sha.base64(metadata));
    }
  }

  private static void each(int events, java.util.function.BiConsumer<Made, Hash> use) {
    var record = new RecordHash();
    var random = new Random(9);
    int plans = Math.max(1, events / PLAN_EVENTS);
    long[] sequences = new long[plans];
    for (long position = 1; position <= events; position++) {
      int plan = random.nextInt(plans);
      String stream = "0190d3a0-0000-7000-8000-%012x".formatted(plan);
      // As long as those of the ledger are: some hundred bytes, and up to a thousand.
      byte[] payload =
          ("{\"planId\":\"%s\",\"text\":\"".formatted(stream)
                  + "x".repeat(random.nextInt(700))
                  + "\"}")
              .getBytes(UTF_8);
      byte[] metadata =
          "{\"client\":\"trial\",\"actor\":\"ada\",\"idempotencyKey\":\"key-%d\",\"recordedAt\":\"2026-02-01T10:00:00Z\"}"
              .formatted(position)
              .getBytes(UTF_8);
      var made =
          new Made(
              position,
              stream,
              sequences[plan]++,
              Instant.ofEpochSecond(1_769_940_000 + position, 1000L * random.nextInt(1_000_000)),
              payload,
              metadata);
      Hash leaf =
          record
              .begin()
              .field(stream)
              .field(made.sequence)
              .field("CaseOpened")
              .field("1")
              .field("0190d3a0-0000-7000-9000-%012x".formatted(position))
              .field(made.at.getEpochSecond() * 1_000_000 + made.at.getNano() / 1000)
              .field(payload)
              .field(metadata)
              .leaf();
      use.accept(made, leaf);
    }
  }

  private static void hash(Path file) {
    try (var in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[1 << 20];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
      if (digest.digest().length != Hash.LENGTH_BYTES) {
        throw new IllegalStateException("SHA-256 has 32 bytes");
      }
    } catch (IOException | java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
