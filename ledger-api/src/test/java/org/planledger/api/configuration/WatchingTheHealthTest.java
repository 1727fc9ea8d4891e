package org.planledger.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.store.LedgerEvents;
import org.planledger.projections.processing.ViewProcessors;
import tools.jackson.databind.JsonNode;

/// What the ledger tells about itself to whoever watches over it.
@OnEachServer
class WatchingTheHealthTest {

  private static final String HEALTH = "/actuator/health";
  private static final String LEDGER = "/components/ledger";

  private final LedgerServer server;

  WatchingTheHealthTest(LedgerServer server) {
    this.server = server;
  }

  @Test
  void it_tells_how_far_the_ledger_goes_and_how_far_behind_each_view_is() {
    server.awaitViews();
    Answer health = server.http().get(HEALTH).expect(200);
    assertThat(health.text(LEDGER + "/status")).isEqualTo("UP");
    assertThat(health.at(LEDGER + "/details/position").longValue())
        .isEqualTo(server.part(LedgerEvents.class).head());
    JsonNode views = health.at(LEDGER + "/details/views");
    List<String> names = new ArrayList<>(views.propertyNames());
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(server.part(ViewProcessors.class).names());
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(views.get(name).toString())
                    .isEqualTo("{\"lagEvents\":0,\"deadLetters\":0,\"running\":true}"));
  }

  @Test
  void it_tells_nothing_about_the_machine_and_nothing_else_is_to_be_had() {
    assertThat(server.http().get(HEALTH).body())
        .doesNotContain("jdbc", "ledger_", System.getProperty("java.io.tmpdir"), "path", "disk");
    assertThat(server.http().get("/actuator").status()).isEqualTo(404);
    assertThat(server.http().get("/actuator/env").status()).isEqualTo(404);
    assertThat(server.http().get("/actuator/heapdump").status()).isEqualTo(404);
    assertThat(server.http().to("POST", "/actuator/shutdown").send().status()).isEqualTo(404);
  }
}
