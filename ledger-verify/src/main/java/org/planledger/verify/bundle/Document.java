package org.planledger.verify.bundle;

import org.planledger.verify.input.JsonReader;

/// Something that is handed out to be verified by itself.
sealed interface Document permits Bundle, Absence {

  /// Reads one, whichever it is.
  ///
  /// @param name what is being read, for messages
  static Document read(String name, byte[] text) {
    var head = new JsonReader(name, text);
    head.beginObject();
    if (!"format".equals(head.nextMember())) {
      throw head.problem("the first member must be `format`");
    }
    return switch (head.oneOf(Bundle.FORMAT, Absence.FORMAT)) {
      case Bundle.FORMAT -> Bundle.read(new JsonReader(name, text));
      default -> Absence.read(new JsonReader(name, text));
    };
  }
}
