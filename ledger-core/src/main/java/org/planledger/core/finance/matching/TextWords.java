package org.planledger.core.finance.matching;

import java.util.function.Consumer;

/// Words of the texts that people and programs write into payments.
final class TextWords {

  private static final int LONGEST = 64;

  private TextWords() {}

  /// Tells all words that have a digit in them; hyphens and underscores belong to a word.
  ///
  /// @param shortest of how many letters at least
  static void withDigit(String text, int shortest, Consumer<String> word) {
    int from = 0;
    boolean digit = false;
    for (int i = 0; i <= text.length(); i++) {
      char letter = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(letter) || letter == '-' || letter == '_') {
        digit |= Character.isDigit(letter);
      } else {
        if (digit && i - from >= shortest && i - from <= LONGEST) {
          word.accept(text.substring(from, i));
        }
        from = i + 1;
        digit = false;
      }
    }
  }
}
