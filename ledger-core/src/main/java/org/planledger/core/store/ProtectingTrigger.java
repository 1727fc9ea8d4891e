package org.planledger.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/// Keeps the rows of a table as they are. H2 calls it by the name that the migrations give; on
/// PostgreSQL a function of the same effect stands in its place.
abstract class ProtectingTrigger implements Trigger {

  private static final String RESTRICT_VIOLATION = "23001";

  private String table = "The table";

  @Override
  public final void init(
      Connection connection,
      String schemaName,
      String triggerName,
      String tableName,
      boolean before,
      int type) {
    table = tableName;
  }

  /// What whoever tries is told.
  ///
  /// @param what the table is
  final SQLException refusal(String what) {
    return new SQLException(
        "%s %s: neither update nor delete is allowed".formatted(table, what), RESTRICT_VIOLATION);
  }
}
