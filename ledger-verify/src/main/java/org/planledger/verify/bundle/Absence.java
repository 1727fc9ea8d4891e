package org.planledger.verify.bundle;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.KeyedMap;

/// What is handed out about a stream that does not exist, such as that of a device that was never
/// bound.
///
/// @param other the entry that stands where that of the stream would; null if none does
record Absence(
    String streamId, Checkpoint checkpoint, List<Hash> siblings, KeyedMap.@Nullable Other other)
    implements Document {

  static final String FORMAT = "plan-ledger-absence/1";

  private static final Members MEMBERS =
      Members.required("format", "streamId", "checkpoint", "map");
  private static final Members MAP = Members.required("siblings").optional("other");
  private static final Members OTHER = Members.required("key", "sequence", "streamHash");

  static Absence read(JsonReader json) {
    String streamId = "";
    Checkpoint checkpoint = null;
    List<Hash> siblings = List.of();
    KeyedMap.Other other = null;
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "format" -> json.oneOf(FORMAT);
        case "streamId" -> streamId = json.string(Shape.MAX_TEXT_BYTES);
        case "checkpoint" -> checkpoint = Shape.checkpoint(json);
        case "map" -> {
          json.beginObject(MAP);
          for (String part = json.nextMember(); part != null; part = json.nextMember()) {
            if (part.equals("siblings")) {
              siblings = Shape.siblings(json);
            } else {
              other = other(json);
            }
          }
        }
        default -> throw new IllegalStateException(name);
      }
    }
    json.end();
    if (checkpoint == null) {
      throw new IllegalStateException("a member that is required was read");
    }
    return new Absence(streamId, checkpoint, siblings, other);
  }

  /// The root to which the proof leads, if it can be one.
  Optional<Hash> root() {
    Hash key = KeyedMap.key(streamId);
    return other == null
        ? KeyedMap.rootWithout(key, siblings)
        : KeyedMap.rootWithout(key, siblings, other);
  }

  private static KeyedMap.Other other(JsonReader json) {
    Hash key = Hash.ZERO;
    long sequence = 0;
    Hash streamHash = Hash.ZERO;
    json.beginObject(OTHER);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "key" -> key = Shape.hash(json);
        case "sequence" -> sequence = json.integer(0, JsonReader.MAX_INTEGER);
        case "streamHash" -> streamHash = Shape.hash(json);
        default -> throw new IllegalStateException(name);
      }
    }
    return new KeyedMap.Other(key, sequence, streamHash);
  }
}
