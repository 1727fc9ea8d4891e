package org.planledger.core.device;

import java.util.Locale;
import java.util.Optional;

/// A serial number as somebody wrote it, and the canonical form by which two spellings are told to
/// be one device: no white space, capital letters. Nothing else is assumed of its format, which
/// differs from product to product.
public record SerialNumber(String raw, String canonical) {
  /// The shortest canonical serial taken, in characters.
  public static final int MIN_LENGTH_CHARACTERS = 8;

  /// The longest canonical serial taken, in characters.
  public static final int MAX_LENGTH_CHARACTERS = 24;

  /// Reads a serial number; throws `IllegalArgumentException` with the reason of [#objection].
  public static SerialNumber of(String raw) {
    objection(raw)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return new SerialNumber(raw, canonical(raw));
  }

  /// Why this text cannot be a serial number, or nothing. The reason never repeats the text.
  public static Optional<String> objection(String raw) {
    if (raw.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("a serial number has no control characters");
    }
    var compact = compact(raw);
    // Before the capitals: some letters of other alphabets have capitals that are ASCII.
    if (!compact.chars().allMatch(c -> c >= '!' && c <= '~')) {
      return Optional.of("a serial number has printable ASCII characters only");
    }
    if (compact.length() < MIN_LENGTH_CHARACTERS || compact.length() > MAX_LENGTH_CHARACTERS) {
      return Optional.of(
          "a serial number has %d to %d characters, this one has %d"
              .formatted(MIN_LENGTH_CHARACTERS, MAX_LENGTH_CHARACTERS, compact.length()));
    }
    return Optional.empty();
  }

  /// All but the last four characters hidden.
  public String masked() {
    return "****" + canonical.substring(canonical.length() - 4);
  }

  /// Never the serial itself: this text may end up in a log.
  @Override
  public String toString() {
    return masked();
  }

  private static String canonical(String raw) {
    return compact(raw).toUpperCase(Locale.ROOT);
  }

  private static String compact(String raw) {
    return raw.replace(" ", "").strip();
  }
}
