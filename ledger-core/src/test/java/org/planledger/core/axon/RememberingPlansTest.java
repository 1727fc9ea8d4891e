package org.planledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.axon.testing.Scenarios.submission;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.Outcome.Decided;
import org.planledger.core.axon.testing.Commands;
import org.planledger.core.axon.testing.Scenarios;
import org.planledger.core.axon.testing.Scenarios.GivenPlan;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.PlanType;

/// What stays in memory between commands is what the store has, or is found out not to be.
@OnEachDatabase
class RememberingPlansTest {

  private final LedgerDatabase database;
  private LedgerStore store;
  private LedgerShell shell;
  private Scenarios given;

  RememberingPlansTest(LedgerDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.openStore();
    shell = LedgerShell.configure(store, Scenarios.TERMS).start();
    given = Scenarios.given(shell.ledger());
  }

  @AfterEach
  void closeAndAudit() {
    shell.close();
    store.close();
    LedgerAudit.of(database.application());
  }

  @Test
  void what_a_failed_append_had_already_done_in_memory_is_forgotten() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var key = UUID.randomUUID().toString();
    shell.ledger().submit(submission(Commands.link(plan.id(), LinkKind.ACCOUNT), key));
    var phantom = Commands.newCase();

    // It is accepted and applied in memory before the append finds that its key is taken.
    var outcome =
        shell.ledger().submit(submission(Commands.open(plan.id(), phantom, plan.device()), key));

    assertThat(outcome).isInstanceOf(Outcome.KeyReused.class);
    assertThat(given.submit(Commands.claim(plan.id(), phantom)))
        .isEqualTo(new Outcome.UnknownCase(plan.id(), phantom));
    plan.openCase();
  }

  @Test
  void a_device_that_a_failed_append_had_bound_in_memory_is_free() {
    var plan = given.plan(PlanType.ONE_YEAR);
    var other = given.plan(PlanType.ONE_YEAR);
    var device = Commands.newDevice();
    var key = UUID.randomUUID().toString();
    shell.ledger().submit(submission(Commands.bind(plan.id(), Commands.newDevice()), key));

    var outcome = shell.ledger().submit(submission(Commands.bind(other.id(), device), key));

    assertThat(outcome).isInstanceOf(Outcome.KeyReused.class);
    assertThat(shell.ledger().device(device)).isEmpty();
    other.boundTo(device);
  }

  @Test
  void a_plan_that_another_process_changed_is_read_again_when_its_event_collides() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    try (var other = LedgerShell.configure(store, Scenarios.TERMS).start()) {
      Scenarios.given(other.ledger()).accepted(Commands.link(plan.id(), LinkKind.ACCOUNT));

      given.accepted(Commands.link(plan.id(), LinkKind.CONTROLLER));

      assertThat(plan.plan().links()).hasSize(2);
    }
  }

  @Test
  void trusted_locally_a_plan_may_be_behind_what_another_process_did() {
    assertThat(decisionBesideAnotherProcess(CachePolicy.LOCAL)).isInstanceOf(Refused.class);
  }

  @Test
  void with_the_tail_of_its_stream_a_plan_is_never_behind_another_process() {
    assertThat(decisionBesideAnotherProcess(CachePolicy.TAIL)).isInstanceOf(Accepted.class);
  }

  /// Removes a link that this process has not seen, because another one recorded it meanwhile.
  private Decision decisionBesideAnotherProcess(CachePolicy policy) {
    try (var here = LedgerShell.configure(store, Scenarios.TERMS).cachePolicy(policy).start();
        var there = LedgerShell.configure(store, Scenarios.TERMS).start()) {
      var plan = Scenarios.given(here.ledger()).plan(PlanType.ONE_YEAR).bound();
      Scenarios.given(there.ledger()).accepted(Commands.link(plan.id(), LinkKind.ACCOUNT));

      var unlink = submission(Commands.unlink(plan.id(), LinkKind.ACCOUNT));
      return ((Decided) here.ledger().submit(unlink)).attempt().decision();
    }
  }

  @Test
  void a_cache_of_one_plan_serves_many() {
    try (var small = LedgerShell.configure(store, Scenarios.TERMS).caches(1, 1).start()) {
      var givenSmall = Scenarios.given(small.ledger());
      var first = givenSmall.plan(PlanType.ONE_YEAR).bound();
      var second = givenSmall.plan(PlanType.ONE_YEAR).bound();

      first.replacement();
      second.replacement();
      first.replacement();

      assertThat(remaining(first)).isZero();
      assertThat(remaining(second)).isEqualTo(1);
    }
  }

  private static long remaining(GivenPlan plan) {
    long used = plan.plan().cases().values().stream().filter(c -> c.used()).count();
    return plan.plan().sold().figures().replacementTotal() - used;
  }
}
