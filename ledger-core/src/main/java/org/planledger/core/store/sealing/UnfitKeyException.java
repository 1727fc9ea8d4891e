package org.planledger.core.store.sealing;

/// The signing key does not go with the checkpoints that are there. The message says what to do.
public final class UnfitKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnfitKeyException(String message) {
    super(message);
  }
}
