package org.planledger.verify.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;
import org.planledger.verify.input.Moment;
import org.planledger.verify.proof.Bytes;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.RecordHash;

/// A command as it was received and what was decided on it, with the proof that it is in the log
/// of attempts under its number.
record Attempt(
    long number,
    String client,
    String idempotencyKey,
    Bytes fingerprint,
    @Nullable String planId,
    @Nullable String caseId,
    String commandType,
    Bytes command,
    String outcome,
    Bytes decision,
    @Nullable Long planSequence,
    String actor,
    @Nullable String trace,
    long businessMomentMicros,
    long recordedAtMicros,
    List<Hash> inclusion) {

  static final String ACCEPTED = "ACCEPTED";

  private static final Members MEMBERS =
      Members.required(
              "number",
              "client",
              "idempotencyKey",
              "fingerprint",
              "commandType",
              "command",
              "outcome",
              "decision",
              "actor",
              "businessMoment",
              "recordedAt",
              "inclusion")
          .optional("planId", "caseId", "planSequence", "trace");

  static Attempt read(JsonReader json) {
    long number = 0;
    String client = "";
    String idempotencyKey = "";
    Bytes fingerprint = Shape.NO_BYTES;
    String planId = null;
    String caseId = null;
    String commandType = "";
    Bytes command = Shape.NO_BYTES;
    String outcome = "";
    Bytes decision = Shape.NO_BYTES;
    Long planSequence = null;
    String actor = "";
    String trace = null;
    long businessMoment = 0;
    long recordedAt = 0;
    List<Hash> inclusion = List.of();
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "number" -> number = json.integer(1, JsonReader.MAX_INTEGER);
        case "client" -> client = json.string(Shape.MAX_TEXT_BYTES);
        case "idempotencyKey" -> idempotencyKey = json.string(Shape.MAX_TEXT_BYTES);
        case "fingerprint" -> fingerprint = Shape.bytes(json);
        case "planId" -> planId = json.string(Shape.MAX_TEXT_BYTES);
        case "caseId" -> caseId = json.string(Shape.MAX_TEXT_BYTES);
        case "commandType" -> commandType = json.string(Shape.MAX_TEXT_BYTES);
        case "command" -> command = Shape.bytes(json);
        case "outcome" -> outcome = json.oneOf(ACCEPTED, "REFUSED");
        case "decision" -> decision = Shape.bytes(json);
        case "planSequence" -> planSequence = json.integer(0, JsonReader.MAX_INTEGER);
        case "actor" -> actor = json.string(Shape.MAX_TEXT_BYTES);
        case "trace" -> trace = json.string(Shape.MAX_TEXT_BYTES);
        case "businessMoment" -> businessMoment = Moment.read(json);
        case "recordedAt" -> recordedAt = Moment.read(json);
        case "inclusion" -> inclusion = Shape.inclusion(json);
        default -> throw new IllegalStateException(name);
      }
    }
    return new Attempt(
        number,
        client,
        idempotencyKey,
        fingerprint,
        planId,
        caseId,
        commandType,
        command,
        outcome,
        decision,
        planSequence,
        actor,
        trace,
        businessMoment,
        recordedAt,
        inclusion);
  }

  boolean accepted() {
    return outcome.equals(ACCEPTED);
  }

  /// The leaf of this attempt in the log of attempts.
  Hash leaf(RecordHash record) {
    return record
        .begin()
        .field(client)
        .field(idempotencyKey)
        .field(fingerprint)
        .optional(planId)
        .optional(caseId)
        .field(commandType)
        .field(command)
        .field(outcome)
        .field(decision)
        .optional(planSequence)
        .field(actor)
        .optional(trace)
        .field(businessMomentMicros)
        .field(recordedAtMicros)
        .leaf();
  }
}
