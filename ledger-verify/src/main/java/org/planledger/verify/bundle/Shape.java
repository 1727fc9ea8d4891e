package org.planledger.verify.bundle;

import java.util.ArrayList;
import java.util.List;
import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.proof.Bytes;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.KeyedMap;
import org.planledger.verify.proof.LogTree;

/// How large the parts of a bundle may be, far above what a ledger writes, and how the parts are
/// read that many of them share.
final class Shape {

  /// The longest text, in bytes.
  static final int MAX_TEXT_BYTES = 8192;

  /// The longest payload, command or decision.
  static final int MAX_CONTENT_BYTES = 16 << 20;

  static final int MAX_STREAMS = 10_000;
  static final int MAX_EVENTS = 1_000_000;
  static final int MAX_ATTEMPTS = 1_000_000;
  static final int MAX_PRIVATE_VALUES = 1_000_000;

  static final Bytes NO_BYTES = Bytes.of(new byte[0]);

  private Shape() {}

  static Bytes bytes(JsonReader json) {
    return Bytes.of(json.base64(MAX_CONTENT_BYTES));
  }

  static Hash hash(JsonReader json) {
    return Hash.of(json.base64Exactly(Hash.LENGTH_BYTES));
  }

  static List<Hash> inclusion(JsonReader json) {
    return hashes(json, LogTree.MAX_PROOF_HASHES);
  }

  static List<Hash> siblings(JsonReader json) {
    return hashes(json, KeyedMap.MAX_DEPTH);
  }

  static Checkpoint checkpoint(JsonReader json) {
    String note = json.string(Checkpoint.MAX_NOTE_BYTES);
    return Checkpoint.parse(json.pointer(), note);
  }

  private static List<Hash> hashes(JsonReader json, int most) {
    var hashes = new ArrayList<Hash>();
    json.beginArray(most);
    while (json.nextElement()) {
      hashes.add(hash(json));
    }
    return List.copyOf(hashes);
  }
}
