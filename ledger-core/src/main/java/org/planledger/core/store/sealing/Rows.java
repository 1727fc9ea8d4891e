package org.planledger.core.store.sealing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Puts rows in the place of those with the same key, and adds those that are new. Only whoever
/// holds the log's lock writes, so nobody comes in between.
final class Rows {

  private Rows() {}

  /// Puts rows.
  ///
  /// @param update and `insert` take the same parameters
  static void put(Work work, String update, String insert, List<Object[]> rows)
      throws SQLException {
    int[] updated = work.batch(update, rows);
    List<Object[]> added = new ArrayList<>();
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] == 0) {
        added.add(rows.get(i));
      }
    }
    work.batch(insert, added);
  }
}
