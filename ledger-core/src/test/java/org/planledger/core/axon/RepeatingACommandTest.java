package org.planledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.axon.testing.Scenarios.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.Outcome.Decided;
import org.planledger.core.axon.testing.Commands;
import org.planledger.core.axon.testing.Scenarios;
import org.planledger.core.axon.testing.Together;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.PlanType;

/// A command that comes again under its key is answered as the first time and does nothing.
@OnEachDatabase
class RepeatingACommandTest {

  private static final int THREADS = 16;

  private final LedgerDatabase database;
  private LedgerStore store;
  private LedgerShell shell;
  private PlanLedger ledger;
  private Scenarios given;

  RepeatingACommandTest(LedgerDatabase database) {
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
  void close() {
    shell.close();
    store.close();
    LedgerAudit.of(database.application());
  }

  @Test
  void an_accepted_command_that_would_be_accepted_again_takes_effect_once() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var link = submission(Commands.link(plan.id(), LinkKind.ACCOUNT));
    var first = (Decided) ledger.submit(link);
    var after = ledger.history(plan.id());

    var second = ledger.submit(link);

    assertThat(first.replayed()).isFalse();
    assertThat(second).isEqualTo(new Decided(first.attempt(), true));
    assertThat(ledger.history(plan.id())).isEqualTo(after);
    assertThat(plan.plan().links()).hasSize(1);
  }

  @Test
  void an_accepted_command_that_would_be_refused_now_is_answered_as_before() {
    var plan = given.plan(PlanType.ONE_YEAR);
    var bind = submission(Commands.bind(plan.id(), Commands.newDevice()));
    var first = (Decided) ledger.submit(bind);

    var second = (Decided) ledger.submit(bind);

    assertThat(first.attempt().decision()).isInstanceOf(Accepted.class);
    assertThat(second).isEqualTo(new Decided(first.attempt(), true));
    assertThat(ledger.attempts(plan.id(), 0, 10)).hasSize(2);
  }

  @Test
  void a_refused_command_stays_refused_although_it_would_be_accepted_by_now() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var blocking = plan.claimedCase();
    plan.claimedCase();
    var claim = submission(Commands.claim(plan.id(), plan.assessedCase()));
    var refused = (Decided) ledger.submit(claim);
    given.accepted(Commands.withdraw(plan.id(), blocking));
    var after = ledger.history(plan.id());

    var again = ledger.submit(claim);

