package org.planledger.verify.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;

/// All that is handed out about one plan.
record Bundle(
    String planId,
    Checkpoint checkpoint,
    List<Stream> streams,
    List<Attempt> attempts,
    List<PrivateValue> privateValues)
    implements Document {

  static final String FORMAT = "plan-ledger-bundle/1";

  private static final Members MEMBERS =
      Members.required("format", "planId", "checkpoint", "streams", "attempts")
          .optional("privateValues");

  static Bundle read(JsonReader json) {
    String planId = "";
    Checkpoint checkpoint = null;
    List<Stream> streams = List.of();
    List<Attempt> attempts = List.of();
    List<PrivateValue> privateValues = List.of();
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "format" -> json.oneOf(FORMAT);
        case "planId" -> planId = json.string(Shape.MAX_TEXT_BYTES);
        case "checkpoint" -> checkpoint = Shape.checkpoint(json);
        case "streams" -> streams = list(json, Shape.MAX_STREAMS, Stream::read);
        case "attempts" -> attempts = list(json, Shape.MAX_ATTEMPTS, Attempt::read);
        case "privateValues" ->
            privateValues = list(json, Shape.MAX_PRIVATE_VALUES, PrivateValue::read);
        default -> throw new IllegalStateException(name);
      }
    }
    json.end();
    if (checkpoint == null) {
      throw new IllegalStateException("a member that is required was read");
    }
    return new Bundle(planId, checkpoint, streams, attempts, privateValues);
  }

  private static <T> List<T> list(JsonReader json, int most, Function<JsonReader, T> read) {
    var list = new ArrayList<T>();
    json.beginArray(most);
    while (json.nextElement()) {
      list.add(read.apply(json));
    }
    return List.copyOf(list);
  }
}
