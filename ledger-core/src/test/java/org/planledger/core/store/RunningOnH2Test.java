package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.store.StreamType.PLAN;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerDatabase;

/// What holds on H2 only.
class RunningOnH2Test {

  private static LedgerDatabase database;

  @BeforeAll
  static void open() {
    database = LedgerDatabase.fresh(DatabaseVendor.H2);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void what_cannot_be_forced_to_disk_is_not_acknowledged() throws SQLException {
    // The application's own user may not ask for a checkpoint.
    H2Checkpoint forbidden = new H2Checkpoint(database.unpooledApplication());
    try (BatchWriter writer =
        H2BatchWriter.on(database.unpooledApplication().getConnection(), forbidden)) {
      Unit unit = new UnitMaker(database).unit(PLAN, "unforced-p", 0);

      assertThatThrownBy(() -> writer.write(List.of(unit)))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasRootCauseMessage(rootMessage(forbidden));
    }
  }

  private static String rootMessage(H2Checkpoint checkpoint) {
    try {
      checkpoint.sync();
      throw new AssertionError("The application's user made a checkpoint");
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  @Test
  void an_erasure_that_cannot_be_forced_to_disk_says_so() {
    PrivateValues values =
        new PrivateValues(database.application(), new H2Checkpoint(database.unpooledApplication()));

    assertThatThrownBy(() -> values.erase("nothing"))
        .isExactlyInstanceOf(LedgerStoreException.class)
        .hasMessageContaining("could not be forced to disk");
  }

  @Test
  void no_column_is_a_large_object() throws SQLException {
    try (Connection owner = database.owner().getConnection();
        ResultSet columns = owner.getMetaData().getColumns(null, "PUBLIC", null, null)) {
      while (columns.next()) {
        assertThat(columns.getString("TYPE_NAME"))
            .as("%s.%s", columns.getString("TABLE_NAME"), columns.getString("COLUMN_NAME"))
            .isNotIn("BINARY LARGE OBJECT", "CHARACTER LARGE OBJECT");
      }
    }
  }

  @Test
  void a_changed_password_of_the_application_reaches_an_existing_file() throws SQLException {
    try (Connection owner = database.owner().getConnection()) {
      owner
          .createStatement()
          .execute("alter user " + LedgerDatabase.APPLICATION + " set password 'forgotten'");
    }
    JdbcDataSource application = (JdbcDataSource) database.unpooledApplication();
    assertThatThrownBy(application::getConnection).isInstanceOf(SQLException.class);

    database.migrate();

    try (Connection connection = application.getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }
}
