package org.planledger.api.finance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.Work;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;
import tools.jackson.databind.JsonNode;

/// One month of finance from the import of a file to its closing, on a ledger of its own.
class ReconcilingAMonthTest {

  @Test
  void on_h2() {
    aMonth(DatabaseVendor.H2);
  }

  @Test
  void on_postgresql() {
    aMonth(DatabaseVendor.POSTGRESQL);
  }

  private static void aMonth(DatabaseVendor vendor) {
    // Settings of the embedded ledger know no limit for days long past; a server's test sets one.
    try (var server = LedgerServer.start(vendor)) {
      new ReconcilingAMonthTest().run(server);
    }
  }

  private void run(LedgerServer server) {
    var desk = new Desk(server);
    var fees = List.of(Imports.paidFee(desk), Imports.paidFee(desk), Imports.paidFee(desk));
    server.awaitViews();
    long head = server.part(LedgerEvents.class).head();
    var today = LocalDate.now(ZoneOffset.UTC);
    var month = YearMonth.from(today).minusMonths(1);

    // The first is paid in full, the second short by much; nobody knows the last line's fee.
    var file =
        List.of(
            Imports.line("txn_1", "charge", fees.get(0).minor(), fees.get(0).feeId(), "ch_1"),
            Imports.line(
                "txn_2", "charge", fees.get(1).minor() - 5_000, fees.get(1).feeId(), "ch_2"),
            Imports.line("txn_3", "charge", 7_777, "", "ch_3"));
    var imported = Imports.stripe(server, file);
    assertThat(imported.at("/result/lines").intValue()).isEqualTo(3);
    assertThat(Imports.sent(server.http(), file).status()).isEqualTo(200);

    var asked =
        Map.of(
            "period", month.toString(),
            "cutOffPosition", head,
            "asOf", today.toString());
    var dry = new java.util.HashMap<String, Object>(asked);
    dry.put("dryRun", true);
    var tried = Work.done(desk, "/v1/reconciliations", dry);
    assertThat(desk.get("/v1/periods").expect(200).at("/data").size()).isZero();

    var made = Work.done(desk, "/v1/reconciliations", asked);
    assertThat(made.text("/state")).as("%s", made).isEqualTo("FINISHED");
    assertThat(made.text("/result/report")).isEqualTo(tried.text("/result/report"));
    assertThat(made.at("/result/totals/fees").longValue()).isEqualTo(3);
    assertThat(made.at("/result/totals/lines").longValue()).isEqualTo(3);
    assertThat(kinds(made))
        .containsExactlyInAnyOrder("AMOUNT_SHORT", "MISSING_FEE", "MISSING_PAYMENT");
    long run = made.at("/result/run").longValue();

    // Every match has its reasons, and leads from the bank to the clause.
    var match = desk.get("/v1/matches?feeId=" + fees.get(0).feeId()).expect(200);
    assertThat(match.at("/data").size()).isEqualTo(1);
    assertThat(match.text("/data/0/state")).isEqualTo("MATCHED");
    assertThat(match.at("/data/0/signals").size()).isGreaterThan(1);
    var trail = desk.get(match.text("/data/0/links/lineTrail")).expect(200);
    assertThat(trail.text("/fees/0/feeId")).isEqualTo(fees.get(0).feeId());
    assertThat(trail.text("/fees/0/movements/0/clause")).isNotBlank();
    assertThat(trail.at("/fees/0/movements").size()).isEqualTo(2);

    // A match by hand: the line without a fee was for the third one.
    var odd = exception(desk, "MISSING_FEE");
    var byHand =
        Map.of(
            "feeIds",
            List.of(fees.get(2).feeId()),
            "lines",
            List.of(place(odd)),
            "remainderAccount",
            "WRITE_OFFS",
            "reason",
            "the customer wrote to us");
    var first = desk.post("/v1/matches", byHand).expect(201);
    assertThat(first.text("/type")).isEqualTo("MatchedByHand");
    var twice = desk.post("/v1/matches", byHand).expect(422);
    assertThat(twice.text("/code")).isEqualTo("REFUSED_BY_THE_BOOKS");
    assertThat(twice.text("/errors/0/detail")).startsWith("ALREADY_MATCHED, rule F-10");

    // What is left is explained, and the month is closed by a run that has seen all of it.
    var unpaid = exception(desk, "AMOUNT_SHORT").path("exceptionId").stringValue();
    desk.post("/v1/exceptions/assignments", Map.of("exceptionIds", List.of(unpaid), "owner", "ann"))
        .expect(201);
    desk.post("/v1/exceptions/" + unpaid + "/notes", Map.of("text", "asked the bank")).expect(201);
    assertThat(desk.get("/v1/exceptions?owner=ann").expect(200).text("/data/0/exceptionId"))
        .isEqualTo(unpaid);
    desk.post("/v1/exceptions/" + unpaid + "/resolution", Map.of("text", "agreed discount"))
        .expect(201);
    var closing = "/v1/periods/" + month + "/closing";
    var early = desk.post(closing, Map.of()).expect(422);
    assertThat(early.text("/errors/0/detail")).startsWith("RUN_NEEDED");
    var second = Work.done(desk, "/v1/reconciliations", asked);
    assertThat(second.text("/state")).as("%s", second).isEqualTo("FINISHED");
    assertThat(kinds(second)).containsExactly("AMOUNT_SHORT");
    desk.post(closing, Map.of()).expect(201);
    assertThat(desk.get("/v1/periods/" + month).expect(200).text("/state")).isEqualTo("CLOSED");
    assertThat(desk.post("/v1/reconciliations", asked).expect(422).text("/errors/0/detail"))
        .startsWith("PERIOD_CLOSED");

    // The run of the closed month leads to the same report again.
    long last = second.at("/result/run").longValue();
    assertThat(last).isGreaterThan(run);
    var repeated = Work.done(desk, "/v1/reconciliations", Map.of("repeat", last));
    assertThat(repeated.at("/result/same").booleanValue()).isTrue();
    assertThat(repeated.text("/result/report")).isEqualTo(second.text("/result/report"));
    var report = server.http().get("/v1/reconciliation-runs/" + last + "/report").expect(200);
    assertThat(report.header("ETag")).contains("\"" + second.text("/result/report") + "\"");

    // So does one that was overtaken.
    var overtaken = Work.done(desk, "/v1/reconciliations", Map.of("repeat", run));
    assertThat(overtaken.text("/result/report")).isEqualTo(made.text("/result/report"));
    assertThat(overtaken.at("/result/same").booleanValue()).isTrue();

    // The next month begins with what this one has left open, and matches nothing again.
    var next = new java.util.HashMap<String, Object>(asked);
    next.put("period", month.plusMonths(1).toString());
    var carried = Work.done(desk, "/v1/reconciliations", next);
    assertThat(carried.text("/state")).as("%s", carried).isEqualTo("FINISHED");
    assertThat(kinds(carried)).containsExactly("AMOUNT_SHORT");
    assertThat(carried.at("/result/totals/fees").longValue()).isEqualTo(1);

    // Opening it again takes two; the books themselves show all of it, and prove it.
    var reopening = "/v1/periods/" + month + "/reopening";
    assertThat(
            desk.post(reopening, Map.of("reason", "a mistake", "approvedBy", "trial"))
                .expect(422)
                .text("/errors/0/detail"))
        .startsWith("SAME_PERSON");
    desk.post(reopening, Map.of("reason", "a mistake", "approvedBy", "bob")).expect(201);
    var lost =
        Work.done(
            desk, "/v1/reconciliations", Map.of("repeat", carried.at("/result/run").longValue()));
    assertThat(lost.text("/failure"))
        .isEqualTo(
            "The run goes on from run %d of %s, and that month was opened again since: what it had found is not kept."
                .formatted(last, month));
    var entries = desk.get("/v1/book-entries?pageSize=100").expect(200);
    assertThat(types(entries))
        .containsExactly(
            "FeesReconciled",
            "MatchedByHand",
            "ExceptionsAssigned",
            "ExceptionNoted",
            "ExceptionResolved",
            "FeesReconciled",
            "PeriodClosed",
            "FeesReconciled",
            "PeriodReopened");
    var verified = desk.get("/v1/book-entries/verification").expect(200);
    assertThat(verified.at("/good").booleanValue()).as("%s", verified).isTrue();
    assertThat(verified.at("/entries").longValue()).isEqualTo(9);
  }

  private static List<String> types(Answer entries) {
    return entries.at("/data").valueStream().map(row -> row.path("type").stringValue()).toList();
  }

  private static List<String> kinds(Answer run) {
    return new ArrayList<>(run.at("/result/totals/exceptions").propertyNames());
  }

  private static JsonNode exception(Desk desk, String kind) {
    return desk.get("/v1/exceptions?kind=" + kind).expect(200).at("/data/0");
  }

  private static Map<String, Object> place(JsonNode exception) {
    return Map.of(
        "file", exception.at("/firstLine/file").intValue(),
        "line", exception.at("/firstLine/line").intValue());
  }
}
