package org.planledger.api.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Views built anew over HTTP, on a server that goes on meanwhile.
@OnEachServer
class RebuildingViewsTest {

  private final LedgerServer server;
  private final Desk desk;
  private final JdbcClient jdbc;

  RebuildingViewsTest(LedgerServer server) {
    this.server = server;
    this.desk = new Desk(server);
    this.jdbc = JdbcClient.create(server.part(DataSource.class));
  }

  @Test
  void every_view_is_listed_with_how_it_stands() {
    desk.sell("ONE_YEAR");
    server.awaitViews();
    var views = desk.get("/v1/views").expect(200);
    assertThat(views.at("/data").valueStream().map(view -> view.path("name").stringValue()))
        .containsExactly(
            "plans_1",
            "entitlement_1",
            "coverage_1",
            "casework_1",
            "fees_1",
            "movements_1",
            "lineage_1",
            "obligations_1",
            "history_1");
    assertThat(views.at("/data/0/lagEvents").longValue()).isZero();
    assertThat(views.at("/data/0/rows").longValue()).isPositive();
  }

  @Test
  void a_wrong_row_is_named_and_healed_by_the_switch_and_lists_show_the_right_one() {
    var plan = desk.sell("ONE_YEAR");
    server.awaitViews();
    var live = view("plans_1").path("live").stringValue();
    var table = live.equals("A") ? "plans_1" : "plans_1_b";
    assertThat(
            jdbc.sql("update " + table + " set region = 'XX' where plan_id = ?")
                .param(UUID.fromString(plan.planId()))
                .update())
        .isEqualTo(1);
    var compared = rebuilt(Map.of("view", "plans_1"));
    assertThat(compared.at("/result/same").booleanValue()).isFalse();
    assertThat(compared.at("/result/differences").longValue()).isEqualTo(1);
    assertThat(compared.at("/result/first/key/plan_id").stringValue()).isEqualTo(plan.planId());
    assertThat(compared.at("/result/first/column").stringValue()).isEqualTo("region");
    assertThat(compared.at("/result/first/live").stringValue()).isEqualTo("XX");
    assertThat(compared.at("/result/first/rebuilt").stringValue()).isEqualTo("US");
    assertThat(compared.at("/result/switched").booleanValue()).isFalse();

    var switched = rebuilt(Map.of("view", "plans_1", "switch", true, "keep", false));
    assertThat(switched.at("/result/differences").longValue()).isEqualTo(1);
    assertThat(switched.at("/result/switched").booleanValue()).isTrue();
    assertThat(view("plans_1").path("live").stringValue()).isNotEqualTo(live);
    assertThat(view("plans_1").path("spare").path("holds").stringValue()).isEqualTo("EMPTY");
    assertThat(rebuilt(Map.of("view", "plans_1")).at("/result/same").booleanValue()).isTrue();

    // The list stands in its other set, and has still seen what is asked for.
    var next = desk.post("/v1/plans", Desk.purchase("ONE_YEAR", "US", "USD", "Ada")).expect(201);
    var listed =
        desk.get("/v1/plans?pageSize=200&minPosition=" + next.at("/position").longValue())
            .expect(200);
    assertThat(listed.at("/data").valueStream().map(row -> row.path("region").stringValue()))
        .doesNotContain("XX");
  }

  @Test
  void what_cannot_be_built_is_refused_with_what_there_is() {
    var unknown = desk.post("/v1/rebuilds", Map.of("view", "nothing_1")).expect(400);
    assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/view");
    assertThat(unknown.text("/errors/0/detail")).contains("known are plans_1, entitlement_1");
    assertThat(desk.post("/v1/rebuilds", Map.of()).expect(400).text("/errors/0/code"))
        .isEqualTo("MISSING");
    assertThat(
            desk.post("/v1/rebuilds", Map.of("view", "plans_1", "switch", "yes"))
                .expect(400)
                .text("/errors/0/pointer"))
        .isEqualTo("/switch");
    desk.get("/v1/rebuilds/01890a5d-ac98-7000-8000-00000000dead").expect(404);
  }

  private Answer rebuilt(Map<String, ?> request) {
    var begun = desk.post("/v1/rebuilds", request).expect(202);
    var path = begun.header("Location").orElseThrow();
    long deadline = System.nanoTime() + 60_000_000_000L;
    var answer = desk.get(path).expect(200);
    while (answer.text("/state").equals("RUNNING")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(20_000_000);
      answer = desk.get(path).expect(200);
    }
    assertThat(answer.text("/state")).as(answer.toString()).isEqualTo("FINISHED");
    return answer;
  }

  private JsonNode view(String name) {
    return desk.get("/v1/views")
        .expect(200)
        .at("/data")
        .valueStream()
        .filter(view -> view.path("name").stringValue().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
