package org.planledger.api.operating;

/// A command ends here, with a code and one line that says why.
final class EndedException extends RuntimeException {

  /// All is well.
  static final int GOOD = 0;

  /// A difference was found, or what was asked for was refused.
  static final int NOT_GOOD = 1;

  /// What was typed cannot be used, or there is no server.
  static final int UNUSABLE = 2;

  private static final long serialVersionUID = 1L;

  private final int code;

  private EndedException(int code, String line) {
    super(line);
    this.code = code;
  }

  static EndedException refused(String line) {
    return new EndedException(NOT_GOOD, line);
  }

  static EndedException unusable(String line) {
    return new EndedException(UNUSABLE, line);
  }

  /// What was typed cannot be used, and this is what came of using it.
  static EndedException unusable(String line, Throwable cause) {
    var ended = unusable(line);
    ended.initCause(cause);
    return ended;
  }

  int code() {
    return code;
  }
}
