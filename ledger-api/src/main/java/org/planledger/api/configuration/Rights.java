package org.planledger.api.configuration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.planledger.api.configuration.DatabaseSettings.Login;
import org.planledger.api.start.StartRefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Makes sure that the user the ledger works as gets in, and could not change the past there if it
/// wanted to.
final class Rights {

  private static final List<String> NEVER = List.of("UPDATE", "DELETE", "TRUNCATE");
  private static final List<String> APPEND_ONLY =
      List.of(
          "ledger_event",
          "ledger_attempt",
          "ledger_read",
          "log_checkpoint",
          "log_key",
          "finance_event",
          "finance_refusal",
          "settlement_file");

  private Rights() {}

  /// @throws StartRefusedException if the user does not get in, or has rights that it must not have
  static void require(DatabaseAccess access) {
    Login user = access.application();
    try (Connection connection =
        DriverManager.getConnection(access.url(), user.user(), user.password())) {
      JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      boolean tooMany =
          switch (access) {
            case DatabaseAccess.Embedded embedded -> isAdministrator(database);
            case DatabaseAccess.Server server -> mayChangeThePast(database);
          };
      if (tooMany) {
        throw new StartRefusedException(
            "The user "
                + user
                + " could change what is recorded: name one for ledger.database.application.user"
                + " that neither owns the tables nor administers the database");
      }
    } catch (SQLException e) {
      throw access.refusal(user, e);
    }
  }

  /// On H2 whoever is no administrator has the rights that the migrations gave, and no others.
  private static boolean isAdministrator(JdbcClient database) {
    return database
        .sql("select is_admin from information_schema.users where user_name = current_user")
        .query(Boolean.class)
        .single();
  }

  private static boolean mayChangeThePast(JdbcClient database) {
    return APPEND_ONLY.stream()
        .anyMatch(table -> NEVER.stream().anyMatch(right -> has(database, table, right)));
  }

  private static boolean has(JdbcClient database, String table, String right) {
    return database
        .sql("select has_table_privilege(?, ?)")
        .params(table, right)
        .query(Boolean.class)
        .single();
  }
}
