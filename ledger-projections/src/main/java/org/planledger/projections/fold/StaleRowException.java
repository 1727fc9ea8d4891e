package org.planledger.projections.fold;

/// A row was changed by somebody else between being read and being written. Nothing of the batch
/// may be kept; handled again, it will read the row as it is now.
final class StaleRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleRowException(String table) {
    super("A row of " + table + " was changed by another writer while this one held it");
  }

  /// Throws it unless each statement of some batches has changed one row.
  static void unlessEachOne(String table, int[][] changed) {
    for (int[] batch : changed) {
      for (int rows : batch) {
        if (rows != 1) {
          throw new StaleRowException(table);
        }
      }
    }
  }
}
