package org.planledger.bench;

/// A contender stored something else than it had acknowledged. Its figures count for nothing.
final class LostCommandsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LostCommandsException(String message) {
    super(message);
  }
}
