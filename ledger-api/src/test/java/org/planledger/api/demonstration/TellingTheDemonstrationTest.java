package org.planledger.api.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.Work;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.TermsUpgraded;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.plan.Stage;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.Service;
import tools.jackson.databind.JsonNode;

/// The demonstration book as a whole, told to a real ledger on each database.
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseVendor.class)
class TellingTheDemonstrationTest {

  private static final String DEMONSTRATION = "--spring.profiles.active=demonstration";
  private static final int PLANS = 76;

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
  private static final Set<Service> SERVICES =
      EnumSet.complementOf(EnumSet.of(Service.SAFE_FLIGHT_REWARD));

  private final DatabaseVendor vendor;

  TellingTheDemonstrationTest(DatabaseVendor vendor) {
    this.vendor = vendor;
  }

  @Test
  void the_book_is_told_to_its_end_and_a_restart_adds_nothing() {
    List<String> database = LedgerServer.settings(vendor);
    long told;
    List<PlanHistory> plans;
    try (LedgerServer server = LedgerServer.start(vendor, database, DEMONSTRATION)) {
      told = server.part(LedgerEvents.class).head();
      plans = plans(server);
      assertThat(plans).hasSize(PLANS);
      assertShowsWhatThereIs(plans.stream().map(PlanHistory::plan).toList());
      assertThat(refusals(server)).hasSizeGreaterThanOrEqualTo(12);
      assertShowsWhatBecameOfTheMoney(new Desk(server));
    }
    try (LedgerServer again = LedgerServer.start(vendor, database, DEMONSTRATION)) {
      assertThat(again.part(LedgerEvents.class).head()).isEqualTo(told);
      assertThat(plans(again)).isEqualTo(plans);
      assertShowsWhatBecameOfTheMoney(new Desk(again));
    }
  }

  @Test
  void a_ledger_that_nobody_asked_to_demonstrate_is_empty() {
    try (LedgerServer server = LedgerServer.start(vendor)) {
      assertThat(server.part(LedgerEvents.class).head()).isZero();
      Desk desk = new Desk(server);
      assertThat(data(desk, "/v1/settlements")).isEmpty();
      assertThat(data(desk, "/v1/book-entries")).isEmpty();
    }
  }

  @Test
  void finance_that_somebody_has_begun_is_left_alone() {
    List<String> database = LedgerServer.settings(vendor);
    try (LedgerServer server = LedgerServer.start(vendor, database)) {
      Answer run = Work.done(new Desk(server), "/v1/reconciliations", Map.of("period", "2026-10"));
      assertThat(run.text("/state")).as("%s", run).isEqualTo("FINISHED");
    }
    try (LedgerServer again = LedgerServer.start(vendor, database, DEMONSTRATION)) {
      Desk desk = new Desk(again);
      assertThat(data(desk, "/v1/settlements")).isEmpty();
      assertThat(data(desk, "/v1/book-entries")).hasSize(1);
    }
  }

