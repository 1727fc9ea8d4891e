package org.planledger.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Refuses to change or delete what belongs to a settlement file that was imported as a whole; what
/// belongs to none yet may be deleted. The number of the file is the first column. H2 calls it by
/// the name that the migrations give; on PostgreSQL a function of the same effect stands in its
/// place.
public final class ImportedTrigger extends ProtectingTrigger {

  /// For H2, which makes one per trigger.
  public ImportedTrigger() {}

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] oldRow,
      @Nullable Object @Nullable [] newRow)
      throws SQLException {
    if (newRow != null || oldRow == null || isImported(connection, oldRow[0])) {
      throw refusal("holds what was imported");
    }
  }

  private static boolean isImported(Connection connection, @Nullable Object file)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from settlement_file where number = ?")) {
      select.setObject(1, file);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
