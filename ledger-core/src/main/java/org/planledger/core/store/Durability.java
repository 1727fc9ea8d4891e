package org.planledger.core.store;

/// Makes what has been committed survive a power cut, where the commit itself does not.
@FunctionalInterface
interface Durability {

  /// For databases whose commit waits for the disk.
  Durability BY_COMMIT = () -> {};

  /// Returns when all that was committed before is on disk.
  ///
  /// @throws LedgerStoreException if that could not be made sure
  void force();
}
