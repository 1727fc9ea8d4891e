package org.planledger.verify.bundle;

import java.util.List;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;
import org.planledger.verify.input.Moment;
import org.planledger.verify.proof.Bytes;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.RecordHash;

/// An event as it is stored, with the proof that it is in the log at its position.
record Event(
    long position,
    long sequence,
    String eventId,
    String type,
    String revision,
    long recordedAtMicros,
    Bytes payload,
    Bytes metadata,
    List<Hash> inclusion) {

  private static final Members MEMBERS =
      Members.required(
          "position",
          "sequence",
          "eventId",
          "type",
          "revision",
          "recordedAt",
          "payload",
          "metadata",
          "inclusion");

  static Event read(JsonReader json) {
    long position = 0;
    long sequence = 0;
    String eventId = "";
    String type = "";
    String revision = "";
    long recordedAt = 0;
    Bytes payload = Shape.NO_BYTES;
    Bytes metadata = Shape.NO_BYTES;
    List<Hash> inclusion = List.of();
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "position" -> position = json.integer(1, JsonReader.MAX_INTEGER);
        case "sequence" -> sequence = json.integer(0, JsonReader.MAX_INTEGER);
        case "eventId" -> eventId = json.string(Shape.MAX_TEXT_BYTES);
        case "type" -> type = json.string(Shape.MAX_TEXT_BYTES);
        case "revision" -> revision = json.string(Shape.MAX_TEXT_BYTES);
        case "recordedAt" -> recordedAt = Moment.read(json);
        case "payload" -> payload = Shape.bytes(json);
        case "metadata" -> metadata = Shape.bytes(json);
        case "inclusion" -> inclusion = Shape.inclusion(json);
        default -> throw new IllegalStateException(name);
      }
    }
    return new Event(
        position, sequence, eventId, type, revision, recordedAt, payload, metadata, inclusion);
  }

  /// The leaf of this event in the log, if it is one of this stream.
  Hash leaf(String streamId, RecordHash record) {
    return record
        .begin()
        .field(streamId)
        .field(sequence)
        .field(type)
        .field(revision)
        .field(eventId)
        .field(recordedAtMicros)
        .field(payload)
        .field(metadata)
        .leaf();
  }
}
