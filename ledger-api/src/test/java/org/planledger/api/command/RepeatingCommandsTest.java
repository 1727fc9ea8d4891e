package org.planledger.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.store.LedgerEvents;

@OnEachServer
class RepeatingCommandsTest {
  private final Desk desk;

  RepeatingCommandsTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void an_accepted_command_is_answered_again_with_the_same_bytes() {
    var key = LedgerHttp.newKey();
    var purchase = Desk.purchase("ONE_YEAR", "US", "USD", "repeating");
    var first = desk.post("/v1/plans", key, purchase).expect(201);
    var head = head();
    var again = desk.post("/v1/plans", key, purchase).expect(201);
    assertSame(first, again);
    assertThat(head()).isEqualTo(head);
  }

  @Test
  void a_refused_command_is_answered_again_with_the_same_bytes() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind("MAVIC_3");
    var key = LedgerHttp.newKey();
    var unlink = Map.of("kind", "ACCOUNT", "unlinkedAt", "2023-02-01T10:00:00Z");
    var first = desk.post(plan.path() + "/unlinks", key, unlink).expect(422);
    plan.link("2023-01-20T10:00:00Z");
    // By now it would be accepted; but it was decided then.
    var again = desk.post(plan.path() + "/unlinks", key, unlink).expect(422);
    assertSame(first, again);
    plan.unlink("ACCOUNT", "2023-02-01T10:00:00Z").expect(201);
  }

  @Test
  void the_formatting_of_the_body_and_the_quotes_around_the_key_make_no_difference() {
    var key = LedgerHttp.newKey();
    var plan = desk.sell("ONE_YEAR");
    plan.bind("MAVIC_3");
    var path = plan.path() + "/links";
    var one = "{\"kind\":\"ACCOUNT\",\"reference\":\"é\",\"linkedAt\":\"2023-01-20T10:00:00Z\"}";
    var other =
        """
        { "linkedAt": "2023-01-20T10:00:00Z",
          "reference": "\\u00e9", "kind": "ACCOUNT" }
        """;
    var first = desk.http().to("POST", path).key(key).json(one).send().expect(201);
    var again = desk.http().to("POST", path).key('"' + key + '"').json(other).send().expect(201);
    assertSame(first, again);
  }

  @Test
  void a_key_used_for_another_body_or_path_is_refused_with_its_own_type() {
    var key = LedgerHttp.newKey();
    var purchase = Desk.purchase("ONE_YEAR", "US", "USD", "one");
    desk.post("/v1/plans", key, purchase).expect(201);
    var other = Desk.purchase("ONE_YEAR", "US", "USD", "another");
    var refused = desk.post("/v1/plans", key, other).expect(422);
    assertThat(refused.text("/type")).isEqualTo("/problems/idempotency-key-reused");
    assertThat(refused.text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    var plan = desk.sell("ONE_YEAR");
    var elsewhere = desk.post(plan.path() + "/links", key, Map.of("kind", "ACCOUNT")).expect(422);
    assertThat(elsewhere.text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void two_clients_may_use_the_same_key() {
    var key = LedgerHttp.newKey();
    var purchase = Desk.json(Desk.purchase("ONE_YEAR", "US", "USD", "shared"));
    var plans = new ArrayList<String>();
    for (var client : List.of("desk one", "desk two")) {
      var answer =
          desk.http()
              .to("POST", "/v1/plans")
              .key(key)
              .header("Ledger-Client", client)
              .json(purchase)
              .send()
              .expect(201);
      plans.add(answer.text("/planId"));
    }
    assertThat(plans).doesNotHaveDuplicates();
  }

  @Test
  void a_malformed_request_leaves_its_key_free() {
    var key = LedgerHttp.newKey();
    var purchase = Desk.purchase("ONE_YEAR", "US", "USD", "free");
    var wrong = Desk.purchase("ONE_YEAR", "US", "JPY", "free");
    desk.post("/v1/plans", key, wrong).expect(400);
    desk.post("/v1/plans", key, purchase).expect(201);
  }

  @Test
  void a_key_is_looked_at_before_the_precondition() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind("MAVIC_3");
    var key = LedgerHttp.newKey();
    var link =
        Desk.json(Map.of("kind", "ACCOUNT", "reference", "a", "linkedAt", "2023-01-20T10:00:00Z"));
    var path = plan.path() + "/links";
    var first = at(path, key, "\"1\"", link).expect(201);
    assertSame(first, at(path, key, "\"1\"", link));
    var late = at(path, LedgerHttp.newKey(), "\"1\"", link).expect(412);
    assertThat(late.header("ETag")).hasValue("\"2\"");
    assertThat(late.text("/type")).isEqualTo("/problems/precondition-failed");
  }

  @Test
  void the_same_command_sent_many_times_at_once_happens_once() throws Exception {
    var plan = desk.sell("ONE_YEAR");
    plan.bind("MAVIC_3");
    var key = LedgerHttp.newKey();
    var link = Map.of("kind", "ACCOUNT", "reference", "a", "linkedAt", "2023-01-20T10:00:00Z");
    var before = desk.get(plan.path()).at("/sequence").longValue();
    var answers = atOnce(16, () -> desk.post(plan.path() + "/links", key, link).expect(201));
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    assertThat(answers.stream().filter(a -> a.header("Idempotency-Hit").isEmpty())).hasSize(1);
    assertThat(desk.get(plan.path()).at("/sequence").longValue()).isEqualTo(before + 1);
  }

  @Test
  void the_same_purchase_sent_many_times_at_once_sells_one_plan() throws Exception {
    var key = LedgerHttp.newKey();
    var purchase = Desk.purchase("ONE_YEAR", "US", "USD", "many");
    var answers = atOnce(16, () -> desk.post("/v1/plans", key, purchase).expect(201));
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
  }

  @Test
  void a_command_without_a_key_is_told_how_to_send_one() {
    var answer =
        desk.http()
            .to("POST", "/v1/plans")
            .json(Desk.json(Desk.purchase("ONE_YEAR", "US", "USD", "none")))
            .send()
            .expect(400);
    assertThat(answer.text("/type")).isEqualTo("/problems/idempotency-key-missing");
    assertThat(answer.text("/detail")).contains("Idempotency-Key");
  }

  @Test
  void a_key_has_sixteen_characters_at_least() {
    for (var key : List.of("short", "x".repeat(256), "fifteen-chars-x")) {
      var answer =
          desk.http()
              .to("POST", "/v1/plans")
              .key(key)
              .json(Desk.json(Desk.purchase("ONE_YEAR", "US", "USD", "none")))
              .send()
              .expect(400);
      assertThat(answer.text("/errors/0/in")).isEqualTo("HEADER");
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/Idempotency-Key");
    }
  }

  private Answer at(String path, String key, String ifMatch, String body) {
    return desk.http().to("POST", path).key(key).header("If-Match", ifMatch).json(body).send();
  }

  private long head() {
    return desk.server().part(LedgerEvents.class).head();
  }

  private static void assertSame(Answer first, Answer again) {
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(first.header("Idempotency-Hit")).isEmpty();
    assertThat(again.header("Idempotency-Hit")).hasValue("true");
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Callable<T>>();
      for (int i = 0; i < times; i++) {
        calls.add(call);
      }
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
