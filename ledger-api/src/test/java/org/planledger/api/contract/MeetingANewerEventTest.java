package org.planledger.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.SoldPlan;
import org.planledger.api.testing.Work;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.StoredByHand;
import org.planledger.core.store.StreamType;
import org.planledger.projections.processing.ViewProcessors;

/// A newer version of the program, on another node or before a step back, has written an event that
/// this one does not know. Whoever has to understand it says so; whoever needs its bytes goes on.
class MeetingANewerEventTest {
  private static final String HELP =
      "This version of the program does not know it: upgrade to the version that wrote it.";

  private record Met(
      LedgerServer server, Desk desk, SoldPlan touched, SoldPlan untouched, long position) {

    String message(String what) {
      return "Event 1 of stream %s, at position %d, is a %s. "
              .formatted(touched.planId(), position, what)
          + HELP;
    }
  }

  private static Met meet(LedgerServer server, String type, String revision) {
    var desk = new Desk(server);
    var touched = desk.sell("ONE_YEAR");
    var untouched = desk.sell("ONE_YEAR");
    server.awaitViews();
    long position =
        StoredByHand.append(
            server.part(LedgerStore.class),
            StreamType.PLAN,
            touched.planId(),
            type,
            revision,
            "{\"planId\":\"%s\",\"weather\":\"windy\"}".formatted(touched.planId()));
    return new Met(server, desk, touched, untouched, position);
  }

  @ParameterizedTest
  @CsvSource({
    "H2,         PlanPaused,    1",
    "POSTGRESQL, PlanPaused,    1",
    "H2,         PlanPurchased, 7",
    "POSTGRESQL, PlanPurchased, 7"
  })
  void whoever_has_to_understand_it_says_what_it_is_and_what_helps(
      DatabaseVendor vendor, String type, String revision) {
    try (var server = LedgerServer.start(vendor)) {
      var met = meet(server, type, revision);
      var expected = met.message("%s of revision %s".formatted(type, revision));
      for (var read : new String[] {"", "/events", "/dossier"}) {
        var answer = met.desk().http().get(met.touched().path() + read).expect(503);
        assertThat(answer.text("/code")).as(read).isEqualTo("NEWER_VERSION_NEEDED");
        assertThat(answer.text("/detail")).as(read).isEqualTo(expected);
        assertThat(answer.header("Retry-After")).as(read).contains("60");
      }
      var bind = SoldPlan.device(Desk.newSerial(), "MAVIC_3", "US");
      assertThat(met.touched().bind(bind).expect(503).text("/detail"))
          .endsWith(HELP)
          .contains("Event 1 of stream " + met.touched().planId())
          .contains("%s of revision %s".formatted(type, revision));
      met.desk().rehearse(met.touched().path() + "/devices", bind).expect(503);
      assertThat(met.desk().get(met.touched().path() + "/decisions").expect(200).at("/data"))
          .hasSize(1);
      met.desk().get(met.touched().path() + "?atSequence=0").expect(200);
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseVendor.class)
  void a_command_that_was_answered_before_is_answered_again(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      var desk = new Desk(server);
      var plan = desk.sell("ONE_YEAR");
      var key = LedgerHttp.newKey();
      var bind = SoldPlan.device(Desk.newSerial(), "MAVIC_3", "US");
      var first = desk.post(plan.path() + "/devices", key, bind).expect(201);
      StoredByHand.append(
          server.part(LedgerStore.class), StreamType.PLAN, plan.planId(), "PlanPaused", "1", "{}");

      var again = desk.post(plan.path() + "/devices", key, bind).expect(201);
      assertThat(again.body()).isEqualTo(first.body());
      desk.post(plan.path() + "/exit-requests", Map.of("at", "2023-02-01T00:00:00Z")).expect(503);
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseVendor.class)
  void the_views_stop_before_it_and_the_health_says_so(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      var met = meet(server, "PlanPaused", "1");
      met.untouched().bind("MAVIC_3");

      var health = met.desk().http().get("/actuator/health").expect(503);
      for (var view : server.part(ViewProcessors.class).names()) {
        var shown = health.at("/components/ledger/details/views").path(view);
        assertThat(server.part(ViewProcessors.class).position(view).seen())
            .as(view)
            .isEqualTo(met.position() - 1);
        assertThat(shown.path("standsBefore").asString())
            .isEqualTo(met.message("PlanPaused of revision 1"));
        assertThat(shown.path("deadLetters").longValue()).isZero();
        assertThat(shown.path("lagEvents").longValue()).isEqualTo(3);
      }
      assertThat(met.desk().get("/v1/plans").expect(200).at("/data")).hasSize(2);
      assertThat(
              met.desk().get("/v1/plans?minPosition=" + met.position()).expect(503).text("/code"))
          .isEqualTo("VIEW_BEHIND");
      met.desk().get(met.untouched().path()).expect(200);
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseVendor.class)
  void what_needs_its_bytes_only_goes_on(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      var met = meet(server, "PlanPaused", "1");

      var event = met.desk().get("/v1/events?type=PlanPaused").expect(200).at("/data/0");
      assertThat(event.at("/payload/weather").stringValue()).isEqualTo("windy");
      var bundle = met.desk().get(met.touched().path() + "/proof").expect(200);
      assertThat(bundle.text("/streams/0/events/1/type")).isEqualTo("PlanPaused");
      var export = met.desk().http().get("/v1/log/export").expect(200);
      assertThat(export.body().lines()).hasSize(4);
      assertThat(export.body()).contains("\"type\":\"PlanPaused\"");
      var verified = Work.done(met.desk(), "/v1/verifications", Map.of("extent", "FULL"));
      assertThat(verified.at("/result/good").booleanValue()).as("%s", verified).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseVendor.class)
  void long_work_says_where_it_stopped(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      var met = meet(server, "PlanPaused", "1");

      var sweep = Work.done(met.desk(), "/v1/sweeps", Map.of("on", "2026-01-01"));
      assertThat(sweep.text("/failures/0/planId")).isEqualTo(met.touched().planId());
      assertThat(sweep.text("/failures/0/reason"))
          .isEqualTo(met.message("PlanPaused of revision 1"));
      assertThat(sweep.at("/failures")).hasSize(1);
    }
    try (var before = LedgerServer.start(vendor);
        var server = LedgerServer.start(vendor)) {
      new Desk(before).sell("ONE_YEAR").bind("MAVIC_3");
      StoredByHand.copy(
          before.part(LedgerStore.class),
          server.part(LedgerStore.class),
          MeetingANewerEventTest::asANewerVersionStoresIt);
      var simulation =
          Work.done(new Desk(server), "/v1/terms-simulations", Map.of("edition", "2022-10"));
      assertThat(simulation.text("/state")).isEqualTo("FAILED");
      assertThat(simulation.text("/failure"))
          .contains("Event 1 of stream ", "is a DeviceBound of revision 9. ")
          .endsWith(HELP);
    }
  }

  private static EventRow asANewerVersionStoresIt(EventRow row) {
    return row.type().equals("DeviceBound")
        ? new EventRow(
            row.position(),
            row.ledgerTime(),
            row.streamType(),
            row.streamId(),
            row.sequence(),
            row.eventId(),
            row.type(),
            "9",
            row.recordedAt(),
            row.payload(),
            row.metadata(),
            row.leafHash(),
            row.streamHash())
        : row;
  }
}
