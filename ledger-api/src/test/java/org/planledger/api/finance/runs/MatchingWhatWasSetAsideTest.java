package org.planledger.api.finance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;

/// A closed month had set a line aside as no matter of fees, and then somebody knows better.
class MatchingWhatWasSetAsideTest {

  private final YearMonth thisMonth = YearMonth.from(LocalDate.now(ZoneOffset.UTC));

  @Test
  void the_next_month_matches_it_as_a_person_has_said() {
    try (var server = LedgerServer.start(DatabaseVendor.H2)) {
      var desk = new Desk(server);
      var fee = Imports.paidFee(desk);
      var line = Imports.line("txn_1", "other_adjustment", 7_777, "", "");
      assertThat(Imports.stripe(server, List.of(line)).text("/state")).isEqualTo("FINISHED");
      Imports.matched(server, thisMonth.minusMonths(2));
      assertThat(Imports.balances(desk)).containsEntry("NOT_FEES", -7_777L);
      Imports.closed(server, thisMonth.minusMonths(2));

      desk.post(
              "/v1/matches",
              Map.of(
                  "feeIds",
                  List.of(fee.feeId()),
                  "lines",
                  List.of(Map.of("file", 1, "line", 2)),
                  "remainderAccount",
                  "WRITE_OFFS",
                  "reason",
                  "the processor called its payment an adjustment"))
          .expect(201);
      Imports.matched(server, thisMonth.minusMonths(1));

      var match = desk.get("/v1/matches?feeId=" + fee.feeId()).expect(200);
      assertThat(match.text("/data/0/rule")).isEqualTo("M0-BY-HAND");
      assertThat(Imports.balances(desk))
          .containsEntry("NOT_FEES", 0L)
          .containsEntry("UNALLOCATED", 0L)
          .containsEntry("CASH_CLEARING", 0L)
          .containsEntry("WRITE_OFFS", fee.minor() - 7_777);
    }
  }
}
