package org.planledger.verify.bundle;

import static org.planledger.verify.bundle.Tampering.any;
import static org.planledger.verify.bundle.Tampering.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.planledger.verify.bundle.Tampering.Expected;
import org.planledger.verify.report.Check;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every way to tamper with one bundle by itself.
final class Tamperings {

  private final List<Tampering> all = new ArrayList<>();

  private Tamperings() {
    flipsInEvents();
    flipsInAttempts();
    flipsElsewhere();
    eventsTakenAndAdded();
    proofsTakenAndAdded();
    streamsAndAttemptsTakenAndAdded();
  }

  static List<Tampering> all() {
    return List.copyOf(new Tamperings().all);
  }

  private void flipsInEvents() {
    for (String text : List.of("eventId", "type", "revision")) {
      inAnEvent("flip " + text, (event, random) -> Tampering.flipText(event, text, random));
    }
    for (String bytes : List.of("payload", "metadata")) {
      inAnEvent("flip " + bytes, (event, random) -> Tampering.flipBytes(event, bytes, random));
      inAnEvent("empty " + bytes, (event, random) -> event.put(bytes, ""));
    }
    inAnEvent(
        "flip recordedAt",
        (event, random) -> {
          String moment = event.get("recordedAt").asString();
          char second = moment.charAt(18);
          event.put(
              "recordedAt", moment.substring(0, 18) + (char) (second ^ 1) + moment.substring(19));
        });
    inAnEvent(
        "move a byte from payload to metadata",
        (event, random) -> {
          byte[] payload = java.util.Base64.getDecoder().decode(event.get("payload").asString());
          byte[] metadata = java.util.Base64.getDecoder().decode(event.get("metadata").asString());
          byte[] longer = new byte[metadata.length + 1];
          longer[0] = payload[payload.length - 1];
          System.arraycopy(metadata, 0, longer, 1, metadata.length);
          byte[] shorter = java.util.Arrays.copyOf(payload, payload.length - 1);
          event.put("payload", java.util.Base64.getEncoder().encodeToString(shorter));
          event.put("metadata", java.util.Base64.getEncoder().encodeToString(longer));
        });
    add(
        "flip position",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ObjectNode event = any(array(stream, "events"), random);
          Tampering.flipNumber(event, "position", random);
          if (event.get("position").asLong() == 0) {
            return null;
          }
          // Found at this event, or at the next because of this one's position.
          long sequence = event.get("sequence").asLong();
          String id = stream.get("streamId").asString();
          return new Expected(
              null,
              found ->
                  id.equals(found.place().streamId())
                      && (found.check() == Check.POSITION || found.check() == Check.INCLUSION)
                      && found.place().sequence() - sequence <= 1
                      && found.place().sequence() >= sequence,
              false);
        });
    add(
        "flip sequence",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ObjectNode event = any(array(stream, "events"), random);
          long due = event.get("sequence").asLong();
          Tampering.flipNumber(event, "sequence", random);
          // A number too high leaves a gap where it was; one too low is out of place itself.
          long place = Math.min(due, event.get("sequence").asLong());
          return Expected.event(Check.SEQUENCE, stream.get("streamId").asString(), place);
        });
  }

  private void flipsInAttempts() {
    for (String text : List.of("client", "idempotencyKey", "commandType", "actor")) {
      inAnAttempt("flip " + text, (attempt, random) -> Tampering.flipText(attempt, text, random));
    }
    for (String bytes : List.of("fingerprint", "command", "decision")) {
      inAnAttempt(
          "flip " + bytes, (attempt, random) -> Tampering.flipBytes(attempt, bytes, random));
    }
    for (String optional : List.of("planId", "caseId", "trace", "planSequence")) {
      inAnAttempt(
          "take or give " + optional,
          (attempt, random) -> {
            if (attempt.remove(optional) == null) {
              if (optional.equals("planSequence")) {
                attempt.put(optional, 0);
              } else {
                attempt.put(optional, "");
              }
            }
          });
    }
    inAnAttempt("flip planId", (attempt, random) -> Tampering.flipText(attempt, "planId", random));
    inAnAttempt(
        "turn the outcome round",
        (attempt, random) ->
            attempt.put(
                "outcome",
                attempt.get("outcome").asString().equals("ACCEPTED") ? "REFUSED" : "ACCEPTED"));
    for (String moment : List.of("businessMoment", "recordedAt")) {
      inAnAttempt(
          "another " + moment, (attempt, random) -> attempt.put(moment, "1999-01-01T00:00:00Z"));
    }
    add(
        "flip number",
        (bundle, random) -> {
          ObjectNode attempt = any(array(bundle, "attempts"), random);
          long before = attempt.get("number").asLong();
          Tampering.flipNumber(attempt, "number", random);
          long now = attempt.get("number").asLong();
          return now == 0
              ? null
              : new Expected(
                  Check.ATTEMPT,
                  found ->
                      found.place().attempt() != null
                          && (found.place().attempt() == now || found.place().attempt() > before),
                  false);
        });
  }

  private void flipsElsewhere() {
    add(
        "flip the id of the plan",
        (bundle, random) -> {
          Tampering.flipText(bundle, "planId", random);
          return new Expected(Check.STREAMS, _ -> true, false);
        });
    add(
        "flip the id of the plan's stream",
        (bundle, random) -> {
          ObjectNode stream = (ObjectNode) array(bundle, "streams").get(0);
          Tampering.flipText(stream, "streamId", random);
          return Expected.stream(Check.STREAMS, stream.get("streamId").asString());
        });
    add(
        "flip the id of a device's stream",
        (bundle, random) -> {
          ObjectNode stream = aDevice(bundle, random);
          String id = stream.get("streamId").asString();
          char last = id.charAt(63) == '0' ? '1' : '0';
          stream.put("streamId", id.substring(0, 63) + last);
          return Expected.event(Check.INCLUSION, stream.get("streamId").asString(), 0);
        });
    add(
        "call a device a plan",
        (bundle, random) -> {
          ObjectNode stream = aDevice(bundle, random);
          stream.put("streamType", "PLAN");
          return Expected.stream(Check.STREAMS, stream.get("streamId").asString());
        });
    add(
        "flip a letter of what is signed",
        (bundle, random) -> {
          String note = bundle.get("checkpoint").asString();
          int end = note.indexOf("\n\n");
          int at = random.nextInt(end);
          if (note.charAt(at) == '\n') {
            return null;
          }
          char letter = (char) (note.charAt(at) ^ 1);
          bundle.put("checkpoint", note.substring(0, at) + letter + note.substring(at + 1));
          return Expected.checkpoint();
        });
    add(
        "flip a bit of the signature",
        (bundle, random) -> {
          String note = bundle.get("checkpoint").asString();
          int start = note.lastIndexOf(' ') + 1;
          byte[] bytes = java.util.Base64.getDecoder().decode(note.substring(start).strip());
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          bundle.put(
              "checkpoint",
              note.substring(0, start)
                  + java.util.Base64.getEncoder().encodeToString(bytes)
                  + "\n");
          return Expected.checkpoint();
        });
    for (String member : List.of("salt", "value")) {
      add(
          "flip the " + member + " of a private value",
          (bundle, random) -> {
            ArrayNode values = array(bundle, "privateValues");
            ObjectNode value = any(values, random);
            Tampering.flipBytes(value, member, random);
            return Expected.value(value.get("reference").asString());
          });
    }
    add(
        "flip the reference of a private value",
        (bundle, random) -> {
          ObjectNode value = any(array(bundle, "privateValues"), random);
          Tampering.flipText(value, "reference", random);
          return Expected.value(value.get("reference").asString());
        });
    add(
        "show a private value twice",
        (bundle, random) -> {
          ArrayNode values = array(bundle, "privateValues");
          ObjectNode value = any(values, random);
          values.add(value.deepCopy());
          return Expected.value(value.get("reference").asString());
        });
  }

  private void eventsTakenAndAdded() {
    add(
        "drop an event that is not the last",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ArrayNode events = array(stream, "events");
          if (events.size() < 2) {
            return null;
          }
          int at = random.nextInt(events.size() - 1);
          events.remove(at);
          return Expected.event(Check.SEQUENCE, stream.get("streamId").asString(), at);
        });
    add(
        "cut off the tail",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ArrayNode events = array(stream, "events");
          int left = random.nextInt(events.size());
          while (events.size() > left) {
            events.remove(events.size() - 1);
          }
          String id = stream.get("streamId").asString();
          return left == 0
              ? Expected.event(Check.SEQUENCE, id, 0)
              : Expected.event(Check.COMPLETENESS, id, left - 1);
        });
    add(
        "drop an event and number the rest anew",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ArrayNode events = array(stream, "events");
          if (events.size() < 2) {
            return null;
          }
          int at = random.nextInt(events.size() - 1);
          events.remove(at);
          for (int i = at; i < events.size(); i++) {
            ((ObjectNode) events.get(i)).put("sequence", i);
          }
          return Expected.event(Check.INCLUSION, stream.get("streamId").asString(), at);
        });
    add(
        "show an event twice",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ArrayNode events = array(stream, "events");
          int at = random.nextInt(events.size());
          events.insert(at, events.get(at).deepCopy());
          return Expected.event(Check.SEQUENCE, stream.get("streamId").asString(), at);
        });
    add(
        "change the places of two events",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ArrayNode events = array(stream, "events");
          if (events.size() < 2) {
            return null;
          }
          int at = random.nextInt(events.size() - 1);
          events.insert(at, events.remove(at + 1));
          return Expected.event(Check.SEQUENCE, stream.get("streamId").asString(), at);
        });
    add(
        "insert an event that was never recorded",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ArrayNode events = array(stream, "events");
          int at = random.nextInt(events.size());
          ObjectNode event = (ObjectNode) events.get(at).deepCopy();
          event.put("eventId", "never");
          events.insert(at, event);
          for (int i = at; i < events.size(); i++) {
            ((ObjectNode) events.get(i)).put("sequence", i);
          }
          return new Expected(
              null,
              found ->
                  stream.get("streamId").asString().equals(found.place().streamId())
                      && found.place().sequence() >= at
                      && found.place().sequence() <= at + 1,
              false);
        });
    add(
        "append an event that was never recorded",
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ArrayNode events = array(stream, "events");
          ObjectNode event = (ObjectNode) events.get(events.size() - 1).deepCopy();
          event.put("sequence", events.size());
          event.put("position", event.get("position").asLong() + 1);
          events.add(event);
          return new Expected(
              null,
              found ->
                  stream.get("streamId").asString().equals(found.place().streamId())
                      && found.place().sequence() == events.size() - 1
                      && (found.check() == Check.INCLUSION || found.check() == Check.POSITION),
              false);
        });
  }

  private void proofsTakenAndAdded() {
    inAnEvent(
        "flip a hash of an inclusion proof",
        (event, random) -> {
          ArrayNode proof = array(event, "inclusion");
          Tampering.flipBytes(proof, random.nextInt(proof.size()), random);
        });
    inAnEvent(
        "take a hash from an inclusion proof",
        (event, random) -> {
          ArrayNode proof = array(event, "inclusion");
          proof.remove(random.nextInt(proof.size()));
        });
    inAnEvent(
        "add a hash to an inclusion proof",
        (event, random) -> array(event, "inclusion").add("A".repeat(43) + "="));
    inAnAttempt(
        "flip a hash of an attempt's proof",
        (attempt, random) -> {
          ArrayNode proof = array(attempt, "inclusion");
          Tampering.flipBytes(proof, random.nextInt(proof.size()), random);
        });
    for (String way : List.of("flip", "take", "add")) {
      add(
          way + " a sibling in the map",
          (bundle, random) -> {
            ObjectNode stream = any(array(bundle, "streams"), random);
            ArrayNode siblings = array(stream.get("map"), "siblings");
            int at = random.nextInt(siblings.size());
            switch (way) {
              case "flip" -> Tampering.flipBytes(siblings, at, random);
              case "take" -> siblings.remove(at);
              default -> siblings.insert(at, "A".repeat(43) + "=");
            }
            long last = array(stream, "events").size() - 1L;
            return Expected.event(Check.COMPLETENESS, stream.get("streamId").asString(), last);
          });
    }
  }

  private void streamsAndAttemptsTakenAndAdded() {
    add(
        "leave out a device",
        (bundle, random) -> {
          ArrayNode streams = array(bundle, "streams");
          int at = 1 + random.nextInt(streams.size() - 1);
          String id = streams.remove(at).get("streamId").asString();
          return Expected.stream(Check.STREAMS, id);
        });
    add(
        "leave out the plan's stream",
        (bundle, random) -> {
          array(bundle, "streams").remove(0);
          return new Expected(Check.STREAMS, _ -> true, false);
        });
    add(
        "show a device twice",
        (bundle, random) -> {
          ObjectNode stream = aDevice(bundle, random);
          array(bundle, "streams").add(stream.deepCopy());
          return Expected.stream(Check.STREAMS, stream.get("streamId").asString());
        });
    add(
        "leave out the attempt that an event follows from",
        (bundle, random) -> {
          ArrayNode attempts = array(bundle, "attempts");
          int at = random.nextInt(attempts.size());
          if (!attempts.get(at).get("outcome").asString().equals("ACCEPTED")) {
            return null;
          }
          attempts.remove(at);
          return new Expected(Check.ATTEMPT, found -> found.place().sequence() != null, false);
        });
    add(
        "show an attempt twice",
        (bundle, random) -> {
          ArrayNode attempts = array(bundle, "attempts");
          int at = random.nextInt(attempts.size());
          long number = attempts.get(at).get("number").asLong();
          attempts.insert(at, attempts.get(at).deepCopy());
          return Expected.attempt(number);
        });
    add(
        "change the places of two attempts",
        (bundle, random) -> {
          ArrayNode attempts = array(bundle, "attempts");
          if (attempts.size() < 2) {
            return null;
          }
          int at = random.nextInt(attempts.size() - 1);
          long number = attempts.get(at).get("number").asLong();
          attempts.insert(at, attempts.remove(at + 1));
          return Expected.attempt(number);
        });
  }

  private interface Change {
    void apply(ObjectNode object, Random random);
  }

  /// A change of one event after which it is not in the log.
  private void inAnEvent(String name, Change change) {
    add(
        name,
        (bundle, random) -> {
          ObjectNode stream = any(array(bundle, "streams"), random);
          ObjectNode event = any(array(stream, "events"), random);
          change.apply(event, random);
          return Expected.event(
              Check.INCLUSION, stream.get("streamId").asString(), event.get("sequence").asLong());
        });
  }

  /// A change of one attempt after which it is not in the log.
  private void inAnAttempt(String name, Change change) {
    add(
        name,
        (bundle, random) -> {
          ObjectNode attempt = any(array(bundle, "attempts"), random);
          change.apply(attempt, random);
          return Expected.attempt(attempt.get("number").asLong());
        });
  }

  private static ObjectNode aDevice(ObjectNode bundle, Random random) {
    ArrayNode streams = array(bundle, "streams");
    return (ObjectNode) streams.get(1 + random.nextInt(streams.size() - 1));
  }

  private void add(String name, Tampering.Act act) {
    all.add(new Tampering(name, act));
  }
}
