package org.planledger.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.planledger.core.store.UnitRow.NewRead;

/// Reads who looked at what is not shown without a reason.
public final class Reads {

  private final DataSource dataSource;

  Reads(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// All recorded reads in the order of their numbers, from after a number on; 0 for the start.
  public List<ReadRow> after(long number, int limit) {
    return new Query(
            dataSource,
            "select number, kind, subject, client, actor, reason, outcome, read_at"
                + " from ledger_read where number > ? order by number limit ?",
            number,
            limit)
        .list(Reads::read);
  }

  private static ReadRow read(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    try {
      return new ReadRow(
          number,
          new NewRead(
              row.getString("kind"),
              row.getString("subject"),
              row.getString("client"),
              row.getString("actor"),
              row.getString("reason"),
              NewRead.isFound(row.getString("outcome")),
              Query.instant(row, "read_at")));
    } catch (IllegalArgumentException e) {
      throw new UnreadableRowException("ledger_read", number, e);
    }
  }
}
