package org.planledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.Outcome.Decided;
import org.planledger.core.axon.testing.Commands;
import org.planledger.core.axon.testing.Scenarios;
import org.planledger.core.axon.testing.Scenarios.GivenPlan;
import org.planledger.core.axon.testing.Together;
import org.planledger.core.device.DeviceEvent.BoundToPlan;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.PlanType;

/// Many want the same thing at the same moment: exactly as many get it as the terms allow.
@OnEachDatabase
class ClaimingAtTheSameTimeTest {

  private static final int THREADS = 32;

  private final LedgerDatabase database;
  private LedgerStore store;
  private LedgerShell shell;
  private PlanLedger ledger;
  private Scenarios given;

  ClaimingAtTheSameTimeTest(LedgerDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.openStore();
    shell = LedgerShell.configure(store, Scenarios.TERMS).start();
    ledger = shell.ledger();
    given = Scenarios.given(ledger);
  }

  @AfterEach
  void closeAndAudit() {
    shell.close();
    store.close();
    LedgerAudit.of(database.application());
  }

  @Test
  void of_many_claims_on_one_plan_as_many_succeed_as_it_has_replacements() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var cases = cases(plan);

    var outcomes = Together.at(THREADS, i -> given.submit(Commands.claim(plan.id(), cases.get(i))));

    assertThat(accepted(outcomes)).hasSize(2);
    assertThat(refused(outcomes))
        .hasSize(THREADS - 2)
        .allSatisfy(
            attempt ->
                assertThat(attempt.decision().codes())
                    .containsExactly(RefusalCode.QUOTA_EXHAUSTED));
    assertThat(claims(plan)).extracting(ReplacementClaimed::ordinal).containsExactly(1, 2);
    assertThat(claims(plan))
        .extracting(ReplacementClaimed::caseId)
        .containsExactlyInAnyOrderElementsOf(
            accepted(outcomes).stream().map(a -> a.caseId().orElseThrow()).toList());
  }

  @Test
  void of_many_claims_in_one_case_one_succeeds() {
    var plan = given.plan(PlanType.TWO_YEAR).bound();
    var claimable = plan.assessedCase();

    var outcomes = Together.at(THREADS, _ -> given.submit(Commands.claim(plan.id(), claimable)));

    assertThat(accepted(outcomes)).hasSize(1);
    assertThat(claims(plan)).hasSize(1);
  }

  @Test
  void of_many_plans_that_want_one_serial_one_gets_it_and_nothing_is_orphaned() {
    var device = Commands.newDevice();
    var plans = IntStream.range(0, THREADS).mapToObj(_ -> given.plan(PlanType.ONE_YEAR)).toList();

    var outcomes =
        Together.at(THREADS, i -> given.submit(Commands.bind(plans.get(i).id(), device)));

    assertThat(accepted(outcomes)).hasSize(1);
    assertThat(refused(outcomes))
        .hasSize(THREADS - 1)
        .allSatisfy(
            attempt ->
                assertThat(attempt.decision().codes())
                    .containsExactly(
                        RefusalCode.ALREADY_BOUND_ONCE, RefusalCode.SERIAL_ALREADY_COVERED));
    agreeOn(device, plans);
  }

  @Test
  void of_many_purchases_with_one_serial_one_is_sold() {
    var device = Commands.newDevice();

    var outcomes =
        Together.at(
            THREADS,
            _ -> given.submit(Commands.purchase(Commands.newPlan(), PlanType.ONE_YEAR, device)));

    assertThat(accepted(outcomes)).hasSize(1);
    var sold = accepted(outcomes).getFirst().planId();
    assertThat(ledger.device(device).orElseThrow().device().plan()).contains(sold);
    assertThat(refused(outcomes))
        .hasSize(THREADS - 1)
        .allSatisfy(attempt -> assertThat(ledger.history(attempt.planId())).isEmpty());
  }

  @Test
  void two_processes_that_claim_on_one_plan_share_its_replacements() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var cases = cases(plan);
    try (var other = LedgerShell.configure(store, Scenarios.TERMS).start()) {
      var both = List.of(given, Scenarios.given(other.ledger()));

      var outcomes =
          Together.at(
              THREADS, i -> both.get(i % 2).submit(Commands.claim(plan.id(), cases.get(i))));

      assertThat(accepted(outcomes)).hasSize(2);
      assertThat(claims(plan)).extracting(ReplacementClaimed::ordinal).containsExactly(1, 2);
    }
  }

  @Test
  void two_processes_that_want_one_serial_do_not_both_get_it() {
    var device = Commands.newDevice();
    var plans = Stream.of(1, 2).map(_ -> given.plan(PlanType.ONE_YEAR)).toList();
    try (var other = LedgerShell.configure(store, Scenarios.TERMS).start()) {
      var both = List.of(given, Scenarios.given(other.ledger()));

      var outcomes =
          Together.at(2, i -> both.get(i).submit(Commands.bind(plans.get(i).id(), device)));

      assertThat(accepted(outcomes)).hasSize(1);
      assertThat(refused(outcomes)).hasSize(1);
      agreeOn(device, plans);
    }
  }

  @Test
  void commands_on_different_plans_do_not_disturb_each_other() {
    var plans =
        IntStream.range(0, THREADS).mapToObj(_ -> given.plan(PlanType.ONE_YEAR).bound()).toList();

    var outcomes =
        Together.at(THREADS, i -> given.submit(Commands.link(plans.get(i).id(), LinkKind.ACCOUNT)));

    assertThat(accepted(outcomes)).hasSize(THREADS);
    assertThat(plans).allSatisfy(plan -> assertThat(plan.plan().links()).hasSize(1));
  }

  private List<CaseId> cases(GivenPlan plan) {
    return IntStream.range(0, THREADS).mapToObj(_ -> plan.assessedCase()).toList();
  }

  private List<ReplacementClaimed> claims(GivenPlan plan) {
    return ledger.history(plan.id()).orElseThrow().events().stream()
        .map(RecordedEvent::event)
        .filter(ReplacementClaimed.class::isInstance)
        .map(ReplacementClaimed.class::cast)
        .toList();
  }

  /// The one plan that says it covers the device is the one plan of which the device says so.
  private void agreeOn(DeviceId device, List<GivenPlan> plans) {
    var bindings =
        plans.stream()
            .flatMap(plan -> ledger.history(plan.id()).orElseThrow().events().stream())
            .map(RecordedEvent::event)
            .filter(DeviceBound.class::isInstance)
            .map(DeviceBound.class::cast)
            .toList();
    var lineage = ledger.device(device).orElseThrow();
    assertThat(bindings).hasSize(1);
    assertThat(lineage.events())
        .extracting(RecordedEvent::event)
        .containsExactly(
            new BoundToPlan(
                device,
                bindings.getFirst().planId(),
                bindings.getFirst().at(),
                bindings.getFirst().model(),
                bindings.getFirst().cause()));
  }

  private static List<Attempt> accepted(List<Outcome> outcomes) {
    return decided(outcomes).filter(a -> a.decision() instanceof Accepted).toList();
  }

  private static List<Attempt> refused(List<Outcome> outcomes) {
    return decided(outcomes).filter(a -> a.decision() instanceof Refused).toList();
  }

  private static Stream<Attempt> decided(List<Outcome> outcomes) {
    var numbers = new HashSet<Long>();
    return outcomes.stream()
        .map(Decided.class::cast)
        .map(Decided::attempt)
        .filter(attempt -> numbers.add(attempt.number()));
  }
}
