package org.planledger.api.finance.trails;

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

/// A payout of which the processor reports only what it is made of reaches the bank a month later,
/// and the processor's next report says everything again.
class FollowingAPayoutTest {

  @Test
  void on_h2() {
    follow(DatabaseVendor.H2);
  }

  @Test
  void on_postgresql() {
    follow(DatabaseVendor.POSTGRESQL);
  }

  private static void follow(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      new FollowingAPayoutTest().run(server);
    }
  }

  private void run(LedgerServer server) {
    var desk = new Desk(server);
    var fees = List.of(Imports.paidFee(desk), Imports.paidFee(desk));
    server.awaitViews();
    var payments =
        List.of(
            Imports.line("txn_1", "charge", fees.get(0).minor(), fees.get(0).feeId(), "ch_1"),
            Imports.line("txn_2", "charge", fees.get(1).minor(), fees.get(1).feeId(), "ch_2"));
    long sum = fees.get(0).minor() + fees.get(1).minor();
    var last = YearMonth.from(LocalDate.now(ZoneOffset.UTC)).minusMonths(1);

    assertThat(Imports.stripe(server, payments).text("/state")).isEqualTo("FINISHED");
    Imports.matched(server, last.minusMonths(1));
    Imports.closed(server, last.minusMonths(1));

    var again =
        List.of(payments.get(0), payments.get(1), Imports.line("txn_3", "charge", 7, "", "ch_3"));
    assertThat(Imports.stripe(server, again).text("/state")).isEqualTo("FINISHED");
    assertThat(Imports.statement(server, "st-1", sum + 7, "PAYOUT po_1").text("/state"))
        .isEqualTo("FINISHED");
    var made = Imports.matched(server, last);
    assertThat(made.at("/result/totals/exceptions").toString())
        .isEqualTo("{\"DUPLICATE\":1,\"MISSING_FEE\":1}");
    assertThat(desk.get("/v1/exceptions?kind=DUPLICATE").expect(200).text("/data/0/reason"))
        .startsWith("File 2 says 2 lines of file 1 again, of ")
        .endsWith(" in all, the first in record 2. Each counts once.");

    // From the bank to the fees, and back.
    var bank = desk.get("/v1/settlements/3/lines/1/trail").expect(200);
    assertThat(bank.text("/match/rule")).isEqualTo("M4-PAYOUT");
    assertThat(keys(bank)).containsExactly(key(desk, 1, 2), key(desk, 1, 3), key(desk, 2, 4));
    assertThat(bank.at("/fees").valueStream().map(fee -> fee.path("feeId").stringValue()))
        .containsExactlyInAnyOrder(fees.get(0).feeId(), fees.get(1).feeId());
    var payment = desk.get("/v1/settlements/1/lines/2/trail").expect(200);
    assertThat(keys(payment)).containsExactly(key(desk, 3, 1), key(desk, 1, 3), key(desk, 2, 4));

    // Everything is posted once, and all of it has arrived.
    assertThat(Imports.balances(desk))
        .containsEntry("BANK", sum + 7)
        .containsEntry("PROCESSOR_BALANCE", 0L)
        .containsEntry("CASH_CLEARING", 0L)
        .containsEntry("UNALLOCATED", -7L);

    // Somebody pays again, and names the fee of long ago in the words of a transfer.
    Imports.closed(server, last);
    var words = "Fee " + fees.get(0).feeId().replace("-", "");
    Imports.statement(server, "st-2", fees.get(0).minor(), words);
    Imports.matched(server, last.plusMonths(1));
    assertThat(desk.get("/v1/exceptions?kind=DUPLICATE").expect(200).text("/data/0/feeId"))
        .isEqualTo(fees.get(0).feeId());
  }

  private static List<String> keys(Answer trail) {
    return trail.at("/together").valueStream().map(l -> l.path("lineKey").stringValue()).toList();
  }

  private static String key(Desk desk, int file, int line) {
    return desk.get("/v1/settlements/%d/lines/%d/trail".formatted(file, line))
        .expect(200)
        .text("/line/lineKey");
  }
}
