package org.planledger.core.store;

/// A position at or below the head holds no event. The append never leaves one out, so this is
/// evidence that an event was removed, and every reader stops here.
public final class MissingPositionException extends LedgerStoreException {

  private static final long serialVersionUID = 1L;

  private final long position;

  MissingPositionException(long position) {
    super("The ledger holds no event at position " + position + ", though it goes further");
    this.position = position;
  }

  public long position() {
    return position;
  }
}
