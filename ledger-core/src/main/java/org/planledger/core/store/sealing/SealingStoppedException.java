package org.planledger.core.store.sealing;

import org.planledger.core.store.LedgerStoreException;

/// Nothing is sealed any more, because what is stored is damaged. An alarm says the same.
public final class SealingStoppedException extends LedgerStoreException {

  private static final long serialVersionUID = 1L;

  SealingStoppedException(String what) {
    super("Nothing is sealed any more: " + what, null);
  }
}
