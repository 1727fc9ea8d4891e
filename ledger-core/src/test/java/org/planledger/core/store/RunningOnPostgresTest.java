package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.store.testing.LedgerDatabase;
import org.postgresql.util.PSQLException;

/// What holds on PostgreSQL only.
class RunningOnPostgresTest {

  private static LedgerDatabase database;

  @BeforeAll
  static void open() {
    database = LedgerDatabase.fresh(DatabaseVendor.POSTGRESQL);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void the_tests_work_on_a_server_that_forces_the_disk_and_as_a_user_without_privileges()
      throws SQLException {
    assertThat(show(database.application(), "server_version")).startsWith("18.");
    assertThat(show(database.application(), "fsync")).isEqualTo("on");
    assertThat(show(database.application(), "synchronous_commit")).isEqualTo("on");
    assertThat(show(database.application(), "full_page_writes")).isEqualTo("on");
    assertThat(show(database.application(), "is_superuser")).isEqualTo("off");
    assertThat(show(database.owner(), "is_superuser")).isEqualTo("off");
  }

  /// On H2 no trigger fires: there the application lacks the right, and the owner could.
  @ParameterizedTest
  @ValueSource(
      strings = {"ledger_event", "ledger_attempt", "ledger_read", "log_key", "log_checkpoint"})
  void a_trigger_stops_the_owner_from_truncating(String table) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("truncate " + table))
          .isInstanceOf(PSQLException.class)
          .hasMessageContaining(table + " is append-only: TRUNCATE is not allowed");
    }
  }

  @Test
  void an_appender_waits_for_the_disk_even_where_the_server_s_default_is_not_to()
      throws SQLException {
    try (Connection lax = database.unpooledApplication().getConnection();
        Statement statement = lax.createStatement()) {
      statement.execute("set synchronous_commit = off");
      PostgresBatchWriter writer =
          PostgresBatchWriter.on(lax, Duration.ofSeconds(1), Duration.ofSeconds(2));
      try (ResultSet result = statement.executeQuery("show synchronous_commit")) {
        result.next();
        assertThat(result.getString(1)).isEqualTo("on");
      }
      writer.close();
    }
  }

  private static String show(DataSource user, String setting) throws SQLException {
    try (Connection connection = user.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("show " + setting)) {
      result.next();
      return result.getString(1);
    }
  }
}
