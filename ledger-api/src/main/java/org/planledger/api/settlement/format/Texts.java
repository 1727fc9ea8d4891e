package org.planledger.api.settlement.format;

import java.util.Optional;

/// Texts as they come out of files.
final class Texts {

  private static final int REFERENCE_CHARACTERS = 255;
  private static final int PROSE_CHARACTERS = 500;
  private static final int SHOWN_CHARACTERS = 60;

  private Texts() {}

  /// A text by which something is found; none if it is blank. It is never cut: half a reference
  /// would find something else.
  ///
  /// @throws BrokenRecordException if it is too long
  static Optional<String> reference(String text, String column) {
    String stripped = text.strip();
    if (stripped.length() > REFERENCE_CHARACTERS) {
      throw BrokenRecordException.in(
          column,
          QuarantineReason.TOO_LONG,
          "a reference has at most %d characters".formatted(REFERENCE_CHARACTERS));
    }
    return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
  }

  /// A text for people, as much of it as fits; all of it stands in the record.
  static Optional<String> prose(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(cut(stripped, PROSE_CHARACTERS));
  }

  /// As much of a text as a message shows.
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() > SHOWN_CHARACTERS ? cut(line, SHOWN_CHARACTERS) + "..." : line;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  /// Whether nothing in it is a control character or stands for bytes that are no text.
  static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD' || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
        return false;
      }
    }
    return true;
  }
}
