package org.planledger.core.store;

/// So many units wait to be stored that another one is turned away at once, rather than letting
/// the queue and everybody's waiting time grow. Nothing was written; worth trying again a little
/// later.
public final class LedgerBusyException extends LedgerStoreException {

  private static final long serialVersionUID = 1L;

  LedgerBusyException(int waitingUnits) {
    super(
        waitingUnits
            + " commands already wait to be stored; this one was not accepted and changed"
            + " nothing. Try again in a moment");
  }
}
