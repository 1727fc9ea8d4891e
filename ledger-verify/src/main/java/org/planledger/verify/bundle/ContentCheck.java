package org.planledger.verify.bundle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.proof.Bytes;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Findings;
import org.planledger.verify.report.Place;

/// Checks what events that are proven say of themselves: which plan and device they are of, and
/// from which attempt they follow.
final class ContentCheck {

  private final String planId;
  private final AttemptsCheck attempts;
  private final Findings findings;

  /// What the history commits to, by reference.
  private final Map<String, String> commitments = new HashMap<>();

  ContentCheck(String planId, AttemptsCheck attempts, Findings findings) {
    this.planId = planId;
    this.attempts = attempts;
    this.findings = findings;
    for (Attempt attempt : attempts.verified()) {
      Place place = Place.attempt(attempt.number());
      read("the command", attempt.command(), Check.ATTEMPT, place)
          .ifPresent(command -> commit(command, place));
    }
  }

  Map<String, String> commitments() {
    return commitments;
  }

  /// Whether nothing was found in a stream.
  ///
  /// @param named takes the devices that events of the plan name, with the first event to do so
  boolean check(Stream stream, Map<String, Event> named) {
    long before = findings.count();
    for (Event event : stream.events()) {
      Place place = Place.event(stream.id(), event.sequence(), event.position());
      var payload = read("the payload", event.payload(), Check.CONTENT, place);
      var metadata = read("the metadata", event.metadata(), Check.CONTENT, place);
      if (payload.isEmpty() || metadata.isEmpty()) {
        continue;
      }
      commit(payload.get(), place);
      boolean ofThisPlan = payload.get().text("planId").equals(Optional.of(planId));
      switch (stream.type()) {
        case PLAN -> {
          if (!ofThisPlan) {
            findings.add(Check.CONTENT, place, "by its payload the event is of another plan");
          }
          payload.get().devices().forEach(device -> named.putIfAbsent(device, event));
        }
        case DEVICE -> {
          if (!payload.get().text("deviceId").equals(Optional.of(stream.id()))) {
            findings.add(Check.CONTENT, place, "by its payload the event is of another device");
          }
        }
      }
      // A device that was bound by mistake has events of the other plan too, and those follow from
      // attempts of that plan.
      if (ofThisPlan) {
        followsFromAnAttempt(metadata.get(), place);
      }
    }
    return findings.count() == before;
  }

  private void followsFromAnAttempt(Content metadata, Place place) {
    var client = metadata.text("client");
    var key = metadata.text("idempotencyKey");
    if (client.isEmpty() || key.isEmpty()) {
      findings.add(Check.ATTEMPT, place, "the metadata names no attempt");
      return;
    }
    var attempt = attempts.find(client.get(), key.get());
    if (attempt.isEmpty()) {
      findings.add(Check.ATTEMPT, place, "the attempt from which the event follows is missing");
    } else if (!attempt.get().accepted()) {
      findings.add(
          Check.ATTEMPT,
          place,
          "attempt %d, from which the event follows, was refused"
              .formatted(attempt.get().number()));
    }
  }

  private void commit(Content content, Place place) {
    for (var commitment : content.commitments()) {
      String before = commitments.putIfAbsent(commitment.reference(), commitment.sha256());
      if (before != null && !before.equals(commitment.sha256())) {
        findings.add(
            Check.PRIVATE_VALUE,
            place,
            "it commits to another value of %s than was committed to before"
                .formatted(commitment.reference()));
      }
    }
  }

  private Optional<Content> read(String name, Bytes bytes, Check check, Place place) {
    try {
      return Optional.of(Content.read(name, bytes));
    } catch (UnusableInputException e) {
      findings.add(check, place, "what was recorded cannot be read: " + e.sentence());
      return Optional.empty();
    }
  }
}
