package org.planledger.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.json.CommandCatalogue;
import org.planledger.core.plan.PlanCommand.ExpireService;
import org.planledger.core.plan.PlanCommand.GrantReward;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.LedgerEvents;

@OnEachServer
class RehearsingCommandsTest {
  private static final Set<Class<?>> SWEEPING = Set.of(ExpireService.class, GrantReward.class);

  private final Desk desk;

  RehearsingCommandsTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_rehearsal_shows_what_would_follow_and_keeps_nothing() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind("MAVIC_3");
    var damage = plan.damage(serial, "2023-03-01");
    var events = events();
    var attempts = attempts();
    var claim = Map.of("mode", "DAMAGE", "claimedAt", "2023-03-02T10:00:00Z");
    var answer = rehearse(damage.path() + "/replacement-claims", claim).expect(200);
    assertThat(answer.at("/wouldApply").booleanValue()).isTrue();
    assertThat(answer.text("/decision/outcome")).isEqualTo("ACCEPTED");
    assertThat(answer.at("/planAfter/entitlements/REPLACEMENT/reserved").intValue()).isEqualTo(1);
    assertThat(answer.text("/planAfter/cases/" + damage.caseId() + "/stage")).isEqualTo("CLAIMED");
    assertThat(events()).isEqualTo(events);
    assertThat(attempts()).isEqualTo(attempts);
    assertThat(plan.entitlement("REPLACEMENT").path("reserved").intValue()).isZero();
  }

  @Test
  void a_rehearsal_of_what_would_be_refused_is_no_error() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind("MAVIC_3");
    var opened = plan.open("REPAIR", serial, "2023-03-01T20:00:00Z");
    var attempts = attempts();
    var claim = Map.of("mode", "DAMAGE", "claimedAt", "2023-03-02T10:00:00Z");
    var answer = rehearse(opened.path() + "/replacement-claims", claim).expect(200);
    assertThat(answer.at("/wouldApply").booleanValue()).isFalse();
    assertThat(answer.codes()).containsExactly("NOT_ASSESSED");
    assertThat(answer.at("/decision/remedies").toString()).isEqualTo("[\"RECORD_RECEIPT\"]");
    assertThat(attempts()).isEqualTo(attempts);
  }

  @Test
  void a_purchase_can_be_rehearsed_before_there_is_a_plan() {
    var answer =
        rehearse("/v1/plans", Desk.purchase("TWO_YEAR", "DE", "EUR", "rehearsing")).expect(200);
    assertThat(answer.at("/sequence").isNull()).isTrue();
    assertThat(answer.text("/planAfter/windows/REPLACEMENT/lastDay")).isEqualTo("2025-01-14");
    var id = answer.text("/planAfter/planId");
    desk.http().get("/v1/plans/" + id).expect(404);
  }

  @Test
  void a_rehearsal_is_read_as_strictly_as_the_command() {
    var answer = rehearse("/v1/plans", Map.of("planType", "ONE_YEAR")).expect(400);
    assertThat(answer.at("/errors")).hasSize(6);
  }

  @Test
  void a_lost_parameter_cannot_turn_a_rehearsal_into_a_command() {
    var answer =
        desk.http()
            .post("/v1/plans?dryRun=true", Desk.json(Desk.purchase("ONE_YEAR", "US", "USD", "dry")))
            .expect(400);
    assertThat(answer.text("/errors/0/code")).isEqualTo("UNKNOWN_PARAMETER");
  }

  @Test
  void every_command_of_a_client_can_be_posted_and_rehearsed() {
    var routes = desk.server().part(CommandRoutes.class);
    assertThat(routes.endpoints())
        .extracting(CommandEndpoint::command)
        .containsExactlyInAnyOrderElementsOf(
            CommandCatalogue.commands().stream()
                // The daily sweep sends these.
                .filter(command -> !SWEEPING.contains(command))
                .toList());
    for (var endpoint : routes.endpoints()) {
      var path =
          endpoint
              .path()
              .replace("{planId}", "01890a5d-ac96-774b-bcce-b302099a8057")
              .replace("{caseId}", "01890a5d-ac96-774b-bcce-b302099a8058");
      rehearse(path, Map.of()).expect(400);
      desk.post(path, Map.of()).expect(400);
    }
  }

  private Answer rehearse(String path, Map<String, ?> body) {
    // A key does no harm and is not needed: half of the rehearsals go without.
    return desk.post(path + "/preview", body);
  }

  private long events() {
    return desk.server().part(LedgerEvents.class).head();
  }

  private long attempts() {
    var attempts = desk.server().part(Attempts.class);
    long last = 0;
    for (var page = attempts.after(0, 1000); !page.isEmpty(); page = attempts.after(last, 1000)) {
      last = page.getLast().number();
    }
    return last;
  }
}
