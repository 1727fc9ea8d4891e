package org.planledger.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.api.start.StartRefusedException;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.SealedLog;
import org.planledger.core.store.sealing.Sealer;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.sealing.Verifier;

/// What a ledger of one's own tells of its evidence: while all is well, after somebody changed a
/// row, and when its key is replaced.
class WatchingTheEvidenceTest {

  private static final String EVIDENCE = "/components/evidence";

  @TempDir private Path folder;

  private LedgerServer start(String... arguments) {
    return LedgerServer.start(DatabaseVendor.H2, LedgerServer.onH2In(folder), arguments);
  }

  private static void asOwner(LedgerServer server, String... statements) throws SQLException {
    try (Connection connection = server.part(OwnerConnections.class).dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void health_and_metrics_tell_how_far_it_goes() {
    try (LedgerServer server = start()) {
      new Desk(server).sell("ONE_YEAR");
      long number = server.part(Sealer.class).seal().number();
      var health = server.http().get("/actuator/health").expect(200);

      assertThat(health.text(EVIDENCE + "/status")).isEqualTo("UP");
      assertThat(health.at(EVIDENCE + "/details/checkpoint").longValue())
          .isGreaterThanOrEqualTo(number);
      assertThat(health.at(EVIDENCE + "/details/sealedPosition").longValue()).isEqualTo(1);
      assertThat(health.at(EVIDENCE + "/details/unsealedEvents").longValue()).isZero();
      assertThat(health.at(EVIDENCE + "/details/alarms")).isEmpty();
      assertThat(metric(server, "ledger.sealed.position")).isEqualTo(1.0);
      assertThat(metric(server, "ledger.unsealed")).isZero();
      assertThat(metric(server, "ledger.checkpoint.age")).isBetween(0.0, 60.0);
      assertThat(metric(server, "ledger.verification.age")).isEqualTo(-1.0);
      assertThat(metric(server, "ledger.evidence.alarms")).isZero();
    }
  }

  private static double metric(LedgerServer server, String name) {
    return server
        .http()
        .get("/actuator/metrics/" + name)
        .expect(200)
        .at("/measurements/0/value")
        .doubleValue();
  }

  @Test
  void a_changed_row_is_an_alarm_and_no_proof_is_handed_out() throws SQLException {
    String planPath;
    try (LedgerServer server = start()) {
      var desk = new Desk(server);
      var plan = desk.sell("ONE_YEAR");
      planPath = plan.path();
      server.part(Sealer.class).seal();
      asOwner(
          server,
          "drop trigger ledger_event_append_only",
          "update ledger_event set metadata = cast('{}' as bytea) where position = 1");

      assertThat(server.http().get(planPath + "/proof").expect(500).text("/code"))
          .isEqualTo("EVIDENCE_DAMAGED");
      var verifier = server.part(Verifier.class);
      var result =
          verifier
              .verify(Extent.FULL, new Verifier.Progress(_ -> {}, _ -> {}, () -> false))
              .orElseThrow();
      assertThat(result.findings().getFirst().place()).isEqualTo("ledger_event position 1");
      var health = server.http().get("/actuator/health").expect(503);
      assertThat(health.text(EVIDENCE + "/status")).isEqualTo("DOWN");
      assertThat(health.at(EVIDENCE + "/details/alarms").toString())
          .contains("VERIFICATION", "PROOF", "ledger_event position 1");
      assertThat(metric(server, "ledger.verification.good")).isZero();
      assertThat(metric(server, "ledger.evidence.alarms")).isEqualTo(2.0);
    }
    try (LedgerServer again = start()) {
      var health = again.http().get("/actuator/health").expect(503);
      assertThat(health.at(EVIDENCE + "/details/alarms/0/source").stringValue())
          .isEqualTo("VERIFICATION");
    }
  }

  @Test
  void its_checkpoints_lie_beside_it_and_go_on_after_a_restart() throws Exception {
    try (LedgerServer server = start()) {
      new Desk(server).sell("ONE_YEAR");
    }
    long files = count();
    try (LedgerServer server = start()) {
      var newest = server.part(SealedLog.class).newest().orElseThrow();
      assertThat(newest.number()).isEqualTo(files);
      assertThat(newest.head(LogName.EVENTS).size()).isEqualTo(1);
    }
    assertThat(count()).isEqualTo(files);
  }

  private long count() throws Exception {
    try (var files = Files.walk(folder.resolve("checkpoints"))) {
      return files.filter(file -> file.toString().endsWith(".checkpoint")).count();
    }
  }

  @Test
  void a_key_is_replaced_by_one_beside_the_one_before() throws Exception {
    String before;
    try (LedgerServer server = start()) {
      before = server.http().get("/v1/log/key").expect(200).body().strip();
    }
    Path secrets = folder.resolve("secrets.properties");
    String old = Files.readString(secrets);
    String next = "0a".repeat(32);
    Files.writeString(secrets, old.replaceFirst("signing-key=.*", "signing-key=" + next));
    assertThatThrownBy(this::start)
        .hasRootCauseInstanceOf(StartRefusedException.class)
        .rootCause()
        .hasMessageContaining("signed with another key");

    Files.writeString(
        secrets,
        old.replaceFirst("signing-key=", "signing-key=" + next + "\nprevious-signing-key="));
    try (LedgerServer server = start()) {
      var keys = server.http().get("/v1/log/keys").expect(200).body().lines().toList();
      assertThat(keys).hasSize(4).contains(before);
      assertThat(server.http().get("/v1/log/key").expect(200).body().strip())
          .isEqualTo(keys.getLast())
          .isNotEqualTo(before);
      assertThat(server.http().get("/v1/log/checkpoint").expect(200).body().split("\u2014"))
          .hasSize(3);
    }
  }

  @Test
  void on_postgresql_it_needs_a_key_of_its_own() {
    SigningSettings nothing = new SigningSettings(null, "", null);

    assertThatThrownBy(
            () ->
                nothing.in(
                    new DatabaseAccess.Server(
                        "jdbc:postgresql://db/ledger",
                        new DatabaseSettings.Login("a", null),
                        new DatabaseSettings.Login("b", null))))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("set LEDGER_SIGNING_KEY to the output of: openssl rand -hex 32");
  }

  @Test
  void settings_of_keys_show_no_secret() {
    assertThat(List.of(new SigningSettings("0a".repeat(32), "0b".repeat(32), "origin").toString()))
        .containsExactly("SigningSettings");
  }
}
