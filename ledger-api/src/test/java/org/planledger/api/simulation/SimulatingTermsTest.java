package org.planledger.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.SoldPlan;
import org.planledger.api.testing.Work;
import org.planledger.core.simulation.Candidate;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A simulation looks at the whole book, so these tests have ledgers of their own. Each has one
/// customer who asks for a third replacement of two, and one who asks for nothing.
@ParameterizedClass(name = "on {0}")
@EnumSource
class SimulatingTermsTest {
  private static final String PATH = "/v1/terms-simulations";
  private static final String MAVIC = "MAVIC_3";

  private record Book(LedgerServer server, Desk desk, SoldPlan greedy) {}

  private static final Map<DatabaseVendor, Book> BOOKS = new ConcurrentHashMap<>();

  private final Book book;
  private final Desk desk;

  SimulatingTermsTest(DatabaseVendor vendor) {
    book = BOOKS.computeIfAbsent(vendor, SimulatingTermsTest::told);
    desk = book.desk();
  }

  private static Book told(DatabaseVendor vendor) {
    var server = LedgerServer.start(vendor);
    var desk = new Desk(server);
    var greedy = desk.sell("ONE_YEAR");
    var second = greedy.replaced(greedy.bind(MAVIC), MAVIC, "2023-03-01");
    var third = greedy.replaced(second, MAVIC, "2023-04-01");
    greedy.damage(third, "2023-05-01").claim("DAMAGE").expect(422);
    desk.sell("ONE_YEAR").bind(MAVIC);
    return new Book(server, desk, greedy);
  }

  @AfterAll
  static void end_the_servers() {
    BOOKS.values().forEach(told -> told.server().close());
    BOOKS.clear();
  }

  @Test
  void the_terms_of_the_time_flip_nothing_and_nothing_is_written() {
    long head = book.server().part(LedgerEvents.class).head();
    long attempts = book.server().part(Attempts.class).last();

    var done = finished(Map.of("edition", "2022-10"));

    assertThat(done.at("/result/counts/attempts").longValue()).isEqualTo(attempts);
    assertThat(done.at("/result/counts/unchanged").longValue()).isEqualTo(attempts);
    assertThat(done.at("/result/counts/plans").longValue()).isEqualTo(2);
    assertThat(done.at("/result/flips").isEmpty()).isTrue();
    assertThat(done.at("/progress/remaining").longValue()).isZero();
    assertThat(book.server().part(LedgerEvents.class).head()).isEqualTo(head);
    assertThat(book.server().part(Attempts.class).last()).isEqualTo(attempts);
  }

  @Test
  void one_more_replacement_accepts_the_third_claim() {
    var done = finished(Map.of("candidate", oneMore()));

    assertThat(done.at("/result/counts/nowAccepted").longValue()).isEqualTo(1);
    assertThat(done.at("/result/counts/nowRefused").longValue()).isZero();
    assertThat(done.text("/result/flips/0/command")).isEqualTo("ClaimReplacement");
    assertThat(done.text("/result/flips/0/planId")).isEqualTo(book.greedy().planId());
    assertThat(done.text("/result/flips/0/rule")).isEqualTo("R-2.3-01");
    assertThat(done.text("/result/flips/0/codes/0")).isEqualTo("QUOTA_EXHAUSTED");
    assertThat(done.at("/result/flips/0/recorded/holds").booleanValue()).isFalse();
    assertThat(done.at("/result/flips/0/simulated/holds").booleanValue()).isTrue();
    assertThat(done.at("/result/plansAffected").size()).isEqualTo(1);
    assertThat(done.at("/result/fees").valueStream().toList().getLast().path("month").stringValue())
        .isEqualTo("2023-05");
  }

  @Test
  void the_same_book_and_candidate_give_the_same_bytes() {
    var once = finished(Map.of("candidate", oneMore()));
    var again = finished(Map.of("candidate", oneMore()));

    assertThat(again.at("/result").toString()).isEqualTo(once.at("/result").toString());
    assertThat(again.at("/candidate")).isEqualTo(once.at("/candidate"));
    assertThat(again.text("/id")).isNotEqualTo(once.text("/id"));
  }

  @Test
  void plans_of_other_editions_are_left_alone() {
    var done = finished(Map.of("candidate", oneMore(), "inPlaceOf", "2023-07"));

    assertThat(done.at("/inPlaceOf").toString()).isEqualTo("[\"2023-07\"]");
    assertThat(done.at("/result/counts/plansAffected").longValue()).isZero();
  }

  @Test
  void a_candidate_is_checked_like_an_edition_and_every_problem_has_its_place() {
    var broken = oneMore();
    broken.remove("bodyOrder");
    ((ObjectNode) broken.at("/plans/ONE_YEAR")).put("months", "twelve");

    var refused = desk.post(PATH, Map.of("candidate", broken)).expect(400);

    assertThat(refused.at("/errors").valueStream().map(e -> e.path("code").stringValue()))
        .containsOnly("BAD_TERMS");
    assertThat(refused.at("/errors").valueStream().map(e -> e.path("pointer").stringValue()))
        .contains("/candidate/plans/ONE_YEAR/months");
  }

  @Test
  void a_request_names_one_candidate_that_there_is() {
    assertThat(desk.post(PATH, Map.of()).expect(400).text("/errors/0/code"))
        .isEqualTo("DOES_NOT_FIT");
    var both = Map.of("edition", "2022-10", "candidate", oneMore());
    assertThat(desk.post(PATH, both).expect(400).text("/errors/0/code")).isEqualTo("DOES_NOT_FIT");
    var unknown = desk.post(PATH, Map.of("edition", "1999-01")).expect(400);
    assertThat(unknown.text("/errors/0/code")).isEqualTo("UNKNOWN_EDITION");
    assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/edition");
    var place = Map.of("edition", "2022-10", "inPlaceOf", "1999-01");
    assertThat(desk.post(PATH, place).expect(400).text("/errors/0/pointer"))
        .isEqualTo("/inPlaceOf");
    assertThat(desk.post(PATH, Map.of("candidate", "2022-10")).expect(400).text("/errors/0/code"))
        .isEqualTo("WRONG_TYPE");
  }

  @Test
  void a_report_can_be_cited_after_a_restart() {
    var settings = LedgerServer.settings(book.server().vendor());
    Answer before;
    try (var server = LedgerServer.start(book.server().vendor(), settings)) {
      var customer = new Desk(server);
      customer.sell("ONE_YEAR").bind(MAVIC);
      before = Work.done(customer, PATH, Map.of("candidate", oneMore()));
    }
    try (var server = LedgerServer.start(book.server().vendor(), settings)) {
      var after = new Desk(server).get(PATH + "/" + before.text("/id")).expect(200);
      assertThat(after.body()).isEqualTo(before.body());
      assertThat(after.text("/state")).isEqualTo("FINISHED");
    }
  }

  @Test
  void a_simulation_that_never_was_is_unknown() {
    assertThat(desk.get(PATH + "/" + UUID.randomUUID()).expect(404).text("/code"))
        .isEqualTo("UNKNOWN_JOB");
    assertThat(desk.get(PATH + "/last").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/simulationId");
  }

  private Answer finished(Map<String, ?> request) {
    var done = Work.done(desk, PATH, request);
    assertThat(done.text("/state")).as(done.toString()).isEqualTo("FINISHED");
    return done;
  }

  private static ObjectNode oneMore() {
    var json = Candidate.of202210().replacements("ONE_YEAR", 3).json();
    return (ObjectNode) JsonMapper.shared().readTree(json);
  }
}
