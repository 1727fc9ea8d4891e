package org.planledger.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Refuses every update and delete on the table it stands on. H2 calls it by its
/// name.
public final class AppendOnlyTrigger extends ProtectingTrigger {

  /// For H2, which makes one per trigger.
  public AppendOnlyTrigger() {}

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] oldRow,
      @Nullable Object @Nullable [] newRow)
      throws SQLException {
    throw refusal("is append-only");
  }
}
