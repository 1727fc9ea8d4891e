package org.planledger.verify.log;

import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;
import org.planledger.verify.input.Moment;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.KeyedMap;
import org.planledger.verify.proof.RecordHash;

/// What is left of a line of an exported log once it is hashed.
///
/// @param key under which key the end of the stream stands in the map
record ExportedEvent(long position, String streamId, long sequence, Hash key, Hash leaf) {

  /// The longest text, in bytes.
  private static final int MAX_TEXT_BYTES = 8192;

  private static final int MAX_CONTENT_BYTES = 16 << 20;

  private static final Members MEMBERS =
      Members.required(
          "position",
          "streamType",
          "streamId",
          "sequence",
          "eventId",
          "type",
          "revision",
          "recordedAt",
          "payload",
          "metadata");

  private static final byte[] NOTHING = {};

  static ExportedEvent read(JsonReader json, RecordHash record) {
    long position = 0;
    String streamId = "";
    long sequence = 0;
    String eventId = "";
    String type = "";
    String revision = "";
    long recordedAt = 0;
    byte[] payload = NOTHING;
    byte[] metadata = NOTHING;
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "position" -> position = json.integer(1, JsonReader.MAX_INTEGER);
        case "streamType" -> json.oneOf("PLAN", "DEVICE");
        case "streamId" -> streamId = json.string(MAX_TEXT_BYTES);
        case "sequence" -> sequence = json.integer(0, JsonReader.MAX_INTEGER);
        case "eventId" -> eventId = json.string(MAX_TEXT_BYTES);
        case "type" -> type = json.string(MAX_TEXT_BYTES);
        case "revision" -> revision = json.string(MAX_TEXT_BYTES);
        case "recordedAt" -> recordedAt = Moment.read(json);
        case "payload" -> payload = json.base64(MAX_CONTENT_BYTES);
        case "metadata" -> metadata = json.base64(MAX_CONTENT_BYTES);
        default -> throw new IllegalStateException(name);
      }
    }
    json.end();
    Hash leaf =
        record
            .begin()
            .field(streamId)
            .field(sequence)
            .field(type)
            .field(revision)
            .field(eventId)
            .field(recordedAt)
            .field(payload)
            .field(metadata)
            .leaf();
    return new ExportedEvent(position, streamId, sequence, KeyedMap.key(streamId), leaf);
  }
}
