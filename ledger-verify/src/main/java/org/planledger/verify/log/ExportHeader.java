package org.planledger.verify.log;

import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;

/// The first line of an exported log: what it covers, and the checkpoint it is to lead to.
record ExportHeader(long from, long to, Checkpoint checkpoint) {

  static final String FORMAT = "plan-ledger-log/1";

  private static final Members MEMBERS = Members.required("format", "from", "to", "checkpoint");

  static ExportHeader read(JsonReader json) {
    long from = 0;
    long to = 0;
    Checkpoint checkpoint = null;
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "format" -> json.oneOf(FORMAT);
        case "from" -> from = json.integer(1, JsonReader.MAX_INTEGER);
        case "to" -> to = json.integer(0, JsonReader.MAX_INTEGER);
        case "checkpoint" -> {
          String note = json.string(Checkpoint.MAX_NOTE_BYTES);
          checkpoint = Checkpoint.parse(json.pointer(), note);
        }
        default -> throw new IllegalStateException(name);
      }
    }
    json.end();
    if (checkpoint == null) {
      throw new IllegalStateException("a member that is required was read");
    }
    if (from != 1 || to != checkpoint.events().size()) {
      throw json.problem(
          "only a whole log leads to its checkpoint: positions 1 to %d are expected, not %d to %d"
              .formatted(checkpoint.events().size(), from, to));
    }
    return new ExportHeader(from, to, checkpoint);
  }
}