    assertThat(refused.attempt().decision()).isInstanceOf(Refused.class);
    assertThat(again).isEqualTo(new Decided(refused.attempt(), true));
    assertThat(ledger.history(plan.id())).isEqualTo(after);
    given.accepted(claim.command());
  }

  @Test
  void a_repeated_purchase_is_answered_with_the_plan_of_the_first() {
    var key = UUID.randomUUID().toString();
    var first = purchase(Commands.newPlan(), key);
    var second = purchase(Commands.newPlan(), key);

    var sold = (Decided) ledger.submit(first);
    var again = (Decided) ledger.submit(second);

    assertThat(again).isEqualTo(new Decided(sold.attempt(), true));
    assertThat(again.attempt().planId()).isEqualTo(first.command().planId());
    assertThat(ledger.history(second.command().planId())).isEmpty();
  }

  @Test
  void a_key_that_stands_for_another_request_is_refused_and_does_nothing() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var key = UUID.randomUUID().toString();
    var first = (Decided) ledger.submit(submission(link(plan.id(), LinkKind.ACCOUNT), key));
    var after = ledger.history(plan.id());

    var accepted = ledger.submit(submission(link(plan.id(), LinkKind.CONTROLLER), key));
    var refused = ledger.submit(submission(Commands.bind(plan.id(), Commands.newDevice()), key));

    var reused = new Outcome.KeyReused(first.attempt().number());
    assertThat(accepted).isEqualTo(reused);
    assertThat(refused).isEqualTo(reused);
    assertThat(ledger.history(plan.id())).isEqualTo(after);
  }

  @Test
  void the_key_is_looked_at_before_the_plan_the_case_and_the_sequence() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var key = UUID.randomUUID().toString();
    var link = expecting(link(plan.id(), LinkKind.ACCOUNT), key, 1);
    var first = (Decided) ledger.submit(link);
    var reused = new Outcome.KeyReused(first.attempt().number());
    var unknownPlan = link(Commands.newPlan(), LinkKind.ACCOUNT);
    var unknownCase = Commands.claim(plan.id(), Commands.newCase());

    assertThat(ledger.submit(link)).isEqualTo(new Decided(first.attempt(), true));
    assertThat(ledger.submit(submission(unknownPlan, key))).isEqualTo(reused);
    assertThat(ledger.submit(submission(unknownCase, key))).isEqualTo(reused);
  }

  @Test
  void another_client_may_use_the_same_key() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var key = UUID.randomUUID().toString();
    var ours = submission(link(plan.id(), LinkKind.ACCOUNT), key);
    var theirs = by(new Caller("another client", "a tester", Optional.empty()), ours);

    assertThat(((Decided) ledger.submit(ours)).replayed()).isFalse();
    assertThat(((Decided) ledger.submit(theirs)).replayed()).isFalse();
    assertThat(plan.plan().links()).hasSize(2);
  }

  @Test
  void a_key_outlives_the_process() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var link = submission(link(plan.id(), LinkKind.ACCOUNT));
    var first = (Decided) ledger.submit(link);
    close();
    open();

    assertThat(ledger.submit(link)).isEqualTo(new Decided(first.attempt(), true));
  }

  @Test
  void of_many_repeats_of_one_purchase_at_once_one_takes_effect() {
    var key = UUID.randomUUID().toString();
    var plans = new PlanId[THREADS];
    var outcomes =
        Together.at(
            THREADS,
            i -> {
              plans[i] = Commands.newPlan();
              return ledger.submit(purchase(plans[i], key));
            });

    var attempt = onlyOneTookEffect(outcomes);
    assertThat(List.of(plans).stream().filter(id -> ledger.history(id).isPresent()).toList())
        .containsExactly(attempt.planId());
  }

  @Test
  void of_many_repeats_of_one_binding_at_once_one_takes_effect() {
    var plan = given.plan(PlanType.ONE_YEAR);
    var bind = submission(Commands.bind(plan.id(), Commands.newDevice()));

    var outcomes = Together.at(THREADS, _ -> ledger.submit(bind));

    var attempt = onlyOneTookEffect(outcomes);
    assertThat(attempt.decision()).isInstanceOf(Accepted.class);
    assertThat(ledger.history(plan.id()).orElseThrow().events()).hasSize(2);
    assertThat(ledger.device(attempt.deviceId().orElseThrow()).orElseThrow().events()).hasSize(1);
  }

  @Test
  void of_many_repeats_of_one_link_at_once_one_takes_effect() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var link = submission(link(plan.id(), LinkKind.CONTROLLER));

    var outcomes = Together.at(THREADS, _ -> ledger.submit(link));

    onlyOneTookEffect(outcomes);
    assertThat(plan.plan().links()).hasSize(1);
  }

  private static Attempt onlyOneTookEffect(List<Outcome> outcomes) {
    var decided = outcomes.stream().map(Decided.class::cast).toList();
    assertThat(decided).filteredOn(outcome -> !outcome.replayed()).hasSize(1);
    assertThat(decided).extracting(Decided::attempt).containsOnly(decided.getFirst().attempt());
    return decided.getFirst().attempt();
  }

  private static PlanCommand link(PlanId plan, LinkKind kind) {
    return Commands.link(plan, kind);
  }

  /// As a client sends it again: the plan's id is made anew, the fingerprint is of the request.
  private static Submission purchase(PlanId plan, String key) {
    return new Submission(
        Commands.purchase(plan, PlanType.ONE_YEAR),
        Scenarios.CALLER,
        key,
        Bytes.utf8("POST /v1/plans"),
        OptionalLong.empty(),
        Instant.now(),
        PrivateRows.none());
  }

  private static Submission expecting(PlanCommand command, String key, long sequence) {
    return new Submission(
        command,
        Scenarios.CALLER,
        key,
        Bytes.utf8("with a condition"),
        OptionalLong.of(sequence),
        Instant.now(),
        PrivateRows.none());
  }

  private static Submission by(Caller caller, Submission other) {
    return new Submission(
        other.command(),
        caller,
        other.idempotencyKey(),
        other.fingerprint(),
        other.expectedSequence(),
        other.recordedAt(),
        other.privateRows());
  }
}
