package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Names of payouts as banks pass them on. What processors write as `po_1AbC` comes as `PO_1ABC`,
/// `po 1AbC` or `PO-1ABC`: not all signs are allowed in a transfer, and many banks know capitals
/// only. So capitals and signs between letters make no difference.
final class PayoutWords {

  private static final int WORDS_AT_MOST = 16;
  private static final int JOINED_AT_MOST = 32;
  private static final int LONGEST = 64;

  /// What has no digit and is shorter is a word of some language.
  private static final int SHORTEST_WITHOUT_DIGIT = 6;

  private PayoutWords() {}

  /// A name without what gets lost on the way.
  static String plain(String name) {
    var letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        letters.append(name.charAt(i));
      }
    }
    // Of a name that is made of signs nothing else is left.
    return letters.isEmpty() ? name : letters.toString().toLowerCase(Locale.ROOT);
  }

  /// Tells the words with a digit, each in its plain form.
  static void words(String text, Consumer<String> word) {
    var told = new int[1];
    TextWords.withDigit(
        text,
        1,
        part -> {
          if (told[0]++ < WORDS_AT_MOST) {
            word.accept(plain(part));
          }
        });
  }

  /// Tells all that may be a name: parts of the text, and two or three that stand side by side, in
  /// their plain form. That is much, so it is asked of lines that refer to nothing else.
  static void parts(String text, Consumer<String> word) {
    var parts = split(text);
    int told = 0;
    for (int from = 0; from < parts.size(); from++) {
      var joined = new StringBuilder();
      for (int to = from; to < Math.min(parts.size(), from + 3); to++) {
        joined.append(parts.get(to));
        if (told < JOINED_AT_MOST && isName(joined.toString())) {
          word.accept(plain(joined.toString()));
          told++;
        }
      }
    }
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
        if (i > from) {
          parts.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return parts;
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST && (hasDigit(text) || text.length() >= SHORTEST_WITHOUT_DIGIT);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}
