package org.planledger.api.settlement.format;

import java.io.Serial;

/// A file that cannot be read as a whole: of another format, not well formed, larger than allowed.
/// The message says what was expected and what was found.
public final class UnreadableFileException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableFileException(String message) {
    super(message);
  }

  UnreadableFileException(String message, Throwable cause) {
    super(message, cause);
  }

  static UnreadableFileException wrong(SettlementFormat expected, String found) {
    return new UnreadableFileException(
        "The file is not %s: %s.".formatted(expected.inWords(), found));
  }
}
