package org.planledger.verify.log;

import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;
import org.planledger.verify.input.Moment;
import org.planledger.verify.input.Utf8;
import org.planledger.verify.proof.RecordHash;

/// A line of an exported log.
final class ExportedEvent {

  /// The longest text, in bytes.
  private static final int MAX_TEXT_BYTES = 8192;

  private static final int MAX_CONTENT_BYTES = 16 << 20;

  /// In the order in which a ledger writes them, which is the fastest to read; every other is read
  /// as well.
  private static final Members MEMBERS =
      Members.required(
          "streamType",
          "streamId",
          "position",
          "sequence",
          "eventId",
          "type",
          "revision",
          "recordedAt",
          "payload",
          "metadata");

  private static final byte[] NOTHING = {};

  private ExportedEvent() {}

  /// Reads a line, hashes it and adds it to these.
  ///
  /// @return the id of its stream
  static Utf8 read(JsonReader json, RecordHash record, HashedEvents events) {
    long position = 0;
    Utf8 streamId = Utf8.EMPTY;
    long sequence = 0;
    Utf8 eventId = Utf8.EMPTY;
    Utf8 type = Utf8.EMPTY;
    Utf8 revision = Utf8.EMPTY;
    long recordedAt = 0;
    byte[] payload = NOTHING;
    byte[] metadata = NOTHING;
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "position" -> position = json.integer(1, JsonReader.MAX_INTEGER);
        case "streamType" -> json.oneOf("PLAN", "DEVICE");
        case "streamId" -> streamId = json.text(MAX_TEXT_BYTES);
        case "sequence" -> sequence = json.integer(0, JsonReader.MAX_INTEGER);
        case "eventId" -> eventId = json.text(MAX_TEXT_BYTES);
        case "type" -> type = json.text(MAX_TEXT_BYTES);
        case "revision" -> revision = json.text(MAX_TEXT_BYTES);
        case "recordedAt" -> recordedAt = Moment.read(json);
        case "payload" -> payload = json.base64(MAX_CONTENT_BYTES);
        case "metadata" -> metadata = json.base64(MAX_CONTENT_BYTES);
        default -> throw new IllegalStateException(name);
      }
    }
    json.end();
    field(record.begin(), streamId).field(sequence);
    field(field(field(record, type), revision), eventId).field(recordedAt);
    events.add(position, sequence, streamId, record.field(payload).field(metadata));
    return streamId;
  }

  private static RecordHash field(RecordHash record, Utf8 text) {
    return record.field(text.bytes(), text.from(), text.to());
  }
}
