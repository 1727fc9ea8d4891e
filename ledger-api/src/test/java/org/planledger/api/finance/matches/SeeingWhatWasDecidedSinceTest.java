package org.planledger.api.finance.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.Work;
import org.planledger.core.store.DatabaseVendor;
import tools.jackson.databind.JsonNode;

/// What people decide after a run is seen at once wherever the run's findings are shown, on the
/// demonstration's book.
class SeeingWhatWasDecidedSinceTest {

  @ParameterizedTest(name = "on {0}")
  @EnumSource(DatabaseVendor.class)
  void what_was_decided_since_a_run_stands_beside_what_it_found(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor, "--spring.profiles.active=demonstration")) {
      var desk = new Desk(server);
      assertThat(data(desk, "/v1/matches?decidedSince=true")).isEmpty();
      assertThat(data(desk, "/v1/exceptions?decidedSince=true")).isEmpty();

      var match = data(desk, "/v1/matches?rule=M1-FEE-ID-IN-TEXT").getFirst();
      withdrawn(desk, match.path("matchId").stringValue());
      var odd = data(desk, "/v1/exceptions?kind=MISSING_FEE").getFirst();
      byHand(desk, odd);
      var missing =
          data(desk, "/v1/exceptions?kind=MISSING_PAYMENT").stream()
              .filter(row -> row.path("decidedSince").isEmpty())
              .toList();
      assertThat(missing).hasSize(2);
      writtenOff(desk, missing.getFirst().path("feeId").stringValue());

      assertThat(ids(desk, "/v1/matches?decidedSince=true&rule=M1-FEE-ID", "matchId")).isEmpty();
      assertThat(ids(desk, "/v1/matches?decidedSince=true&pageSize=1", "matchId"))
          .containsExactly(match.path("matchId").stringValue());
      assertThat(data(desk, "/v1/exceptions?decidedSince=true"))
          .extracting(row -> row.at("/decidedSince/0/kind").stringValue())
          .containsExactlyInAnyOrder("MATCHED_BY_HAND", "MATCHED_BY_HAND", "WRITTEN_OFF");

      // The next run goes by all of it.
      var month = YearMonth.from(LocalDate.now(ZoneOffset.UTC)).toString();
      var run = Work.done(desk, "/v1/reconciliations", Map.of("period", month));
      assertThat(run.text("/state")).as("%s", run).isEqualTo("FINISHED");
      assertThat(data(desk, "/v1/matches?decidedSince=true")).isEmpty();
      assertThat(data(desk, "/v1/exceptions?decidedSince=true")).isEmpty();
    }
  }

  /// Seen at the match, and at its fee.
  private static void withdrawn(Desk desk, String matchId) {
    var entry =
        desk.post(
                "/v1/matches/" + matchId + "/withdrawal",
                Map.of("reason", "another customer", "approvedBy", "bob"))
            .expect(201);
    var shown = desk.get("/v1/matches/" + matchId).expect(200);
    assertThat(shown.at("/decidedSince").size()).isEqualTo(1);
    var decided = shown.at("/decidedSince/0");
    assertThat(decided.path("entry").longValue()).isEqualTo(entry.at("/entry").longValue());
    assertThat(decided.path("kind").stringValue()).isEqualTo("WITHDRAWN");
    assertThat(decided.path("by").stringValue()).isEqualTo("trial");
    assertThat(decided.path("approvedBy").stringValue()).isEqualTo("bob");
    assertThat(decided.path("reason").stringValue()).isEqualTo("another customer");
    assertThat(decided.path("at").stringValue()).isEqualTo(entry.text("/recordedAt"));
    assertThat(decided.path("matchId").stringValue()).isEqualTo(matchId);
    assertThat(decided.path("counted").booleanValue()).isFalse();
    assertThat(desk.get(decided.path("link").stringValue()).expect(200).json())
        .isEqualTo(entry.json());
    var trail = desk.get("/v1/fee-trails/" + shown.text("/feeIds/0")).expect(200);
    assertThat(trail.at("/decidedSince/0")).isEqualTo(decided);
    assertThat(trail.at("/matches/0/decidedSince/0")).isEqualTo(decided);
  }

  /// Seen at the exception of the line, and at that of the fee.
  private static void byHand(Desk desk, JsonNode odd) {
    var fee =
        data(desk, "/v1/exceptions?kind=MISSING_PAYMENT").stream()
            .filter(row -> row.path("amount").equals(odd.path("amount")))
            .findFirst()
            .orElseThrow();
    desk.post(
            "/v1/matches",
            Map.of(
                "feeIds",
                List.of(fee.path("feeId").stringValue()),
                "lines",
                List.of(
                    Map.of(
                        "file", odd.at("/firstLine/file").intValue(),
                        "line", odd.at("/firstLine/line").intValue())),
                "reason",
                "the customer wrote to us",
                "approvedBy",
                "bob"))
        .expect(201);
    for (var exception : List.of(odd, fee)) {
      var shown =
          desk.get("/v1/exceptions/" + exception.path("exceptionId").stringValue()).expect(200);
      assertThat(shown.at("/decidedSince").size()).isEqualTo(1);
      assertThat(shown.text("/decidedSince/0/kind")).isEqualTo("MATCHED_BY_HAND");
    }
  }

  private static void writtenOff(Desk desk, String feeId) {
    desk.post("/v1/fee-write-offs/" + feeId, Map.of("reason", "agreed", "approvedBy", "bob"))
        .expect(201);
    var trail = desk.get("/v1/fee-trails/" + feeId).expect(200);
    assertThat(trail.text("/decidedSince/0/kind")).isEqualTo("WRITTEN_OFF");
  }

  private static List<JsonNode> data(Desk desk, String path) {
    return desk.get(path).expect(200).at("/data").valueStream().toList();
  }

  private static List<String> ids(Desk desk, String path, String field) {
    return data(desk, path).stream().map(row -> row.path(field).stringValue()).toList();
  }
}
