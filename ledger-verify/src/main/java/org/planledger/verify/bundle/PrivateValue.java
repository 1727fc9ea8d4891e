package org.planledger.verify.bundle;

import java.util.HexFormat;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.input.Members;
import org.planledger.verify.proof.Bytes;
import org.planledger.verify.proof.Hash;

/// A value that the history only commits to, shown to somebody who may see it.
///
/// @param kind what it is said to be; nothing proves that
record PrivateValue(String reference, String kind, Bytes salt, Bytes value) {

  private static final Members MEMBERS = Members.required("reference", "kind", "salt", "value");

  /// With salts of one length only, no byte can be moved between salt and value.
  private static final int SALT_BYTES = 32;

  static PrivateValue read(JsonReader json) {
    String reference = "";
    String kind = "";
    Bytes salt = Shape.NO_BYTES;
    Bytes value = Shape.NO_BYTES;
    json.beginObject(MEMBERS);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "reference" -> reference = json.string(Shape.MAX_TEXT_BYTES);
        case "kind" -> kind = json.string(Shape.MAX_TEXT_BYTES);
        case "salt" -> salt = Bytes.of(json.base64Exactly(SALT_BYTES));
        case "value" -> value = Shape.bytes(json);
        default -> throw new IllegalStateException(name);
      }
    }
    return new PrivateValue(reference, kind, salt, value);
  }

  /// SHA-256(salt, value), in hexadecimal as in the history.
  String commitment() {
    return HexFormat.of().formatHex(Hash.sha256(salt.content(), value.content()).toArray());
  }
}
