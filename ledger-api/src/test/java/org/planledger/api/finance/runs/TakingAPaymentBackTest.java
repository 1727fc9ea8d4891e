package org.planledger.api.finance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.store.DatabaseVendor;

/// The payer's bank takes a payment back, nobody hears of it for a month, and then it comes again.
class TakingAPaymentBackTest {

  private final YearMonth thisMonth = YearMonth.from(LocalDate.now(ZoneOffset.UTC));

  @Test
  void on_h2() {
    takeBack(DatabaseVendor.H2);
  }

  @Test
  void on_postgresql() {
    takeBack(DatabaseVendor.POSTGRESQL);
  }

  private static void takeBack(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      new TakingAPaymentBackTest().run(server);
    }
  }

  private void run(LedgerServer server) {
    var desk = new Desk(server);
    var fee = Imports.paidFee(desk);
    var first = thisMonth.minusMonths(2);
    imports(
        server,
        Imports.line("txn_1", "charge", fee.minor(), fee.feeId(), "ch_1"),
        Imports.line("txn_2", "dispute", -fee.minor(), "", "ch_1"));
    assertThat(exceptions(Imports.matched(server, first))).isEqualTo("{\"CHARGEBACK\":1}");
    var id = chargeback(desk);
    assertThat(clearing(desk)).isEqualTo(fee.minor());
    Imports.closed(server, first);

    // Nothing has happened: it is still to be explained, and stands in the accounts once.
    var second = thisMonth.minusMonths(1);
    assertThat(exceptions(Imports.matched(server, second))).isEqualTo("{\"CHARGEBACK\":1}");
    assertThat(chargeback(desk)).isEqualTo(id);
    assertThat(clearing(desk)).isEqualTo(fee.minor());
    Imports.closed(server, second);

    imports(server, Imports.line("txn_3", "dispute_reversal", fee.minor(), "", "ch_1"));
    assertThat(exceptions(Imports.matched(server, thisMonth))).isEqualTo("{}");
    var found = desk.get("/v1/matches?rule=M8-CHARGEBACK-REVERSED").expect(200);
    assertThat(found.at("/data/0/lineKeys").size()).isEqualTo(2);
    assertThat(Imports.balances(desk))
        .containsEntry("PROCESSOR_BALANCE", fee.minor())
        .containsEntry("UNALLOCATED", 0L)
        .containsEntry("CASH_CLEARING", 0L);
  }

  private static void imports(LedgerServer server, String... lines) {
    assertThat(Imports.stripe(server, List.of(lines)).text("/state")).isEqualTo("FINISHED");
    server.awaitViews();
  }

  private static String chargeback(Desk desk) {
    return desk.get("/v1/exceptions?kind=CHARGEBACK").expect(200).text("/data/0/exceptionId");
  }

  private static long clearing(Desk desk) {
    return Imports.balances(desk).getOrDefault("CASH_CLEARING", 0L);
  }

  private static String exceptions(Answer made) {
    return made.at("/result/totals/exceptions").toString();
  }
}
