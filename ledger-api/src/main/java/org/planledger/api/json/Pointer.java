package org.planledger.api.json;

/// A JSON pointer (RFC 6901), built from the outside in.
record Pointer(String text) {
  static final Pointer ROOT = new Pointer("");

  /// Longer ones come from names that a client made up; they are cut before they are repeated.
  private static final int MAX_CHARACTERS = 400;

  static Pointer of(String text) {
    return new Pointer(text);
  }

  Pointer to(String name) {
    var whole = text + "/" + name.replace("~", "~0").replace("/", "~1");
    return new Pointer(whole.substring(0, Math.min(whole.length(), MAX_CHARACTERS)));
  }

  Pointer to(int index) {
    return to(Integer.toString(index));
  }
}
