package org.planledger.core.store;

/// The ledger already holds an event of this id: the same event was appended twice, or an id was
/// made twice. Nothing was written.
final class DuplicateEventIdException extends LedgerStoreException {

  private static final long serialVersionUID = 1L;

  private final String eventId;

  DuplicateEventIdException(String eventId, Throwable cause) {
    super("The ledger already holds an event with the id " + eventId, cause);
    this.eventId = eventId;
  }

  public String eventId() {
    return eventId;
  }
}
