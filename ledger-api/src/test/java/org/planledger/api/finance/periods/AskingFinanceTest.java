package org.planledger.api.finance.periods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;

/// What finance asks for by mistake, on any ledger.
@OnEachServer
class AskingFinanceTest {

  private final Desk desk;

  AskingFinanceTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_run_is_of_a_month_or_repeats_one() {
    assertThat(pointer("/v1/reconciliations", Map.of())).isEqualTo("/period MISSING");
    assertThat(pointer("/v1/reconciliations", Map.of("period", "October")))
        .isEqualTo("/period BAD_FORMAT");
    assertThat(pointer("/v1/reconciliations", Map.of("period", "2026-13")))
        .isEqualTo("/period BAD_FORMAT");
    assertThat(pointer("/v1/reconciliations", Map.of("repeat", 1, "dryRun", true)))
        .isEqualTo("/repeat DOES_NOT_FIT");
    assertThat(
            pointer(
                "/v1/reconciliations",
                Map.of("period", "2026-10", "cutOffPosition", 1_000_000_000)))
        .isEqualTo("/cutOffPosition OUT_OF_RANGE");
    assertThat(pointer("/v1/reconciliations", Map.of("repeat", 999_999_999)))
        .isEqualTo("/repeat UNKNOWN_VALUE");
  }

  @Test
  void what_does_not_exist_is_not_found() {
    assertThat(code("/v1/reconciliation-runs/999999999")).isEqualTo("UNKNOWN_RUN");
    assertThat(code("/v1/reconciliation-runs/999999999/report")).isEqualTo("UNKNOWN_RUN");
    assertThat(code("/v1/matches/none")).isEqualTo("UNKNOWN_MATCH");
    assertThat(code("/v1/exceptions/none")).isEqualTo("UNKNOWN_EXCEPTION");
    assertThat(code("/v1/periods/2020-01")).isEqualTo("UNKNOWN_PERIOD");
    assertThat(code("/v1/periods/yesterday")).isEqualTo("UNKNOWN_PERIOD");
    assertThat(code("/v1/fee-trails/none")).isEqualTo("UNKNOWN_FEE");
    assertThat(code("/v1/settlements/999999/lines/1/trail")).isEqualTo("NOT_FOUND");
    assertThat(
            desk.post(
                    "/v1/matches",
                    Map.of(
                        "feeIds",
                        List.of("none"),
                        "lines",
                        List.of(Map.of("file", 1, "line", 1)),
                        "reason",
                        "for a test"))
                .expect(404)
                .text("/code"))
        .isEqualTo("UNKNOWN_FEE");
  }

  @Test
  void every_flaw_of_a_match_by_hand_is_named() {
    var refused =
        desk.post(
                "/v1/matches",
                Map.of(
                    "feeIds",
                    List.of(),
                    "lines",
                    List.of(Map.of("file", 0, "line", "one")),
                    "remainderAccount",
                    "POCKET"))
            .expect(400);
    assertThat(refused.at("/errors").valueStream().map(flaw -> flaw.path("pointer").asString()))
        .containsExactly(
            "/feeIds", "/lines/0/file", "/lines/0/line", "/remainderAccount", "/reason");
  }

  @Test
  void an_act_needs_a_key_and_a_body() {
    var http = desk.server().http();
    assertThat(http.to("POST", "/v1/matches").json("{}").send().expect(400).text("/code"))
        .isEqualTo("IDEMPOTENCY_KEY_MISSING");
    assertThat(desk.get("/v1/matches?state=NICE").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/state");
    assertThat(desk.get("/v1/exceptions?colour=red").expect(400).text("/errors/0/code"))
        .isEqualTo("UNKNOWN_PARAMETER");
    assertThat(desk.get("/v1/matches?cursor=x").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/cursor");
  }

  private String pointer(String path, Map<String, ?> body) {
    var refused = desk.post(path, body).expect(400);
    return refused.text("/errors/0/pointer") + " " + refused.text("/errors/0/code");
  }

  private String code(String path) {
    return desk.get(path).expect(404).text("/code");
  }
}
