package org.planledger.core.finance.matching;

import java.util.Optional;

/// UUIDs as people and banks write them: with hyphens or without, in small letters or capitals.
final class Uuids {

  /// How many hexadecimal digits one has.
  static final int DIGITS = 32;

  private static final int CANONICAL_LENGTH = 36;
  private static final String HEX = "0123456789abcdef";

  private Uuids() {}

  /// The value of a hexadecimal digit, or -1.
  static int digit(char letter) {
    if (letter >= '0' && letter <= '9') {
      return letter - '0';
    }
    if (letter >= 'a' && letter <= 'f') {
      return letter - 'a' + 10;
    }
    return letter >= 'A' && letter <= 'F' ? letter - 'A' + 10 : -1;
  }

  /// Whether this is the usual form, in small letters.
  static boolean isCanonical(String text) {
    if (text.length() != CANONICAL_LENGTH) {
      return false;
    }
    for (int i = 0; i < CANONICAL_LENGTH; i++) {
      char letter = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      boolean good =
          hyphen ? letter == '-' : digit(letter) >= 0 && !(letter >= 'A' && letter <= 'F');
      if (!good) {
        return false;
      }
    }
    return true;
  }

  /// The usual form of 32 digits that begin somewhere in a row of digits.
  static String canonical(CharSequence digits, int from) {
    var text = new StringBuilder(CANONICAL_LENGTH);
    for (int i = 0; i < DIGITS; i++) {
      if (i == 8 || i == 12 || i == 16 || i == 20) {
        text.append('-');
      }
      text.append(HEX.charAt(digit(digits.charAt(from + i))));
    }
    return text.toString();
  }

  /// The usual form of a text that is a UUID in some form and nothing else.
  static Optional<String> canonical(String text) {
    if (text.length() < DIGITS || text.length() > CANONICAL_LENGTH + 2) {
      return Optional.empty();
    }
    var digits = new StringBuilder(DIGITS);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (digit(letter) >= 0) {
        digits.append(letter);
      } else if (letter != '-' && letter != '{' && letter != '}' && letter != ' ') {
        return Optional.empty();
      }
    }
    return digits.length() == DIGITS ? Optional.of(canonical(digits, 0)) : Optional.empty();
  }
}
