package org.planledger.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OpenedCase;
import org.planledger.api.testing.SoldPlan;
import org.planledger.api.testing.Work;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.StoredByHand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A ledger that was written when `ReplacementClaimed` had its first form. All that is read of it
/// is what would be read of one that was written today; all that is proven of it is what is stored.
class ReadingAnOlderLedgerTest {
  private static final String MAVIC = "MAVIC_3";

  /// A ledger of today and the same as it would have been stored then.
  private record Ledgers(Desk today, Desk then, SoldPlan plan, OpenedCase waiting) {}

  @ParameterizedTest
  @EnumSource(DatabaseVendor.class)
  void it_says_what_it_would_say_today_and_proves_what_is_stored(DatabaseVendor vendor) {
    // One installation: device ids are made of serials with its key. PostgreSQL's is given anyway.
    String[] key =
        switch (vendor) {
          case H2 -> new String[] {"--ledger.serial.key=" + LedgerServer.SERIAL_KEY};
          case POSTGRESQL -> new String[0];
        };
    try (var today = LedgerServer.start(vendor, key);
        var then = LedgerServer.start(vendor, key)) {
      var desk = new Desk(today);
      var plan = desk.sell("ONE_YEAR");
      var second = plan.replaced(plan.bind(MAVIC), MAVIC, "2023-03-01");
      var waiting = plan.damage(second, "2023-04-01");
      waiting.claim("DAMAGE").expect(201);
      waiting.claim("DAMAGE").expect(422);
      StoredByHand.copy(
          today.part(LedgerStore.class),
          then.part(LedgerStore.class),
          ReadingAnOlderLedgerTest::asItWasStored);
      today.awaitViews();
      then.awaitViews();
      var ledgers = new Ledgers(desk, new Desk(then), plan, waiting);
      itIsStoredInItsFirstForm(ledgers);
      readsAreTheSame(ledgers);
      historySaysWhichFormItShows(ledgers);
      proofsAreOverTheStoredBytes(ledgers);
      simulationsAreTheSame(ledgers);
      commandsGoOn(ledgers);
    }
  }

  private static EventRow asItWasStored(EventRow row) {
    if (!row.type().equals("ReplacementClaimed")) {
      return row;
    }
    var payload = (ObjectNode) LedgerJson.mapper().readTree(row.payload().toArray());
    var source = payload.remove("source");
    var fee = LedgerJson.mapper().createObjectNode();
    fee.set("amount", payload.remove("amount"));
    fee.set("source", source.path("label"));
    fee.set("sample", source.path("sample"));
    payload.set("fee", fee);
    return new EventRow(
        row.position(),
        row.ledgerTime(),
        row.streamType(),
        row.streamId(),
        row.sequence(),
        row.eventId(),
        row.type(),
        "1",
        row.recordedAt(),
        Bytes.of(LedgerJson.write(payload)),
        row.metadata(),
        row.leafHash(),
        row.streamHash());
  }

  private static void itIsStoredInItsFirstForm(Ledgers ledgers) {
    var stored =
        ledgers
            .then()
            .get("/v1/events?type=ReplacementClaimed")
            .expect(200)
            .at("/data")
            .valueStream();
    assertThat(stored.toList())
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.path("revision").stringValue()).isEqualTo("1");
              assertThat(event.at("/payload/fee/amount/minor").longValue()).isPositive();
              assertThat(event.at("/payload/amount").isMissingNode()).isTrue();
            });
  }

  private static void readsAreTheSame(Ledgers ledgers) {
    var plan = ledgers.plan().path();
    var reads =
        List.of(
            plan + "?on=2023-06-01",
            plan + "?atSequence=8&on=2023-06-01",
            plan + "/decisions?pageSize=1000",
            ledgers.waiting().path(),
            "/v1/plans",
            "/v1/fees",
            "/v1/entitlements",
            "/v1/cases",
            "/v1/coverage",
            "/v1/history");
    for (var read : reads) {
      var today = ledgers.today().get(read).expect(200).json();
      assertThat(ledgers.then().get(read).expect(200).json()).as(read).isEqualTo(today);
    }
    assertThat(csv(ledgers.then(), plan)).isEqualTo(csv(ledgers.today(), plan));
  }

  /// The dossier tells of an old event as of a new one.
  private static String csv(Desk desk, String plan) {
    var answer =
        desk.http().to("GET", plan + "/dossier").header("Accept", "text/csv").send().expect(200);
    assertThat(answer.body()).contains("ReplacementClaimed", "amount: ", "source, label: ");
    return answer.body();
  }

  private static void historySaysWhichFormItShows(Ledgers ledgers) {
    var path = ledgers.plan().path() + "/events?pageSize=1000&expand=state,diff,decision";
    var today = ledgers.today().get(path).expect(200).at("/data").valueStream().toList();
    var then = ledgers.then().get(path).expect(200).at("/data").valueStream().toList();
    assertThat(then).hasSameSizeAs(today);
    for (int i = 0; i < today.size(); i++) {
      var old = (ObjectNode) then.get(i).deepCopy();
      boolean claim = old.path("type").stringValue().equals("ReplacementClaimed");
      assertThat(old.path("revision").stringValue()).isEqualTo("1");
      assertThat(old.path("payloadRevision").stringValue()).isEqualTo(claim ? "2" : "1");
      old.set("revision", today.get(i).path("revision"));
      assertThat((JsonNode) old).isEqualTo(today.get(i));
    }
  }

  private static void proofsAreOverTheStoredBytes(Ledgers ledgers) {
    var bundle = ledgers.then().get(ledgers.plan().path() + "/proof").expect(200);
    var stored = ledgers.then().server().part(LedgerStore.class).events();
    var claims =
        bundle
            .at("/streams/0/events")
            .valueStream()
            .filter(event -> event.path("type").stringValue().equals("ReplacementClaimed"))
            .toList();
    assertThat(claims).hasSize(2);
    for (var claim : claims) {
      assertThat(claim.path("revision").stringValue()).isEqualTo("1");
      var row = stored.at(claim.path("position").longValue()).orElseThrow();
      assertThat(claim.path("payload").binaryValue()).isEqualTo(row.payload().toArray());
      assertThat(row.payload().toUtf8()).contains("\"fee\":{\"amount\"");
    }
    var verified = Work.done(ledgers.then(), "/v1/verifications", Map.of("extent", "FULL"));
    assertThat(verified.at("/result/good").booleanValue()).as("%s", verified).isTrue();
  }

  private static void simulationsAreTheSame(Ledgers ledgers) {
    var request = Map.of("edition", "2023-07");
    var today = Work.done(ledgers.today(), "/v1/terms-simulations", request);
    var then = Work.done(ledgers.then(), "/v1/terms-simulations", request);
    assertThat(then.text("/state")).isEqualTo("FINISHED");
    assertThat(then.at("/result")).isEqualTo(today.at("/result"));
  }

  /// The aggregate is loaded from the old form, and what follows is written in today's.
  private static void commandsGoOn(Ledgers ledgers) {
    var amount = ledgers.then().get(ledgers.waiting().path()).at("/state/claim/fee/amount");
    ledgers
        .then()
        .post(
            ledgers.waiting().path() + "/fee-payments",
            Map.of(
                "amount",
                Desk.money(amount.path("minor").longValue(), amount.path("currency").stringValue()),
                "capturedAt",
                "2023-04-01T23:00:00Z",
                "paymentReference",
                "paid later",
                "purpose",
                "SERVICE_FEE"))
        .expect(201);
    assertThat(ledgers.then().get(ledgers.waiting().path()).text("/state/stage")).isEqualTo("PAID");
  }
}
