package org.planledger.verify.log;

import java.util.ArrayList;
import java.util.List;
import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.checkpoint.LogHead;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;
import org.planledger.verify.proof.Hash;

/// That a log at one size begins with the same log at a smaller size.
///
/// @param log which of the three logs: `events`, `attempts` or `reads`
record ConsistencyProof(String log, long from, long to, List<Hash> proof) {

  private static final Members MEMBERS = Members.required("from", "to", "proof").optional("log");

  /// Twice the height of the tallest tree.
  private static final int MAX_HASHES = 128;

  static ConsistencyProof read(JsonReader json) {
    String log = "events";
    long from = 0;
    long to = 0;
    var proof = new ArrayList<Hash>();
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "log" -> log = json.oneOf("events", "attempts", "reads");
        case "from" -> from = json.integer(0, JsonReader.MAX_INTEGER);
        case "to" -> to = json.integer(0, JsonReader.MAX_INTEGER);
        case "proof" -> {
          json.beginArray(MAX_HASHES);
          while (json.nextElement()) {
            proof.add(Hash.of(json.base64Exactly(Hash.LENGTH_BYTES)));
          }
        }
        default -> throw new IllegalStateException(name);
      }
    }
    json.end();
    return new ConsistencyProof(log, from, to, List.copyOf(proof));
  }

  /// The head of the log that this proof is about.
  LogHead head(Checkpoint checkpoint) {
    return switch (log) {
      case "attempts" -> checkpoint.attempts();
      case "reads" -> checkpoint.reads();
      default -> checkpoint.events();
    };
  }
}
