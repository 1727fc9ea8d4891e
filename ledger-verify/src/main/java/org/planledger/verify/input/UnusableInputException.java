package org.planledger.verify.input;

/// The input is not what the command takes, so nothing can be said about it. The message is one
/// sentence for a person and begins with the place, as exactly as it is known.
public final class UnusableInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /// Something is wrong at a place.
  ///
  /// @param place where: a file, a line, a JSON pointer
  /// @param what what is wrong there
  public UnusableInputException(String place, String what) {
    super(place + ": " + what);
    this.sentence = place + ": " + what;
  }

  public UnusableInputException(String place, String what, Throwable cause) {
    super(place + ": " + what, cause);
    this.sentence = place + ": " + what;
  }

  /// Place and mistake.
  public String sentence() {
    return sentence;
  }
}
