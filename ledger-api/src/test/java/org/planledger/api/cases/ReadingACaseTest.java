package org.planledger.api.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;

@OnEachServer
class ReadingACaseTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  ReadingACaseTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_damage_case_tells_at_every_step_whose_move_it_is() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z");
    assertWaits(damage.read(), "CUSTOMER", "RecordShipmentIn");
    assertThat(damage.read().text("/waitsFor/dueOn")).isEqualTo("2023-03-08");
    assertThat(damage.read().text("/state/sendBack/calendar")).isEqualTo("CALENDAR_DAYS");
    damage
        .step("shipments-in", Map.of("dispatchedAt", "2023-03-01T20:30:00Z", "fromRegion", "US"))
        .expect(201);
    assertWaits(damage.read(), "CENTRE", "RecordReceipt");
    damage.received();
    assertWaits(damage.read(), "CENTRE", "RecordAssessment");
    damage.assessed("ACCIDENT");
    assertWaits(damage.read(), "CUSTOMER", "ClaimReplacement");
    assertThat(missing(damage.read())).containsExactly("NOT_CONFIRMED");
    damage.claim("DAMAGE").expect(201);
    assertWaits(damage.read(), "CUSTOMER", "PayServiceFee");
    assertThat(missing(damage.read())).containsExactly("FEE_NOT_PAID");
    damage.payQuoted().expect(201);
    assertWaits(damage.read(), "CENTRE", "ShipReplacement");
    assertThat(missing(damage.read())).isEmpty();
    damage.shipped(MAVIC);
    assertThat(damage.read().text("/stage")).isEqualTo("SETTLED");
    assertThat(damage.read().at("/waitsFor").isNull()).isTrue();
    assertThat(commands(damage.read(), "/allowedCommands"))
        .containsExactly("CorrectReceipt", "CorrectAssessment");
  }

  @Test
  void a_loss_tells_at_every_step_whose_move_it_is() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    var loss = plan.open("FLYAWAY", serial, "2023-03-01T20:00:00Z");
    assertWaits(loss.read(), "CUSTOMER", "UploadFlightRecord");
    loss.flightRecord("2023-03-01T19:00:00Z");
    assertWaits(loss.read(), "CENTRE", "RecordAssessment");
    loss.assessed("FLYAWAY");
    assertWaits(loss.read(), "CUSTOMER", "ClaimReplacement");
    loss.claim("FLYAWAY").expect(201);
    assertWaits(loss.read(), "CUSTOMER", "FileFlyawayReport");
    loss.report().expect(201);
    assertWaits(loss.read(), "CUSTOMER", "PayServiceFee");
    loss.payQuoted().expect(201);
    assertWaits(loss.read(), "CENTRE", "ShipReplacement");
  }

  @Test
  void what_is_allowed_is_accepted_and_what_is_blocked_says_why() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    var read = damage.read();
    assertThat(commands(read, "/allowedCommands")).contains("ClaimReplacement", "WithdrawCase");
    assertThat(commands(read, "/blockedCommands")).contains("ShipReplacement", "PayServiceFee");
    var blocked =
        read.at("/blockedCommands")
            .valueStream()
            .filter(next -> next.path("command").stringValue().equals("ShipReplacement"))
            .findFirst()
            .orElseThrow();
    var refused = damage.ship(Desk.newSerial(), MAVIC).expect(422);
    assertThat(blocked.path("codes")).isEqualTo(refused.at("/codes"));
    damage.claim("DAMAGE").expect(201);
    assertThat(commands(damage.read(), "/allowedCommands")).contains("PayServiceFee");
  }

  @Test
  void the_offers_have_their_fee_and_their_conditions() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    var offers = desk.get(damage.path() + "/offers").expect(200);
    assertThat(offers.text("/defaultService")).isEqualTo("REPLACEMENT");
    var offer = offers.at("/offers/0");
    assertThat(offer.path("open").booleanValue()).isTrue();
    assertThat(offer.at("/fee/amount/minor").longValue()).isEqualTo(15900);
    assertThat(offer.path("conditions")).isNotEmpty();
    damage.claim("DAMAGE").expect(201);
    assertThat(damage.read().at("/state/claim/fee")).isEqualTo(offer.path("fee"));
  }

  @Test
  void an_express_case_has_its_working_days_counted_with_the_holidays_of_the_region() {
    // The week after Saturday 1 July 2023 has a holiday on Tuesday.
    assertThat(expressDeadline("2023-07-01T20:00:00Z")).isEqualTo("2023-07-06 jollyday 2.19.0, US");
    assertThat(expressDeadline("2023-03-03T20:00:00Z")).isEqualTo("2023-03-08 jollyday 2.19.0, US");
  }

  private String expressDeadline(String at) {
    var plan = desk.sell("ONE_YEAR");
    var application = plan.application("REPAIR", plan.bind(MAVIC), at);
    application.put("process", "EXPRESS");
    application.put("agreesToNoAssessment", true);
    application.put(
        "feePayment",
        Map.of(
            "amount", Desk.money(15900, "USD"), "capturedAt", at, "paymentReference", "express"));
    var read = plan.open(application).read();
    assertWaits(read, "CUSTOMER", "RecordShipmentIn");
    return read.text("/state/sendBack/lastDay") + " " + read.text("/state/sendBack/calendar");
  }

  private static List<String> commands(Answer answer, String pointer) {
    return answer
        .at(pointer)
        .valueStream()
        .map(next -> next.path("command").stringValue())
        .toList();
  }

  private static List<String> missing(Answer answer) {
    return answer
        .at("/missing")
        .valueStream()
        .map(condition -> condition.path("code").stringValue())
        .sorted()
        .toList();
  }

  private static void assertWaits(Answer answer, String party, String command) {
    assertThat(answer.text("/waitsFor/party")).isEqualTo(party);
    assertThat(answer.text("/waitsFor/command")).isEqualTo(command);
  }
}
