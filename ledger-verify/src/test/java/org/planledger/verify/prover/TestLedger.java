package org.planledger.verify.prover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A ledger in memory: it records plans with devices at random, makes checkpoints, and hands out
/// bundles, all by the definitions and without a thought for speed.
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public final class TestLedger {

  public static final String ORIGIN = "planledger.invalid/test";

  private final Random random;
  private final TestSigner signer;
  private final List<Event> events = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<String, List<Event>> streams = new LinkedHashMap<>();
  private final Map<String, PrivateValue> privateValues = new LinkedHashMap<>();
  private final List<byte[]> eventLeaves = new ArrayList<>();
  private final List<byte[]> attemptLeaves = new ArrayList<>();
  private final List<byte[]> readLeaves = new ArrayList<>();

  /// An event as it is stored.
  public record Event(
      int position,
      boolean ofPlan,
      String streamId,
      long sequence,
      String eventId,
      String type,
      String revision,
      Instant recordedAt,
      byte[] payload,
      byte[] metadata) {

    byte[] leaf() {
      return Sha.leaf(
          Sha.record(
              Sha.bytes(1),
              Sha.utf8(streamId),
              Sha.eight(sequence),
              Sha.utf8(type),
              Sha.utf8(revision),
              Sha.utf8(eventId),
              Sha.eight(micros(recordedAt)),
              payload,
              metadata));
    }
  }

  /// An attempt as it is stored.
  public record Attempt(
      int number,
      String key,
      String planId,
      String caseId,
      String command,
      boolean accepted,
      Long planSequence,
      String trace,
      Instant at,
      byte[] fingerprint) {

    byte[] leaf() {
      return Sha.leaf(
          Sha.record(
              Sha.bytes(1),
              Sha.utf8("test"),
              Sha.utf8(key),
              fingerprint,
              optional(planId),
              optional(caseId),
              Sha.utf8("Command"),
              Sha.utf8(command),
              Sha.utf8(accepted ? "ACCEPTED" : "REFUSED"),
              Sha.utf8("{\"conditions\":[]}"),
              planSequence == null ? null : Sha.eight(planSequence),
              Sha.utf8("ada"),
              optional(trace),
              Sha.eight(micros(at)),
              Sha.eight(micros(at))));
    }

    private static byte[] optional(String text) {
      return text == null ? null : Sha.utf8(text);
    }
  }

  record PrivateValue(String planId, String reference, byte[] salt, byte[] value, int position) {}

  /// What a checkpoint commits to, kept to make proofs.
  public record Sealed(int size, int attempts, int reads, NaiveMap map, String note) {}

  public TestLedger(Random random, TestSigner signer) {
    this.random = random;
    this.signer = signer;
  }

  /// Some events of one plan, or of a plan that is new.
  public String record(String planIdOrNull) {
    String planId = planIdOrNull == null ? uuid() : planIdOrNull;
    if (random.nextInt(4) == 0) {
      attempt(planId, null, false, key(), null);
    }
    String key = key();
    Instant at = now();
    var plan = streams.getOrDefault(planId, List.of());
    String attemptPlan = planId;
    if (plan.isEmpty()) {
      String device = hex(32);
      String commitment = commit(planId);
      event(planId, true, "PlanPurchased", payload(planId, ",\"holder\":" + commitment), key, at);
      event(
          planId,
          true,
          "DeviceBound",
          payload(planId, ",\"deviceId\":\"" + device + "\""),
          key,
          at);
      event(device, false, "BoundToPlan", devicePayload(device, planId, ""), key, at);
    } else if (random.nextInt(5) == 0) {
      String original = devices(planId, events.size()).getLast();
      String device = hex(32);
      event(
          planId,
          true,
          "ReplacementShipped",
          payload(
              planId, ",\"original\":\"%s\",\"replacement\":\"%s\"".formatted(original, device)),
          key,
          at);
      event(
          original,
          false,
          "Superseded",
          devicePayload(original, planId, ",\"successor\":\"" + device + "\""),
          key,
          at);
      event(device, false, "BoundToPlan", devicePayload(device, planId, ""), key, at);
    } else {
      String reason = random.nextBoolean() ? ",\"reason\":" + commit(planId) : "";
      event(planId, true, "CaseOpened", payload(planId, reason), key, at);
    }
    attempt(
        attemptPlan,
        random.nextBoolean() ? uuid() : null,
        true,
        key,
        streams.get(planId).size() - 1L);
    if (random.nextInt(3) == 0) {
      readLeaves.add(Sha.leaf(bytes(40)));
    }
    return planId;
  }

  /// A device of this id is bound to a plan, undone, and free again.
  public void bindByMistake(String planId, String device) {
    String key = key();
    Instant at = now();
    String names = ",\"wrongDevice\":\"" + device + "\"";
    event(device, false, "BoundToPlan", devicePayload(device, planId, ""), key, at);
    event(device, false, "BindingUndone", devicePayload(device, planId, ""), key, at);
    event(planId, true, "BindingCorrected", payload(planId, names), key, at);
    attempt(planId, null, true, key, streams.get(planId).size() - 1L);
  }

  /// Binds a device to a plan.
  public void bind(String planId, String device) {
    String key = key();
    Instant at = now();
    event(
        planId, true, "DeviceBound", payload(planId, ",\"deviceId\":\"" + device + "\""), key, at);
    event(device, false, "BoundToPlan", devicePayload(device, planId, ""), key, at);
    attempt(planId, null, true, key, streams.get(planId).size() - 1L);
  }

  public Sealed seal() {
    return seal(signer);
  }

  /// Commits to all that is recorded so far.
  public Sealed seal(TestSigner by) {
    var entries = new ArrayList<NaiveMap.Entry>();
    streams.forEach(
        (id, stream) -> {
          byte[] hash = new byte[32];
          for (Event event : stream) {
            hash = Sha.sha256(Sha.bytes(2), hash, event.leaf());
          }
          entries.add(new NaiveMap.Entry(NaiveMap.key(id), stream.size() - 1L, hash));
        });
    var map = new NaiveMap(entries);
    String text =
        "%s\n%d\n%s\nmap %s\nattempts %d %s\nreads %d %s\ntime %s\n"
            .formatted(
                ORIGIN,
                events.size(),
                Sha.base64(new NaiveTree(eventLeaves).root(events.size())),
                Sha.base64(map.root()),
                attempts.size(),
                Sha.base64(new NaiveTree(attemptLeaves).root(attempts.size())),
                readLeaves.size(),
                Sha.base64(new NaiveTree(readLeaves).root(readLeaves.size())),
                now());
    return new Sealed(events.size(), attempts.size(), readLeaves.size(), map, by.sign(text));
  }

  /// Makes bundles at one checkpoint, while nothing more is recorded.
  public final class Prover {
    private final Sealed sealed;
    private final NaiveTree eventTree = new NaiveTree(List.copyOf(eventLeaves));
    private final NaiveTree attemptTree = new NaiveTree(List.copyOf(attemptLeaves));

    Prover(Sealed sealed) {
      this.sealed = sealed;
    }

    public Map<String, Object> bundle(String planId) {
      var bundle = new LinkedHashMap<String, Object>();
      bundle.put("format", "plan-ledger-bundle/1");
      bundle.put("planId", planId);
      bundle.put("checkpoint", sealed.note());
      var shown = new ArrayList<Object>();
      shown.add(stream(planId));
      devices(planId, sealed.size()).forEach(device -> shown.add(stream(device)));
      bundle.put("streams", shown);
      bundle.put(
          "attempts",
          attempts.stream()
              .filter(attempt -> planId.equals(attempt.planId()))
              .filter(attempt -> attempt.number() <= sealed.attempts())
              .map(this::attempt)
              .toList());
      bundle.put(
          "privateValues",
          privateValues.values().stream()
              .filter(value -> value.planId().equals(planId))
              .filter(value -> value.position() <= sealed.size())
              .map(TestLedger::privateValue)
              .toList());
      return bundle;
    }

    public Map<String, Object> absence(String streamId) {
      NaiveMap.Proof proof = sealed.map().proof(NaiveMap.key(streamId));
      var map = new LinkedHashMap<String, Object>();
      map.put("siblings", Sha.base64(proof.siblings()));
      if (proof.found() != null) {
        var other = new LinkedHashMap<String, Object>();
        other.put("key", Sha.base64(proof.found().key()));
        other.put("sequence", proof.found().sequence());
        other.put("streamHash", Sha.base64(proof.found().streamHash()));
        map.put("other", other);
      }
      var absence = new LinkedHashMap<String, Object>();
      absence.put("format", "plan-ledger-absence/1");
      absence.put("streamId", streamId);
      absence.put("checkpoint", sealed.note());
      absence.put("map", map);
      return absence;
    }

    public Map<String, Object> consistency(String log, int from, int to) {
      NaiveTree tree = log.equals("attempts") ? attemptTree : eventTree;
      var proof = new LinkedHashMap<String, Object>();
      if (!log.equals("events")) {
        proof.put("log", log);
      }
      proof.put("from", from);
      proof.put("to", to);
      proof.put("proof", Sha.base64(tree.consistency(from, to)));
      return proof;
    }

    private Map<String, Object> stream(String id) {
      List<Event> all = streams.get(id);
      var stream = new LinkedHashMap<String, Object>();
      stream.put("streamId", id);
      stream.put("streamType", all.getFirst().ofPlan() ? "PLAN" : "DEVICE");
      stream.put(
          "events",
          all.stream()
              .filter(event -> event.position() <= sealed.size())
              .map(
                  event -> {
                    var shown = TestLedger.shown(event);
                    shown.put(
                        "inclusion",
                        Sha.base64(eventTree.inclusion(event.position() - 1, sealed.size())));
                    return shown;
                  })
              .toList());
      stream.put(
          "map", Map.of("siblings", Sha.base64(sealed.map().proof(NaiveMap.key(id)).siblings())));
      return stream;
    }

    private Map<String, Object> attempt(Attempt attempt) {
      var shown = new LinkedHashMap<String, Object>();
      shown.put("number", attempt.number());
      shown.put("client", "test");
      shown.put("idempotencyKey", attempt.key());
      shown.put("fingerprint", Sha.base64(attempt.fingerprint()));
      shown.put("planId", attempt.planId());
      if (attempt.caseId() != null) {
        shown.put("caseId", attempt.caseId());
      }
      shown.put("commandType", "Command");
      shown.put("command", Sha.base64(Sha.utf8(attempt.command())));
      shown.put("outcome", attempt.accepted() ? "ACCEPTED" : "REFUSED");
      shown.put("decision", Sha.base64(Sha.utf8("{\"conditions\":[]}")));
      if (attempt.planSequence() != null) {
        shown.put("planSequence", attempt.planSequence());
      }
      shown.put("actor", "ada");
      if (attempt.trace() != null) {
        shown.put("trace", attempt.trace());
      }
      shown.put("businessMoment", attempt.at().toString());
      shown.put("recordedAt", attempt.at().toString());
      shown.put(
          "inclusion", Sha.base64(attemptTree.inclusion(attempt.number() - 1, sealed.attempts())));
      return shown;
    }
  }

  public Prover prover(Sealed sealed) {
    return new Prover(sealed);
  }

  /// The whole log as it is exported, line by line.
  public List<Map<String, Object>> export(Sealed sealed) {
    var lines = new ArrayList<Map<String, Object>>();
    var header = new LinkedHashMap<String, Object>();
    header.put("format", "plan-ledger-log/1");
    header.put("from", 1);
    header.put("to", sealed.size());
    header.put("checkpoint", sealed.note());
    lines.add(header);
    for (Event event : events.subList(0, sealed.size())) {
      var line = shown(event);
      line.put("streamType", event.ofPlan() ? "PLAN" : "DEVICE");
      line.put("streamId", event.streamId());
      lines.add(line);
    }
    return lines;
  }

  public List<String> plans() {
    return streams.entrySet().stream()
        .filter(stream -> stream.getValue().getFirst().ofPlan())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The devices that a plan's events name up to a position.
  private List<String> devices(String planId, int position) {
    Set<String> devices = new LinkedHashSet<>();
    for (Event event : streams.get(planId)) {
      if (event.position() > position) {
        break;
      }
      String payload = new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8);
      for (String word : payload.split("\"", -1)) {
        if (word.matches("[0-9a-f]{64}") && streams.containsKey(word)) {
          devices.add(word);
        }
      }
    }
    return List.copyOf(devices);
  }

  private static Map<String, Object> shown(Event event) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("position", event.position());
    shown.put("sequence", event.sequence());
    shown.put("eventId", event.eventId());
    shown.put("type", event.type());
    shown.put("revision", event.revision());
    shown.put("recordedAt", event.recordedAt().toString());
    shown.put("payload", Sha.base64(event.payload()));
    shown.put("metadata", Sha.base64(event.metadata()));
    return shown;
  }

  private static Map<String, Object> privateValue(PrivateValue value) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("reference", value.reference());
    shown.put("kind", "holder.email");
    shown.put("salt", Sha.base64(value.salt()));
    shown.put("value", Sha.base64(value.value()));
    return shown;
  }

  private void event(
      String streamId, boolean ofPlan, String type, String payload, String key, Instant at) {
    var stream = streams.computeIfAbsent(streamId, _ -> new ArrayList<>());
    String metadata =
        "{\"client\":\"test\",\"actor\":\"ada\",\"idempotencyKey\":\"%s\",\"recordedAt\":\"%s\"}"
            .formatted(key, at);
    var event =
        new Event(
            events.size() + 1,
            ofPlan,
            streamId,
            stream.size(),
            uuid(),
            type,
            "1",
            at,
            Sha.utf8(payload),
            Sha.utf8(metadata));
    stream.add(event);
    events.add(event);
    eventLeaves.add(event.leaf());
  }

  private void attempt(
      String planId, String caseId, boolean accepted, String key, Long planSequence) {
    String trace = random.nextBoolean() ? hex(16) : null;
    var attempt =
        new Attempt(
            attempts.size() + 1,
            key,
            planId,
            caseId,
            "{\"planId\":\"%s\"}".formatted(planId),
            accepted,
            planSequence,
            trace,
            now(),
            bytes(32));
    attempts.add(attempt);
    attemptLeaves.add(attempt.leaf());
  }

  private String commit(String planId) {
    byte[] salt = bytes(32);
    byte[] value = bytes(random.nextInt(30));
    String reference = uuid();
    privateValues.put(
        reference, new PrivateValue(planId, reference, salt, value, events.size() + 1));
    return "{\"reference\":\"%s\",\"sha256\":\"%s\"}"
        .formatted(reference, HexFormat.of().formatHex(Sha.sha256(salt, value)));
  }

  private static String payload(String planId, String more) {
    return "{\"planId\":\"%s\",\"at\":\"2026-02-01T10:00:00Z\",\"note\":\"%s\"%s}"
        .formatted(planId, "Größe \uD83D\uDE00", more);
  }

  private static String devicePayload(String device, String planId, String more) {
    return "{\"deviceId\":\"%s\",\"planId\":\"%s\"%s}".formatted(device, planId, more);
  }

  private String key() {
    return "key-" + hex(8);
  }

  private Instant now() {
    return Instant.parse("2026-02-01T10:00:00Z")
        .plus(events.size(), ChronoUnit.SECONDS)
        .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
  }

  private String uuid() {
    return new java.util.UUID(
            (random.nextLong() & ~0xf000L) | 0x7000L, (random.nextLong() >>> 2) | (1L << 63))
        .toString();
  }

  private String hex(int bytes) {
    return HexFormat.of().formatHex(bytes(bytes));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
