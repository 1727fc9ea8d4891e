package org.planledger.api.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerProcess;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator types and sees.
class OperatingTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Operating.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void a_command_is_told_apart_from_a_start_of_the_server() {
    assertThat(Operating.isMeant()).isFalse();
    assertThat(Operating.isMeant("--server.port=0")).isFalse();
    assertThat(Operating.isMeant("--ledger.reset=true")).isFalse();
    assertThat(Operating.isMeant("rebuild", "all")).isTrue();
    assertThat(Operating.isMeant("--help")).isTrue();
  }

  @Test
  void the_help_lists_every_command_and_what_a_start_is() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("Without a command it starts the server")
        .contains("rebuild")
        .contains("verify-ledger")
        .contains("backup")
        .contains("restore")
        .contains("import-settlement")
        .contains("reconcile")
        .contains("close-period")
        .contains("export");
  }

  @Test
  void a_month_is_reconciled_closed_and_exported_from_the_command_line() {
    try (LedgerServer server = LedgerServer.start(DatabaseVendor.H2)) {
      var url = "http://localhost:" + server.port();
      assertThat(run("close-period", "2023-03", "--url", url)).isEqualTo(2);
      assertThat(err.toString()).contains("RUN_NEEDED, rule F-04");
      assertThat(run("reconcile", "2023-03", "--dry-run", "--url", url)).isZero();
      assertThat(out.toString())
          .startsWith("run 1: 0 fees, 0 lines, 0 matches, 0 in transit, 0 exceptions\nreport ");
      assertThat(run("reconcile", "2023-03", "--as-of", "2023-04-03", "--json", "--url", url))
          .isZero();
      assertThat(json(out.toString().lines().toList().getLast()).at("/result/run").intValue())
          .isEqualTo(2);
      assertThat(run("reconcile", "--repeat", "2", "--url", url)).isZero();
      assertThat(out.toString()).startsWith("SAME: run 2 leads to its report again, ");
      assertThat(run("close-period", "2023-03", "--url", url)).isZero();
      assertThat(out.toString()).startsWith("2023-03 is closed by run 2, report ");
      assertThat(run("reconcile", "2023-03", "--url", url)).isEqualTo(2);
      assertThat(run("reconcile", "March", "--url", url)).isEqualTo(2);
      assertThat(run("reconcile", "--url", url)).isEqualTo(2);
      assertThat(run("close-period", "March", "--url", url)).isEqualTo(2);

      for (var table : List.of("fees", "matches", "journal")) {
        for (var format : List.of("csv", "xlsx", "jsonl")) {
          var file = folder.resolve(table + "." + format);
          var to = file.toString();
          assertThat(run("export", table, "--format", format, "--out", to, "--url", url)).isZero();
          assertThat(file).exists();
        }
      }
      assertThat(folder.resolve("matches.csv")).content().startsWith("run_id,rules_version,");
      String to = folder.resolve("in-capitals").toString();
      assertThat(run("export", "fees", "--format", "CSV", "--out", to, "--url", url)).isZero();
      assertThat(run("export", "cake", "--url", url)).isEqualTo(2);
      assertThat(run("export", "fees", "--format", "doc", "--url", url)).isEqualTo(2);
    }
  }

  @Test
  void what_was_mistyped_or_leads_nowhere_ends_with_two() {
    assertThat(run("rebulid")).isEqualTo(2);
    assertThat(run("rebuild")).isEqualTo(2);
    assertThat(run("rebuild", "all", "--swich")).isEqualTo(2);
    assertThat(run("rebuild", "all", "--url", "nowhere")).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("No address of a server: nowhere\n");
    assertThat(run("rebuild", "all", "--url", "http://localhost:1")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "No ledger answers at http://localhost:1: start it, name another one with --url, or"
                + " open the database without a server with --offline\n");
    assertThat(run("restore", folder.resolve("none").toString(), "--unproven")).isEqualTo(1);
    assertThat(err.toString()).contains("is no backup, or was cut short");
  }

  @Test
  void a_running_server_does_what_is_typed_and_tells_in_lines_or_in_json() {
    try (LedgerServer server = LedgerServer.start(DatabaseVendor.H2)) {
      var url = "http://localhost:" + server.port();
      new Desk(server).sell("ONE_YEAR");
      server.awaitViews();

      assertThat(run("rebuild", "all", "--url", url)).isZero();
      assertThat(out.toString().lines()).hasSize(9).allMatch(line -> line.contains(": the same, "));

      assertThat(run("rebuild", "plans", "--switch", "--json", "--url", url + "/")).isZero();
      var lines = out.toString().lines().map(OperatingTest::json).toList();
      assertThat(lines.getLast().path("type").stringValue()).isEqualTo("result");
      assertThat(lines.getLast().at("/result/switched").booleanValue()).isTrue();
      assertThat(lines.getLast().at("/result/live").stringValue()).isEqualTo("B");

      var jdbc = JdbcClient.create(server.part(DataSource.class));
      assertThat(jdbc.sql("update plans_1_b set region = 'XX'").update()).isEqualTo(1);
      assertThat(run("rebuild", "plans_1", "--url", url)).isEqualTo(1);
      assertThat(out.toString())
          .startsWith("plans_1: DIFFERENT in 1 rows; first plans_1 {\"plan_id\":\"")
          .contains("region is \"XX\" and should be \"US\", position ");
      assertThat(run("rebuild", "plans_1", "--switch", "--url", url)).isEqualTo(1);
      assertThat(run("rebuild", "plans_1", "--url", url)).isZero();

      assertThat(run("rebuild", "nothing", "--url", url)).isEqualTo(2);
      assertThat(err.toString())
          .startsWith("There is no view nothing, but: plans_1, entitlement_1, ");

      assertThat(run("verify-ledger", "--url", url)).isZero();
      assertThat(out.toString()).startsWith("GOOD, ");
      assertThat(run("verify-ledger", "--incremental", "--json", "--url", url)).isZero();
      assertThat(json(out.toString().lines().toList().getLast()).at("/result/extent").stringValue())
          .isEqualTo("INCREMENTAL");
    }
  }

  @Test
  void without_a_server_a_command_opens_the_database_itself_unless_somebody_holds_it() {
    List<String> database = LedgerServer.onH2In(folder.resolve("data"));
    try (LedgerServer server = LedgerServer.start(DatabaseVendor.H2, database)) {
      new Desk(server).sell("ONE_YEAR");
      server.awaitViews();
      try (LedgerProcess refused =
          LedgerProcess.start(
              folder, List.of("rebuild", "all", "--offline", database.getFirst()))) {
        assertThat(refused.awaitEnd()).isEqualTo(2);
        assertThat(refused.errors())
            .startsWith("Plan Ledger does not start. The ledger in ")
            .contains(" is in use by another program");
        assertThat(refused.output()).isEmpty();
      }
    }
    try (LedgerProcess rebuilt =
        LedgerProcess.start(
            folder, List.of("rebuild", "all", "--switch", "--offline", database.getFirst()))) {
      assertThat(rebuilt.awaitEnd()).as(rebuilt.errors()).isZero();
      assertThat(rebuilt.output().lines())
          .hasSize(9)
          .allMatch(line -> line.endsWith("; switched to set B"));
    }
    try (LedgerServer again = LedgerServer.start(DatabaseVendor.H2, database)) {
      var desk = new Desk(again);
      assertThat(desk.get("/v1/plans").expect(200).at("/data").size()).isEqualTo(1);
      desk.sell("ONE_YEAR");
      again.awaitViews();
      assertThat(desk.get("/v1/plans").expect(200).at("/data").size()).isEqualTo(2);
    }
  }

  private static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }
}
