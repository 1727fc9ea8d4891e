package org.planledger.api.finance.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.finance.book.FinanceGround;
import tools.jackson.databind.JsonNode;

/// What the books refuse is a fact like what they do.
@OnEachServer
class KeepingRefusalsTest {

  private static final String REOPENING = "/v1/periods/2019-01/reopening";

  private final Desk desk;
  private final String actor = "ann-" + UUID.randomUUID();

  KeepingRefusalsTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_refused_act_is_listed_with_who_what_and_every_ground() {
    desk.postAs(actor, REOPENING, Map.of("reason", "a mistake", "approvedBy", actor)).expect(422);
    desk.postAs("bob-" + actor, REOPENING, Map.of("reason", "mine", "approvedBy", actor))
        .expect(422);
    var refusals = refusals();
    assertThat(refusals).hasSize(1);
    var refusal = refusals.getFirst();
    assertThat(refusal.path("command").stringValue()).isEqualTo("ReopenPeriod");
    assertThat(refusal.path("actor").stringValue()).isEqualTo(actor);
    assertThat(refusal.at("/details/period").stringValue()).isEqualTo("2019-01");
    assertThat(refusal.at("/details/reason").stringValue()).isEqualTo("a mistake");
    assertThat(
            refusal
                .path("grounds")
                .valueStream()
                .map(ground -> ground.path("ground").stringValue()))
        .containsExactly("PERIOD_NOT_CLOSED", "SAME_PERSON");
    assertThat(refusal.at("/grounds/1/rule").stringValue()).isEqualTo("F-09");
    assertThat(refusal.at("/grounds/1/about").stringValue()).isEqualTo("approvedBy");
  }

  @Test
  void a_request_that_comes_again_is_refused_as_it_was() {
    var key = LedgerHttp.newKey();
    var first = sent(key, "{\"reason\":\"a mistake\",\"approvedBy\":\"bob\"}").expect(422);
    assertThat(first.header("Idempotency-Hit")).isEmpty();
    var again = sent(key, "{\"approvedBy\": \"bob\", \"reason\": \"a mistake\"}").expect(422);
    assertThat(again.header("Idempotency-Hit")).contains("true");
    assertThat(again.text("/code")).isEqualTo("REFUSED_BY_THE_BOOKS");
    assertThat(again.at("/errors")).isEqualTo(first.at("/errors"));
    var other = sent(key, "{\"reason\":\"another\",\"approvedBy\":\"bob\"}").expect(422);
    assertThat(other.text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(refusals()).hasSize(1);
  }

  @Test
  void what_cannot_be_read_or_is_not_there_is_no_refusal() {
    desk.postAs(actor, REOPENING, Map.of("reason", "nobody agrees")).expect(400);
    desk.postAs(actor, "/v1/fee-write-offs/none", Map.of("reason", "no such fee")).expect(404);
    assertThat(refusals()).isEmpty();
  }

  @Test
  void refusals_are_chained_and_on_record_in_the_log() {
    desk.postAs(actor, REOPENING, Map.of("reason", "a mistake", "approvedBy", actor)).expect(422);
    var verified = desk.get("/v1/book-entries/verification").expect(200);
    assertThat(verified.at("/good").booleanValue()).as("%s", verified).isTrue();
    assertThat(verified.at("/refusals").longValue())
        .isEqualTo(refusals().getFirst().path("refusal").longValue());
    assertThat(verified.text("/lastRefusalHash"))
        .isEqualTo(refusals().getFirst().path("hash").stringValue());
  }

  /// They stand in what is stored.
  @Test
  void grounds_are_called_the_same_for_ever() {
    assertThat(FinanceGround.values())
        .extracting(ground -> ground.id() + " " + ground.name())
        .contains(
            "F-01 PERIOD_CLOSED",
            "F-02 PERIOD_NOT_OVER",
            "F-03 EARLIER_PERIOD_OPEN",
            "F-04 RUN_NEEDED",
            "F-05 EXCEPTIONS_OPEN",
            "F-06 PERIOD_NOT_CLOSED",
            "F-07 LATER_PERIOD_CLOSED",
            "F-08 SECOND_PERSON_NEEDED",
            "F-09 SAME_PERSON",
            "F-10 ALREADY_MATCHED",
            "F-11 CURRENCIES_DIFFER",
            "F-12 MATCH_OF_A_CLOSED_PERIOD",
            "F-13 MATCH_WITHDRAWN",
            "F-14 NOTHING_OPEN",
            "F-15 EXCEPTION_CLOSED",
            "F-16 EXCEPTION_NOT_CLOSED",
            "F-17 NOT_WRITTEN_OFF");
  }

  private Answer sent(String key, String body) {
    return desk.http()
        .to("POST", REOPENING)
        .key(key)
        .header("Ledger-Actor", actor)
        .json(body)
        .send();
  }

  private List<JsonNode> refusals() {
    return desk.get("/v1/book-refusals?actor=" + actor)
        .expect(200)
        .at("/data")
        .valueStream()
        .toList();
  }
}
