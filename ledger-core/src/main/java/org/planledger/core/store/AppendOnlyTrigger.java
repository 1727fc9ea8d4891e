package org.planledger.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// Refuses every update and delete on the table it stands on. H2 calls it by the name that the
/// migrations give; on PostgreSQL a function of the same effect stands in its place.
public final class AppendOnlyTrigger implements Trigger {

  private static final String RESTRICT_VIOLATION = "23001";

  private String table = "The table";

  /// For H2, which makes one per trigger.
  public AppendOnlyTrigger() {}

  @Override
  public void init(
      Connection connection,
      String schemaName,
      String triggerName,
      String tableName,
      boolean before,
      int type) {
    table = tableName;
  }

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] oldRow,
      @Nullable Object @Nullable [] newRow)
      throws SQLException {
    throw new SQLException(
        table + " is append-only: neither update nor delete is allowed", RESTRICT_VIOLATION);
  }
}
