package org.planledger.verify.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.planledger.verify.checkpoint.CheckpointCheck;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Place;
import org.planledger.verify.report.Report;

/// Verifies what is handed out about a plan, or about a stream that does not exist.
public final class BundleVerifier {

  /// The largest bundle that is taken: it is held in memory as a whole.
  public static final int MAX_BYTES = 64 << 20;

  private final VerifierKeys keys;

  public BundleVerifier(VerifierKeys keys) {
    this.keys = keys;
  }

  /// Verifies a file.
  ///
  /// @param serials the serial numbers asked about, with the key that turns them into device ids
  public Report verify(InputFile file, Optional<Serials> serials) {
    return verify(file.title(), file.bytes(MAX_BYTES), serials);
  }

  /// Verifies a bundle that is in memory.
  ///
  /// @param name what it is called in messages
  public Report verify(String name, byte[] text, Optional<Serials> serials) {
    return switch (Document.read(name, text)) {
      case Bundle bundle -> {
        var report = new Report("bundle of plan " + bundle.planId());
        report.fact("format", Bundle.FORMAT);
        new BundleCheck(bundle, report).check(keys);
        serials.ifPresent(asked -> link(asked, bundle, report));
        yield report;
      }
      case Absence absence -> {
        var report = new Report("absence of stream " + absence.streamId());
        report.fact("format", Absence.FORMAT);
        check(absence, report);
        serials.ifPresent(asked -> link(asked, absence, report));
        yield report;
      }
    };
  }

  private void check(Absence absence, Report report) {
    report.fact("streamId", absence.streamId());
    if (CheckpointCheck.check(absence.checkpoint(), keys, "checkpoint", report)
        && !absence.root().equals(Optional.of(absence.checkpoint().map()))) {
      report
          .findings()
          .add(
              Check.ABSENCE,
              Place.stream(absence.streamId()),
              "the proof does not lead to the map of the checkpoint: the stream may exist");
    }
  }

  private static void link(Serials asked, Bundle bundle, Report report) {
    Predicate<String> present =
        id -> bundle.streams().stream().skip(1).anyMatch(stream -> stream.id().equals(id));
    link(asked, present, "no device of this bundle has the serial number ", report);
  }

  private static void link(Serials asked, Absence absence, Report report) {
    link(
        asked,
        absence.streamId()::equals,
        "the stream that is absent is not that of the device with the serial number ",
        report);
  }

  private static void link(
      Serials asked, Predicate<String> present, String objection, Report report) {
    List<Object> facts = new ArrayList<>();
    for (String serial : asked.serials()) {
      String device = asked.key().deviceId(serial);
      var fact = new LinkedHashMap<String, Object>();
      fact.put("number", SerialKey.masked(serial));
      fact.put("device", device);
      facts.add(fact);
      if (!present.test(device)) {
        report
            .findings()
            .add(Check.SERIAL, Place.stream(device), objection + SerialKey.masked(serial));
      }
    }
    report.fact("serials", facts);
  }
}
