package org.planledger.api.finance.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.Imports.PaidFee;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;

/// Who has matched the wrong line can say so, before the next run and after it.
class WithdrawingAMatchByHandTest {

  private final YearMonth month = YearMonth.from(LocalDate.now(ZoneOffset.UTC));

  @ParameterizedTest
  @EnumSource(DatabaseVendor.class)
  void a_match_by_hand_is_withdrawn_before_and_after_a_run(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      run(server);
    }
  }

  private void run(LedgerServer server) {
    var desk = new Desk(server);
    var fee = Imports.paidFee(desk);
    Imports.stripe(server, List.of(Imports.line("txn_1", "charge", fee.minor(), "", "ch_1")));
    var unmatched = "{\"MISSING_FEE\":1,\"MISSING_PAYMENT\":1}";
    assertThat(exceptions(server)).isEqualTo(unmatched);

    // Before a run has carried it out.
    var early = match(desk, fee);
    assertThat(desk.get("/v1/matches/" + early).expect(404).text("/detail"))
        .isEqualTo("No run has carried out this match by hand yet.");
    withdraw(desk, early).expect(201);
    assertThat(withdraw(desk, early).expect(422).text("/errors/0/detail"))
        .startsWith("MATCH_WITHDRAWN, rule F-13");
    assertThat(exceptions(server)).isEqualTo(unmatched);

    // By the id that the books have given, after a run.
    var late = match(desk, fee);
    assertThat(exceptions(server)).isEqualTo("{}");
    var found = desk.get("/v1/matches/" + late).expect(200);
    assertThat(found.text("/rule")).isEqualTo("M0-BY-HAND");
    withdraw(desk, late).expect(201);
    assertThat(desk.get("/v1/matches/" + found.text("/matchId")).at("/withdrawn").booleanValue())
        .isTrue();
    assertThat(exceptions(server)).isEqualTo(unmatched);

    // Made once more, and withdrawn by the id that the run has given.
    match(desk, fee);
    assertThat(exceptions(server)).isEqualTo("{}");
    var again = desk.get("/v1/matches/" + found.text("/matchId")).expect(200);
    assertThat(again.at("/withdrawn").booleanValue()).isFalse();
    withdraw(desk, found.text("/matchId")).expect(201);
    assertThat(exceptions(server)).isEqualTo(unmatched);
    match(desk, fee);
    assertThat(exceptions(server)).isEqualTo("{}");
  }

  private String exceptions(LedgerServer server) {
    return Imports.matched(server, month).at("/result/totals/exceptions").toString();
  }

  private static String match(Desk desk, PaidFee fee) {
    return desk.post(
            "/v1/matches",
            Map.of(
                "feeIds", List.of(fee.feeId()),
                "lines", List.of(Map.of("file", 1, "line", 2)),
                "reason", "the customer said so"))
        .expect(201)
        .text("/event/matchId");
  }

  private static Answer withdraw(Desk desk, String matchId) {
    return desk.post("/v1/matches/" + matchId + "/withdrawal", Map.of("reason", "the wrong one"));
  }
}
