package org.planledger.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.planledger.core.store.UnitRow.PrivateValue;

/// Reads and erases what is too private for an event. A reference without a value is an erased
/// one: events and attempts keep the reference and the commitment for ever.
public final class PrivateValues {

  private static final String SELECT =
      "select reference, subject, kind, salt, content from private_value ";

  private final DataSource dataSource;
  private final Durability durability;

  PrivateValues(DataSource dataSource, Durability durability) {
    this.dataSource = dataSource;
    this.durability = durability;
  }

  /// The value behind a reference; empty once it is erased.
  public Optional<PrivateValue> read(String reference) {
    return new Query(dataSource, SELECT + "where reference = ?", reference)
        .first(PrivateValues::value);
  }

  /// All that is held of a subject.
  public List<PrivateValue> ofSubject(String subject) {
    return new Query(dataSource, SELECT + "where subject = ? order by kind, reference", subject)
        .list(PrivateValues::value);
  }

  /// Erases one value for good; durable when it returns.
  ///
  /// @return whether there was one
  boolean erase(String reference) {
    int erased =
        new Query(dataSource, "delete from private_value where reference = ?", reference).update();
    durability.force();
    return erased > 0;
  }

  /// Erases all that is held of a subject for good; durable when it returns.
  ///
  /// @return how many values there were
  int eraseSubject(String subject) {
    int erased =
        new Query(dataSource, "delete from private_value where subject = ?", subject).update();
    durability.force();
    return erased;
  }

  private static PrivateValue value(ResultSet row) throws SQLException {
    return new PrivateValue(
        row.getString("reference"),
        row.getString("subject"),
        row.getString("kind"),
        Query.bytes(row, "salt"),
        Query.bytes(row, "content"));
  }
}
