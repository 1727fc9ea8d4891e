package org.planledger.verify.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.verify.checkpoint.CheckpointCheck;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Findings;
import org.planledger.verify.report.Place;
import org.planledger.verify.report.Report;

/// Checks all that is handed out about a plan, against the checkpoint in it and the keys that
/// somebody trusts. Each check rests on those before it, so the first finding is the one to look
/// at.
final class BundleCheck {

  private final Bundle bundle;
  private final Report report;
  private final Findings findings;

  BundleCheck(Bundle bundle, Report report) {
    this.bundle = bundle;
    this.report = report;
    this.findings = report.findings();
  }

  void check(VerifierKeys keys) {
    report.fact("planId", bundle.planId());
    if (!CheckpointCheck.check(bundle.checkpoint(), keys, "checkpoint", report)) {
      return;
    }
    streamsAreThePlansOwn();
    var attempts = new AttemptsCheck(bundle, findings);
    attempts.check();
    var contents = new ContentCheck(bundle.planId(), attempts, findings);
    var named = new LinkedHashMap<String, Event>();
    boolean planIsWhole = false;
    for (Stream stream : bundle.streams()) {
      boolean whole = new StreamCheck(stream, bundle.checkpoint(), findings).check();
      if (whole) {
        whole = contents.check(stream, named);
      }
      planIsWhole |= whole && stream.type() == Stream.Type.PLAN;
    }
    // Which devices there must be is only known from a plan that is whole.
    if (planIsWhole) {
      devicesAreComplete(named);
    }
    // What the history commits to, too.
    if (findings.isEmpty()) {
      new PrivateValuesCheck(contents.commitments(), findings).check(bundle.privateValues());
    }
    facts(contents.commitments().size());
  }

  private void streamsAreThePlansOwn() {
    if (bundle.streams().isEmpty()) {
      findings.add(Check.STREAMS, Place.stream(bundle.planId()), "the plan's stream is missing");
    }
    Set<String> seen = new LinkedHashSet<>();
    for (Stream stream : bundle.streams()) {
      Place place = Place.stream(stream.id());
      if (seen.isEmpty()
          && (stream.type() != Stream.Type.PLAN || !stream.id().equals(bundle.planId()))) {
        findings.add(Check.STREAMS, place, "the first stream must be that of the plan");
      } else if (!seen.isEmpty()
          && (stream.type() != Stream.Type.DEVICE || !Content.isDeviceId(stream.id()))) {
        findings.add(Check.STREAMS, place, "every stream after the first must be of a device");
      }
      if (!seen.add(stream.id())) {
        findings.add(Check.STREAMS, place, "the stream is there twice");
      }
    }
  }

  private void devicesAreComplete(Map<String, Event> named) {
    var present = new LinkedHashSet<String>();
    bundle.streams().stream()
        .filter(stream -> stream.type() == Stream.Type.DEVICE)
        .forEach(stream -> present.add(stream.id()));
    named.forEach(
        (device, event) -> {
          if (!present.contains(device)) {
            findings.add(
                Check.STREAMS,
                Place.stream(device),
                "the device is named by sequence %d of the plan (position %d), and its stream is"
                        .formatted(event.sequence(), event.position())
                    + " missing");
          }
        });
    for (String device : present) {
      if (!named.containsKey(device)) {
        findings.add(Check.STREAMS, Place.stream(device), "no event of the plan names this device");
      }
    }
  }

  private void facts(int committed) {
    List<Object> streams = new ArrayList<>();
    for (Stream stream : bundle.streams()) {
      var fact = new LinkedHashMap<String, Object>();
      fact.put("id", stream.id());
      fact.put("type", stream.type());
      fact.put("events", stream.events().size());
      streams.add(fact);
    }
    report.fact("streams", streams);
    long accepted = bundle.attempts().stream().filter(Attempt::accepted).count();
    var attempts = new LinkedHashMap<String, Object>();
    attempts.put("shown", bundle.attempts().size());
    attempts.put("accepted", accepted);
    attempts.put("refused", bundle.attempts().size() - accepted);
    report.fact("attempts", attempts);
    var values = new LinkedHashMap<String, Object>();
    values.put("committed", committed);
    values.put("shown", bundle.privateValues().size());
    report.fact("privateValues", values);
  }
}