  /// Both files, one run, every trouble that was planted and no other; what people read of the
  /// lines says that they are samples.
  private static void assertShowsWhatBecameOfTheMoney(Desk desk) {
    List<JsonNode> files = data(desk, "/v1/settlements");
    assertThat(files)
        .extracting(file -> file.path("fileName").stringValue())
        .containsExactly("SAMPLE-bank-statement.xml", "SAMPLE-card-settlement.csv");
    for (JsonNode file : files) {
      assertThat(data(desk, "/v1/settlements/" + file.path("number").intValue() + "/lines"))
          .isNotEmpty()
          .allMatch(line -> line.path("description").stringValue().startsWith("SAMPLE"));
    }
    assertThat(data(desk, "/v1/book-entries"))
        .extracting(entry -> entry.path("type").stringValue())
        .containsExactly("FeesReconciled");
    Map<String, Long> kinds =
        data(desk, "/v1/exceptions").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.path("kind").stringValue(), Collectors.counting()));
    assertThat(kinds)
        .isEqualTo(
            Map.of(
                "MISSING_PAYMENT", 3L,
                "MISSING_FEE", 1L,
                "AMOUNT_SHORT", 1L,
                "DUPLICATE", 1L,
                "CURRENCY", 1L,
                "CHARGEBACK", 1L,
                "UNREADABLE", 1L));
    assertThat(data(desk, "/v1/matches"))
        .extracting(match -> match.path("rule").stringValue())
        .contains(
            "M1-FEE-ID",
            "M1-FEE-ID-IN-TEXT",
            "M1-PAYMENT-REFERENCE",
            "M2-SMALL-DIFFERENCE",
            "M3-SIGNS",
            "M4-PAYOUT",
            "M6-UNDERPAID",
            "M7-REFUND",
            "M8-CHARGEBACK");
  }

  private static List<JsonNode> data(Desk desk, String path) {
    return desk.get(path + "?pageSize=200").expect(200).at("/data").valueStream().toList();
  }

  private static void assertShowsWhatThereIs(List<Plan> plans) {
    Set<Object> models = new HashSet<>();
    Set<Object> regions = new HashSet<>();
    Set<PlanType> types = EnumSet.noneOf(PlanType.class);
    Set<CaseType> cases = EnumSet.noneOf(CaseType.class);
    Set<Channel> processes = EnumSet.noneOf(Channel.class);
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    for (Plan plan : plans) {
      regions.add(plan.sold().region());
      types.add(plan.sold().planType());
      plan.head().ifPresent(device -> models.add(device.model()));
      for (Case one : plan.cases().values()) {
        cases.add(one.opened().type());
        processes.add(one.opened().process());
        stages.add(one.stage());
      }
    }
    assertThat(models).hasSizeGreaterThanOrEqualTo(12);
    assertThat(regions).hasSizeGreaterThanOrEqualTo(12);
    assertThat(types).isEqualTo(EnumSet.allOf(PlanType.class));
    assertThat(cases).isEqualTo(EnumSet.allOf(CaseType.class));
    assertThat(processes).isEqualTo(EnumSet.allOf(Channel.class));
    assertThat(stages).isEqualTo(EnumSet.allOf(Stage.class));
    assertThat(plans.stream().map(plan -> PlanStatus.on(plan, LAST_DAY)))
        .contains(PlanStatus.RETURNED, PlanStatus.EXITED, PlanStatus.EXPIRED, PlanStatus.ACTIVE);
    assertThat(plans).anyMatch(plan -> !plan.undone().isEmpty());
    assertThat(plans).anyMatch(plan -> plan.has(TermsUpgraded.class));
    assertThat(services(plans)).isEqualTo(SERVICES);
    assertThat(plans).anyMatch(plan -> plan.head().isEmpty());
    assertThat(plans).anyMatch(plan -> plan.chain().size() == 4);
  }

  /// Under what the cases of the book were settled, maintenance among it.
  private static Set<Service> services(List<Plan> plans) {
    return plans.stream()
        .flatMap(plan -> plan.cases().values().stream())
        .flatMap(one -> one.settledUnder().stream())
        .collect(Collectors.toSet());
  }

  private static List<PlanHistory> plans(LedgerServer server) {
    PlanLedger ledger = server.part(PlanLedger.class);
    List<PlanHistory> plans = new ArrayList<>();
    for (int number = 1; number <= PLANS; number++) {
      ledger.history(PlanStory.id(number)).ifPresent(plans::add);
    }
    return plans;
  }

  private static List<Attempt> refusals(LedgerServer server) {
    PlanLedger ledger = server.part(PlanLedger.class);
    List<Attempt> refused = new ArrayList<>();
    for (int number = 1; number <= PLANS; number++) {
      ledger.attempts(PlanStory.id(number), 0, 100).stream()
          .filter(attempt -> !attempt.decision().codes().isEmpty())
          .forEach(refused::add);
    }
    return refused;
  }
}
