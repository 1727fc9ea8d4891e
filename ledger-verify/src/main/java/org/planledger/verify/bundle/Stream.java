package org.planledger.verify.bundle;

import java.util.ArrayList;
import java.util.List;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;
import org.planledger.verify.proof.Hash;

/// All that ever happened to a plan or to a device, with the proof where it ends.
///
/// @param siblings the proof in the map, from the root downwards
record Stream(String id, Type type, List<Event> events, List<Hash> siblings) {

  private static final Members MEMBERS =
      Members.required("streamId", "streamType", "events", "map");
  private static final Members MAP = Members.required("siblings");

  /// Whose history it is.
  enum Type {
    PLAN,
    DEVICE
  }

  static Stream read(JsonReader json) {
    String id = "";
    Type type = Type.PLAN;
    List<Event> events = List.of();
    List<Hash> siblings = List.of();
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "streamId" -> id = json.string(Shape.MAX_TEXT_BYTES);
        case "streamType" -> type = Type.valueOf(json.oneOf("PLAN", "DEVICE"));
        case "events" -> events = events(json);
        case "map" -> siblings = map(json);
        default -> throw new IllegalStateException(name);
      }
    }
    return new Stream(id, type, events, siblings);
  }

  private static List<Event> events(JsonReader json) {
    var events = new ArrayList<Event>();
    json.beginArray(Shape.MAX_EVENTS);
    while (json.nextElement()) {
      events.add(Event.read(json));
    }
    return List.copyOf(events);
  }

  private static List<Hash> map(JsonReader json) {
    List<Hash> siblings = List.of();
    json.beginObject(MAP);
    while (json.nextMember() != null) {
      siblings = Shape.siblings(json);
    }
    return siblings;
  }
}
