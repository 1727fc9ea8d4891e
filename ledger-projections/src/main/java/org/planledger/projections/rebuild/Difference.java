package org.planledger.projections.rebuild;

import java.util.Map;
import java.util.Optional;

/// A place where the live view and the one that was built anew are not alike.
///
/// @param table the table's name in the view
/// @param key the columns of the row's key
/// @param column the column that differs; none if the whole row is on one side only
/// @param live what the live view has there, as text; none if it has no such row, or nothing there
/// @param rebuilt what the ledger leads to
/// @param position that of the last event that changed the row
public record Difference(
    Kind kind,
    String table,
    Map<String, String> key,
    Optional<String> column,
    Optional<String> live,
    Optional<String> rebuilt,
    long position) {

  /// In what way.
  public enum Kind {
    /// The row is on both sides, and a column of it is not the same.
    VALUE,
    /// The live view lacks the row.
    MISSING,
    /// The live view has a row that the ledger does not lead to.
    SURPLUS
  }
}
