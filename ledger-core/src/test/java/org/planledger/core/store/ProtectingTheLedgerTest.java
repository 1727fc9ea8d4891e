package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.store.CommandSide.accepted;
import static org.planledger.core.store.StreamType.PLAN;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.UnitRow.NewRead;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

@OnEachDatabase
class ProtectingTheLedgerTest {

  private static final List<String> APPEND_ONLY =
      List.of(
          "ledger_event",
          "ledger_attempt",
          "ledger_read",
          "log_key",
          "log_checkpoint",
          "log_verification");

  private static final String NO_RIGHT_ON_POSTGRES = "42501";
  private static final String NO_RIGHT_ON_H2 = "90096";
  private static final String APPEND_ONLY_TRIGGER = "23001";

  private static final String NOW = "current_timestamp";

  private final LedgerDatabase database;

  ProtectingTheLedgerTest(LedgerDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void there_is_something_to_protect() {
    try (LedgerStore store = database.openStore()) {
      if (store.events().head() == 0) {
        new CommandSide(store)
            .send(
                work ->
                    work.note(PLAN, "kept", 0, "kept")
                        .add(accepted("c", "kept"))
                        .add(
                            new NewRead(
                                ReadKind.SERIAL_LOOKUP,
                                "d",
                                "c",
                                "jo",
                                "a call",
                                true,
                                Instant.parse("2026-04-01T08:00:00Z"))));
        fill("log_key", "1, 'key', cast('k' as bytea), 1, 0, " + NOW);
        fill("log_checkpoint", "1, 1, 1, 1, 'note', " + NOW);
        fill("log_verification", "1, 'FULL', 1, " + NOW + ", " + NOW + ", null");
      }
    }
  }

  private void fill(String table, String values) {
    try {
      run(database.application(), "insert into " + table + " values (" + values + ")");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void it_is_still_there() {
    LedgerAudit.Findings findings = LedgerAudit.of(database.application());
    assertThat(findings.events()).isEqualTo(1);
    assertThat(findings.attempts()).isEqualTo(1);
  }

  @Test
  void the_application_may_neither_change_nor_remove_what_is_recorded() {
    assertThat(
            APPEND_ONLY.stream()
                .flatMap(
                    table ->
                        Stream.of(
                            "update " + table + " set " + column(table) + " = 'changed'",
                            "delete from " + table,
                            "truncate table " + table,
                            "drop table " + table,
                            "alter table " + table + " drop column " + column(table)))
                .map(sql -> sql + ": " + refusal(database.application(), sql)))
        .allSatisfy(refused -> assertThat(refused).endsWith(": " + noRight()));
  }

  @Test
  void the_application_may_not_touch_the_triggers_that_guard_them() {
    List<String> attacks =
        switch (database.vendor()) {
          case H2 ->
              List.of(
                  "drop trigger ledger_event_append_only",
                  "grant delete on ledger_event to " + LedgerDatabase.APPLICATION,
                  "set referential_integrity false",
                  "checkpoint sync");
          case POSTGRESQL ->
              List.of(
                  "drop trigger ledger_event_append_only on ledger_event",
                  "alter table ledger_event disable trigger all",
                  "set session_replication_role = replica",
                  "drop function ledger_append_only() cascade");
        };
    assertThat(attacks.stream().map(sql -> sql + ": " + refusal(database.application(), sql)))
        .allSatisfy(refused -> assertThat(refused).containsAnyOf(": 42501", ": 90040", ": 90096"));
  }

  @Test
  void the_application_may_not_remove_the_head_row() {
    assertThat(refusal(database.application(), "delete from ledger_head")).isEqualTo(noRight());
    assertThat(refusal(database.application(), "insert into ledger_head values (2)"))
        .isNotEqualTo("done");
  }

  @Test
  void even_who_has_the_rights_is_stopped_by_a_trigger() {
    assertThat(
            APPEND_ONLY.stream()
                .flatMap(
                    table ->
                        Stream.of(
                            "update " + table + " set " + column(table) + " = 'changed'",
                            "delete from " + table))
                .map(sql -> refusal(database.owner(), sql)))
        .containsOnly(APPEND_ONLY_TRIGGER);
  }

  @Test
  void the_trigger_says_which_table_is_append_only() {
    assertThatThrownBy(() -> run(database.owner(), "delete from ledger_event"))
        .hasMessageContaining("append-only")
        .message()
        .containsIgnoringCase("ledger_event");
  }

  @Test
  void the_application_may_erase_private_values_and_move_the_tokens_of_views() throws SQLException {
    run(
        database.application(),
        "insert into view_token (processor_name, segment) values ('view', 0)");
    run(database.application(), "update view_token set owner = 'me'");
    run(database.application(), "delete from view_token");
    run(database.application(), "delete from private_value");
    run(database.application(), "delete from dead_letter");
  }

  private static String column(String table) {
    return switch (table) {
      case "ledger_event" -> "type";
      case "ledger_attempt" -> "actor";
      case "log_key" -> "name";
      case "log_checkpoint" -> "note";
      case "log_verification" -> "finding";
      default -> "reason";
    };
  }

  private String noRight() {
    return switch (database.vendor()) {
      case H2 -> NO_RIGHT_ON_H2;
      case POSTGRESQL -> NO_RIGHT_ON_POSTGRES;
    };
  }

  private static String refusal(DataSource user, String sql) {
    try {
      run(user, sql);
      return "done";
    } catch (SQLException e) {
      return SqlErrors.behind(e).map(SQLException::getSQLState).reduce((a, b) -> b).orElseThrow();
    }
  }

  private static void run(DataSource user, String sql) throws SQLException {
    try (Connection connection = user.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
