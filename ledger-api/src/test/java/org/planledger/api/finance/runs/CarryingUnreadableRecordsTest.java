package org.planledger.api.finance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.Work;
import org.planledger.core.store.DatabaseVendor;

/// A record that nobody could read is money that may be missing: it goes from month to month until
/// somebody has explained it.
class CarryingUnreadableRecordsTest {

  private final YearMonth thisMonth = YearMonth.from(LocalDate.now(ZoneOffset.UTC));

  @Test
  void a_record_that_nobody_could_read_is_told_until_it_is_explained() {
    try (var server = LedgerServer.start(DatabaseVendor.H2)) {
      var desk = new Desk(server);
      var lines = List.of(Imports.line("txn_1", "charge", 7_777, "", "ch_1"), "broken\n");
      assertThat(Imports.stripe(server, lines).text("/state")).isEqualTo("FINISHED");

      var first = thisMonth.minusMonths(2);
      assertThat(exceptions(Imports.matched(server, first)))
          .isEqualTo("{\"MISSING_FEE\":1,\"UNREADABLE\":1}");
      Imports.closed(server, first);

      var second = thisMonth.minusMonths(1);
      var made = Imports.matched(server, second);
      assertThat(exceptions(made)).isEqualTo("{\"MISSING_FEE\":1,\"UNREADABLE\":1}");
      var id = desk.get("/v1/exceptions?kind=UNREADABLE").expect(200).text("/data/0/exceptionId");
      desk.post("/v1/exceptions/" + id + "/resolution", Map.of("text", "an empty last row"))
          .expect(201);
      Imports.closed(server, second);

      assertThat(exceptions(Imports.matched(server, thisMonth))).isEqualTo("{\"MISSING_FEE\":1}");
      var run = made.at("/result/run").longValue();
      assertThat(
              Work.done(desk, "/v1/reconciliations", Map.of("repeat", run))
                  .at("/result/same")
                  .booleanValue())
          .isTrue();
    }
  }

  private static String exceptions(Answer made) {
    return made.at("/result/totals/exceptions").toString();
  }
}
