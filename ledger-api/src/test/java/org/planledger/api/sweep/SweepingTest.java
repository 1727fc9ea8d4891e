package org.planledger.api.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.job.JobFailedException;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.SoldPlan;
import org.planledger.api.testing.Work;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.terms.TermsBook;
import org.planledger.projections.plans.PlansQueries;

/// A sweep looks at every plan there is, so these tests have ledgers of their own.
@ParameterizedClass(name = "on {0}")
@EnumSource
class SweepingTest {
  private static final Map<DatabaseVendor, LedgerServer> SERVERS = new ConcurrentHashMap<>();

  private static final String LAST_DAY = "2024-01-14";
  private static final String END = "2024-01-15";
  private static final String MAVIC = "MAVIC_3";

  private final LedgerServer server;
  private final Desk desk;

  SweepingTest(DatabaseVendor vendor) {
    server = SERVERS.computeIfAbsent(vendor, LedgerServer::start);
    desk = new Desk(server);
  }

  @AfterAll
  static void end_the_servers() {
    SERVERS.values().forEach(LedgerServer::close);
    SERVERS.clear();
  }

  @Test
  void a_plan_that_is_over_has_its_services_expired_and_its_reward_granted() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);

    sweep(LAST_DAY);
    assertThat(eventsSinceBinding(plan)).isEmpty();

    var swept = sweep(END);
    assertThat(eventsSinceBinding(plan))
        .containsExactly("ServiceExpired", "ServiceExpired", "ServiceExpired", "RewardGranted");
    assertThat(swept.at("/progress/remaining").longValue()).isZero();
    assertThat(swept.at("/recorded/serviceExpired").longValue()).isGreaterThanOrEqualTo(3);
    assertThat(swept.at("/failed").longValue()).isZero();
  }

  @Test
  void what_is_recorded_is_not_recorded_again() {
    desk.sell("ONE_YEAR").bind(MAVIC);
    sweep(END);
    long attempts = server.part(Attempts.class).last();

    var again = sweep(END);
    var later = sweep("2024-02-01");

    for (var swept : List.of(again, later)) {
      swept.at("/recorded").forEach(count -> assertThat(count.longValue()).isZero());
    }
    assertThat(server.part(Attempts.class).last()).as("not even an attempt").isEqualTo(attempts);
  }

  @Test
  void a_used_replacement_forfeits_the_reward_and_the_last_one_is_recorded_at_once() {
    var plan = desk.sell("ONE_YEAR");
    var second = plan.replaced(plan.bind(MAVIC), MAVIC, "2023-03-01");
    plan.replaced(second, MAVIC, "2023-04-01");

    sweep("2023-04-02");
    assertThat(sweptEvents(plan)).contains("ServiceExhausted").doesNotContain("ServiceExpired");
    assertThat(plan.on("2023-04-02").text("/status")).isEqualTo("ACTIVE");

    sweep(END);
    assertThat(sweptEvents(plan)).contains("ServiceExpired").doesNotContain("RewardGranted");
    assertThat(sweptEvents(plan).stream().filter("RewardForfeited"::equals)).hasSize(1);
  }

  @Test
  void a_case_lapses_on_the_day_after_its_last_and_then_the_reward_is_decided() {
    var plan = desk.sell("ONE_YEAR");
    var unsent = plan.open("REPAIR", plan.bind(MAVIC), "2024-01-10T20:00:00Z");

    sweep("2024-01-17");
    assertThat(unsent.read().text("/state/stage")).isEqualTo("OPENED");
    assertThat(sweptEvents(plan)).doesNotContain("RewardGranted", "RewardForfeited");

    sweep("2024-01-18");
    assertThat(unsent.read().text("/state/stage")).isEqualTo("LAPSED");
    assertThat(sweptEvents(plan)).containsSubsequence("CaseLapsed", "RewardGranted");
  }

  @Test
  void a_case_that_is_under_way_is_for_a_person_to_end() {
    var plan = desk.sell("ONE_YEAR");
    var received = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z").received();
    var lost = desk.sell("ONE_YEAR");
    var loss = lost.loss(lost.bind(MAVIC), "2023-03-01");

    sweep("2023-12-01");

    assertThat(received.read().text("/state/stage")).isEqualTo("RECEIVED");
    assertThat(loss.read().text("/state/stage")).isEqualTo("ASSESSED");
  }

  @Test
  void every_event_of_a_sweep_names_the_sweep() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    sweep(END);

    var event = desk.get(plan.path() + "/events").expect(200).at("/data").valueStream().toList();

    assertThat(event.getLast().path("actor").stringValue()).isEqualTo("ledger-sweep");
    assertThat(event.getLast().path("type").stringValue()).isEqualTo("RewardGranted");
  }

  @Test
  void what_can_be_done_is_the_same_before_and_after_a_sweep() {
    var plans = new ArrayList<SoldPlan>();
    for (var type : List.of("ONE_YEAR", "TWO_YEAR")) {
      for (int replacements = 0; replacements < 3; replacements++) {
        var plan = desk.sell(type);
        var serial = plan.bind(MAVIC);
        for (int i = 0; i < replacements; i++) {
          serial = plan.replaced(serial, MAVIC, "2023-0" + (i + 3) + "-01");
        }
        plan.damage(serial, "2023-12-20");
        plans.add(plan);
      }
    }
    plans.add(desk.sell("ONE_YEAR"));
    var before = plans.stream().map(SweepingTest::whatCounts).toList();

    sweep("2025-06-01");

    assertThat(plans.stream().map(SweepingTest::whatCounts).toList()).isEqualTo(before);
  }

  @Test
  void a_sweep_that_was_cut_short_is_finished_by_the_next_one() {
    var plans = new ArrayList<SoldPlan>();
    for (int i = 0; i < 6; i++) {
      var plan = desk.sell("ONE_YEAR", "JP", "JPY");
      plan.bind(MAVIC);
      plans.add(plan);
    }
    server.awaitViews();
    var settings = new SweepSettings(false, Duration.ZERO, Duration.ZERO, 1, 2);
    var cut = sweepOf("2024-01-20", settings);

    assertThatThrownBy(() -> cut.run(() -> cut.lookedAt() > cut.total() / 2))
        .isInstanceOf(JobFailedException.class);
    sweep("2024-01-20");

    for (var plan : plans) {
      assertThat(eventsSinceBinding(plan))
          .containsExactly("ServiceExpired", "ServiceExpired", "ServiceExpired", "RewardGranted");
    }
  }

  @Test
  void a_day_that_has_not_come_is_refused() {
    var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    var refused = desk.post("/v1/sweeps", Map.of("on", tomorrow)).expect(400);

    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/on");
    assertThat(refused.text("/errors/0/code")).isEqualTo("IN_THE_FUTURE");
    assertThat(desk.post("/v1/sweeps", Map.of("day", END)).expect(400).text("/errors/0/code"))
        .isEqualTo("UNKNOWN_FIELD");
  }

  @Test
  void a_sweep_that_never_was_is_unknown() {
    assertThat(desk.get("/v1/sweeps/" + UUID.randomUUID()).expect(404).text("/code"))
        .isEqualTo("UNKNOWN_JOB");
    assertThat(desk.get("/v1/sweeps/yesterday").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/sweepId");
  }

  @Test
  void without_a_day_each_plan_is_looked_at_for_its_own_today() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    server.awaitViews();

    var swept = Work.done(desk, "/v1/sweeps", Map.of());

    assertThat(swept.at("/on").isNull()).isTrue();
    assertThat(sweptEvents(plan)).contains("RewardGranted");
  }

  private Answer sweep(String on) {
    server.awaitViews();
    var swept = Work.done(desk, "/v1/sweeps", Map.of("on", on));
    assertThat(swept.text("/state")).isEqualTo("FINISHED");
    return swept;
  }

  private Sweep sweepOf(String on, SweepSettings settings) {
    var clock = server.part(InstantSource.class);
    var sweeping =
        new SweepingAPlan(server.part(PlanLedger.class), server.part(TermsBook.class), clock);
    var day = new SweepDay(Optional.of(LocalDate.parse(on)), clock.instant());
    return new Sweep(server.part(PlansQueries.class), sweeping, day, settings);
  }

  private static List<String> types(SoldPlan plan) {
    return plan.desk()
        .get(plan.path() + "/events?pageSize=1000")
        .expect(200)
        .at("/data")
        .valueStream()
        .map(event -> event.path("type").stringValue())
        .toList();
  }

  private static List<String> eventsSinceBinding(SoldPlan plan) {
    var types = types(plan);
    return types.subList(types.indexOf("DeviceBound") + 1, types.size());
  }

  private static List<String> sweptEvents(SoldPlan plan) {
    return types(plan).stream()
        .filter(type -> type.matches("Service.+|Reward.+|CaseLapsed"))
        .toList();
  }

  /// What a customer could notice, on days inside and outside all windows.
  private static List<String> whatCounts(SoldPlan plan) {
    var found = new ArrayList<String>();
    for (var day : List.of("2023-12-31", LAST_DAY, END, "2025-01-14", "2025-01-15", "2026-02-01")) {
      var answer = plan.on(day);
      for (var field :
          List.of("status", "windows", "entitlements", "warranty", "allowedCommands")) {
        found.add(day + " " + field + " " + answer.at("/" + field));
      }
      answer.at("/blockedCommands").forEach(blocked -> found.add(day + " " + blocked));
    }
    return found;
  }
}
