package org.planledger.projections.fold;

/// A row was changed by somebody else between being read and being written. Nothing of the batch
/// may be kept; handled again, it will read the row as it is now.
final class StaleRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleRowException(String table) {
    super("A row of " + table + " was changed by another writer while this one held it");
  }
}
