package org.planledger.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.planledger.core.store.LedgerEvents;

/// Makes fees, and has settlements about them imported.
public final class Imports {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String HEAD =
      "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created_utc,"
          + "available_on_utc,currency,gross,fee,net,reporting_category,source_id,charge_id,"
          + "payment_intent_id,description,payment_metadata[fee_id]\n";

  private Imports() {}

  /// A fee that the ledger has recorded as paid.
  ///
  /// @param reference of its payment
  public record PaidFee(String feeId, long minor, String reference) {}

  /// Has a new plan's device replaced, and pays for it.
  public static PaidFee paidFee(Desk desk) {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind("MAVIC_3");
    plan.link("2023-01-20T00:00:00Z");
    var damage = plan.damage(serial, "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    damage.payQuoted().expect(201);
    desk.server().awaitViews();
    var fee = desk.get("/v1/fees?planId=" + plan.planId()).expect(200).at("/data/0");
    return new PaidFee(
        fee.path("feeId").stringValue(),
        fee.at("/paid/minor").longValue(),
        fee.path("paymentReference").stringValue());
  }

  /// A line of a settlement in US dollars.
  public static String line(String id, String category, long minor, String feeId, String charge) {
    var amount = BigDecimal.valueOf(minor, 2).toPlainString();
    return "po_1,2023-03-03 00:00:00,%s,2023-03-02 10:00:00,2023-03-03 00:00:00,usd,%s,0.00,%s,"
            .formatted(id, amount, amount)
        + "%s,%s,%s,pi_%s,A payment,%s\n".formatted(category, charge, charge, charge, feeId);
  }

  /// Has a settlement with these lines imported.
  ///
  /// @return what came of it
  public static Answer stripe(LedgerServer server, List<String> lines) {
    return ended(server.http(), begun(server.http(), lines));
  }

  /// Has a statement of a bank account in US dollars imported.
  ///
  /// @param text of its only entry
  /// @return what came of it
  public static Answer statement(LedgerServer server, String id, long minor, String text) {
    var statement =
        """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>%1$s</MsgId></GrpHdr><Stmt><Id>%1$s</Id>
        <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
        <Ntry><Amt Ccy="USD">%2$s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
        <BookgDt><Dt>2023-03-06</Dt></BookgDt><AcctSvcrRef>%1$s</AcctSvcrRef>
        <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>
        <RmtInf><Ustrd>%3$s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """
            .formatted(id, "%d.%02d".formatted(minor / 100, minor % 100), text);
    var accepted =
        server
            .http()
            .to("POST", "/v1/settlements?format=CAMT_053&fileName=statement.xml")
            .header("Content-Type", "application/xml")
            .text(statement)
            .send()
            .expect(202);
    return ended(server.http(), accepted.header("Location").orElseThrow());
  }

  /// Begins to have a settlement with these lines imported.
  ///
  /// @return where that can be looked at
  public static String begun(LedgerHttp http, List<String> lines) {
    return sent(http, lines).expect(202).header("Location").orElseThrow();
  }

  /// Sends a settlement with these lines.
  public static Answer sent(LedgerHttp http, List<String> lines) {
    return http.to("POST", "/v1/settlements?format=STRIPE&fileName=settlement.csv")
        .header("Content-Type", "text/csv")
        .text(HEAD + String.join("", lines))
        .send();
  }

  /// Waits for the end of long work.
  public static Answer ended(LedgerHttp http, String location) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var job = http.get(location).expect(200);
      if (!job.text("/state").equals("RUNNING")) {
        return job;
      }
      LockSupport.parkNanos(5_000_000);
    }
    throw new AssertionError("the work at " + location + " has not ended");
  }

  /// What each account comes to, of one currency; together they come to nothing.
  public static Map<String, Long> balances(Desk desk) {
    var balances = new TreeMap<String, Long>();
    desk.get("/v1/accounts")
        .expect(200)
        .at("/balances")
        .valueStream()
        .forEach(
            row ->
                balances.put(
                    row.path("account").stringValue(), row.path("balanceMinor").longValue()));
    assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
    return balances;
  }

  /// Matches all that the ledger and its files have so far, as a month's.
  ///
  /// @return what came of it
  public static Answer matched(LedgerServer server, YearMonth period) {
    server.awaitViews();
    return Work.done(
        new Desk(server),
        "/v1/reconciliations",
        Map.of(
            "period", period.toString(),
            "cutOffPosition", server.part(LedgerEvents.class).head(),
            "asOf", "2023-03-10"));
  }

  /// Closes a month, whatever is open in it.
  public static void closed(LedgerServer server, YearMonth period) {
    new Desk(server)
        .post("/v1/periods/" + period + "/closing", Map.of("carryingOver", true))
        .expect(201);
  }
}
