package org.planledger.verify.input;

/// What a backslash makes of the letters after it.
final class JsonEscape {

  private static final String LETTERS = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private JsonEscape() {}

  /// The character that the letter at this index stands for; -1 if there is none.
  static int at(String text, int index) {
    if (index >= text.length()) {
      return -1;
    }
    if (text.charAt(index) == 'u') {
      return hexadecimal(text, index + 1);
    }
    int known = LETTERS.indexOf(text.charAt(index));
    return known < 0 ? -1 : MEANINGS.charAt(known);
  }

  private static int hexadecimal(String text, int start) {
    if (start + 4 > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = start; i < start + 4; i++) {
      // Only ASCII: `Character.digit` would take the digits of every script.
      char letter = text.charAt(i);
      int digit = letter < 128 ? Character.digit(letter, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = 16 * code + digit;
    }
    return code;
  }
}
