package org.planledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.axon.testing.Scenarios.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.Outcome.Decided;
import org.planledger.core.axon.testing.Commands;
import org.planledger.core.axon.testing.Scenarios;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.Remedy;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PositionSpan;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;
import org.planledger.core.terms.PlanType;

@OnEachDatabase
class SubmittingCommandsTest {

  private final LedgerDatabase database;
  private LedgerStore store;
  private LedgerShell shell;
  private PlanLedger ledger;
  private Scenarios given;

  SubmittingCommandsTest(LedgerDatabase database) {
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
  }

  @Test
  void an_accepted_command_writes_its_events_and_its_attempt() {
    var id = Commands.newPlan();
    var device = Commands.newDevice();
    long head = store.events().head();

    var attempt = given.accepted(Commands.purchase(id, PlanType.TWO_YEAR, device));

    assertThat(attempt.positions()).contains(new PositionSpan(head + 1, head + 3));
    assertThat(attempt.sequence()).hasValue(1);
    assertThat(attempt.deviceId()).contains(device);
    var history = ledger.history(id).orElseThrow();
    assertThat(history.events())
        .extracting(RecordedEvent::type)
        .containsExactly("PlanPurchased", "DeviceBound");
    assertThat(history.plan().head().orElseThrow().deviceId()).isEqualTo(device);
    assertThat(ledger.device(device).orElseThrow().device().plan()).contains(id);
    assertThat(ledger.attempt(attempt.number())).contains(attempt);
    assertThat(ledger.attempts(id, 0, 10)).containsExactly(attempt);
  }

  @Test
  void the_events_of_devices_are_stored_before_those_of_the_plan() {
    var id = Commands.newPlan();

    var attempt = given.accepted(Commands.purchase(id, PlanType.ONE_YEAR, Commands.newDevice()));

    assertThat(store.events().between(attempt.positions().orElseThrow()))
        .extracting(row -> row.streamType() + " " + row.type())
        .containsExactly("DEVICE BoundToPlan", "PLAN PlanPurchased", "PLAN DeviceBound");
  }

  @Test
  void a_refusal_is_an_answer_that_is_kept_and_changes_nothing() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var before = ledger.history(plan.id()).orElseThrow();
    long head = store.events().head();

    var outcome = given.submit(Commands.bind(plan.id(), Commands.newDevice()));

    var attempt = ((Decided) outcome).attempt();
    assertThat(attempt.decision()).isInstanceOf(Refused.class);
    assertThat(attempt.decision().codes()).containsExactly(RefusalCode.PLAN_ALREADY_BOUND);
    assertThat(attempt.positions()).isEmpty();
    assertThat(attempt.sequence()).hasValue(before.sequence());
    assertThat(ledger.attempt(attempt.number())).contains(attempt);
    assertThat(store.events().head()).isEqualTo(head);
    assertThat(ledger.history(plan.id())).contains(before);
  }

  @Test
  void the_remedies_of_a_refusal_are_kept_with_it_whatever_becomes_possible_later() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var opened = plan.openCase();
    var claim = Commands.claim(plan.id(), opened);

    var preview = (Preview.Decided) ledger.preview(claim);
    var attempt = ((Decided) given.submit(claim)).attempt();
    given.accepted(Commands.withdraw(plan.id(), opened));

    assertThat(attempt.remedies()).containsExactly(Remedy.RECORD_RECEIPT);
    assertThat(preview.remedies()).isEqualTo(attempt.remedies());
    assertThat(ledger.attempt(attempt.number())).contains(attempt);
    assertThat(((Preview.Decided) ledger.preview(claim)).remedies()).isEmpty();
  }

  @Test
  void a_device_that_was_only_ever_refused_is_still_unknown() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var refused = Commands.newDevice();

    given.submit(Commands.bind(plan.id(), refused));

    assertThat(ledger.device(refused)).isEmpty();
    given.plan(PlanType.ONE_YEAR).boundTo(refused);
    assertThat(ledger.device(refused)).isPresent();
  }

  @Test
  void an_unknown_plan_or_case_leaves_no_attempt() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var unknown = Commands.newPlan();
    var unknownCase = Commands.newCase();

    assertThat(given.submit(Commands.bind(unknown, Commands.newDevice())))
        .isEqualTo(new Outcome.UnknownPlan(unknown));
    assertThat(given.submit(Commands.claim(unknown, unknownCase)))
        .isEqualTo(new Outcome.UnknownPlan(unknown));
    assertThat(given.submit(Commands.claim(plan.id(), unknownCase)))
        .isEqualTo(new Outcome.UnknownCase(plan.id(), unknownCase));
    assertThat(ledger.attempts(unknown, 0, 10)).isEmpty();
    assertThat(ledger.attempts(plan.id(), 0, 10)).hasSize(2);
    assertThat(ledger.history(unknown)).isEmpty();
  }

  @Test
  void a_command_is_decided_only_at_the_sequence_it_expects() {
    var plan = given.plan(PlanType.ONE_YEAR);
    var bind = Commands.bind(plan.id(), Commands.newDevice());

    assertThat(ledger.submit(expecting(bind, 1))).isEqualTo(new Outcome.SequenceMismatch(0));
    assertThat(ledger.attempts(plan.id(), 0, 10)).hasSize(1);

    assertThat(ledger.submit(expecting(bind, 0))).isInstanceOf(Decided.class);
  }

  @Test
  void a_purchase_has_no_sequence_to_expect() {
    var purchase = Commands.purchase(Commands.newPlan(), PlanType.ONE_YEAR);

    assertThatThrownBy(() -> expecting(purchase, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_event_tells_who_caused_it() {
    var id = Commands.newPlan();
    var submitted = submission(Commands.purchase(id, PlanType.ONE_YEAR), "a-key-of-the-client");
    var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    ledger.submit(
        new Submission(
            submitted.command(),
            new Caller("shop-4", "clerk-9", Optional.of(trace)),
            submitted.idempotencyKey(),
            submitted.fingerprint(),
            OptionalLong.empty(),
            submitted.recordedAt(),
            PrivateRows.none()));

    var event = ledger.history(id).orElseThrow().events().getFirst();
    assertThat(event.client()).isEqualTo("shop-4");
    assertThat(event.actor()).isEqualTo("clerk-9");
    assertThat(event.traceparent()).contains(trace);
    assertThat(event.idempotencyKey()).isEqualTo("a-key-of-the-client");
    assertThat(event.eventId()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7.*");
    assertThat(store.events().at(event.position()).orElseThrow().metadata().toUtf8())
        .isEqualTo(
            ("{'actor':'clerk-9','client':'shop-4','idempotencyKey':'a-key-of-the-client',"
                    + "'recordedAt':'"
                    + submitted.recordedAt()
                    + "','traceparent':'"
                    + trace
                    + "'}")
                .replace('\'', '"'));
  }

  @Test
  void private_values_are_kept_with_an_accepted_command_and_not_with_a_refused_one() {
    var plan = given.plan(PlanType.ONE_YEAR);
    var device = Commands.newDevice();
    var kept = new Commitments().commit("customer-1", "holder.email", "a@example.org");
    var dropped = new Commitments().commit("customer-2", "holder.email", "b@example.org");
    var serial = new DeviceSerial(device.value(), "1581F45TB21BQ0", "1581f45tb21bq0");

    ledger.submit(
        with(
            Commands.bind(plan.id(), device),
            new PrivateRows(List.of(kept.row()), List.of(serial))));
    ledger.submit(
        with(
            Commands.bind(plan.id(), Commands.newDevice()),
            new PrivateRows(List.of(dropped.row()), List.of())));

    assertThat(store.privateValues().ofSubject("customer-1")).containsExactly(kept.row());
    assertThat(store.privateValues().ofSubject("customer-2")).isEmpty();
    assertThat(store.serials().of(device.value())).contains(serial);
  }

  @Test
  void a_preview_says_what_would_follow_and_keeps_nothing() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();
    var claimable = plan.assessedCase();
    var before = ledger.history(plan.id()).orElseThrow();
    var attempts = ledger.attempts(plan.id(), 0, 100);
    var claim = Commands.claim(plan.id(), claimable);

    var preview = (Preview.Decided) ledger.preview(claim);

    assertThat(ledger.history(plan.id())).contains(before);
    assertThat(ledger.attempts(plan.id(), 0, 100)).isEqualTo(attempts);
    assertThat(preview.sequence()).hasValue(before.sequence());
    var attempt = given.accepted(claim);
    assertThat(preview.decision()).isInstanceOf(Accepted.class);
    assertThat(preview.decision().conditions()).isEqualTo(attempt.decision().conditions());
    assertThat(preview.planAfter()).contains(plan.plan());
  }

  @Test
  void a_preview_of_a_refusal_leaves_the_plan_as_it_is() {
    var plan = given.plan(PlanType.ONE_YEAR).bound();

    var preview = (Preview.Decided) ledger.preview(Commands.bind(plan.id(), Commands.newDevice()));

    assertThat(preview.decision().codes()).containsExactly(RefusalCode.PLAN_ALREADY_BOUND);
    assertThat(preview.planAfter()).contains(plan.plan());
  }

  @Test
  void a_preview_looks_at_the_devices_too() {
    var taken = given.plan(PlanType.ONE_YEAR).bound().device();
    var id = Commands.newPlan();

    var refused = (Preview.Decided) ledger.preview(Commands.purchase(id, PlanType.ONE_YEAR, taken));
    var accepted =
        (Preview.Decided)
            ledger.preview(Commands.purchase(id, PlanType.ONE_YEAR, Commands.newDevice()));

    assertThat(refused.decision().codes())
        .containsExactly(RefusalCode.ALREADY_BOUND_ONCE, RefusalCode.SERIAL_ALREADY_COVERED);
    assertThat(refused.planAfter()).isEmpty();
    assertThat(accepted.planAfter().orElseThrow().id()).isEqualTo(id);
    assertThat(accepted.sequence()).isEmpty();
  }

  @Test
  void a_preview_for_an_unknown_plan_or_case_says_so() {
    var plan = given.plan(PlanType.ONE_YEAR);
    var unknown = Commands.newPlan();
    var unknownCase = Commands.newCase();

    assertThat(ledger.preview(Commands.claim(unknown, unknownCase)))
        .isEqualTo(new Preview.UnknownPlan(unknown));
    assertThat(ledger.preview(Commands.claim(plan.id(), unknownCase)))
        .isEqualTo(new Preview.UnknownCase(plan.id(), unknownCase));
  }

  @Test
  void a_plan_can_be_seen_as_it_was_at_a_sequence_a_position_or_an_instant() {
    var plan = given.plan(PlanType.ONE_YEAR);
    var sold = ledger.history(plan.id()).orElseThrow();
    plan.bound();
    var bound = ledger.history(plan.id()).orElseThrow();
    plan.openCase();

    assertThat(ledger.history(plan.id(), Moment.atSequence(0))).contains(sold);
    assertThat(ledger.history(plan.id(), Moment.atSequence(1))).contains(bound);
    assertThat(ledger.history(plan.id(), Moment.asOfPosition(positionOf(bound)))).contains(bound);
    assertThat(ledger.history(plan.id(), Moment.asOfPosition(positionOf(sold)))).contains(sold);
    assertThat(ledger.history(plan.id(), Moment.asOf(recordedAt(bound)))).contains(bound);
    assertThat(ledger.history(plan.id(), Moment.asOf(recordedAt(sold).minusMillis(1)))).isEmpty();
    assertThat(ledger.history(plan.id(), Moment.asOf(Instant.parse("9999-12-31T23:59:59Z"))))
        .isEqualTo(ledger.history(plan.id()));
  }

  @Test
  void a_whole_replacement_leaves_plan_and_devices_in_agreement() {
    var plan = given.plan(PlanType.TWO_YEAR).bound();
    var first = plan.device();

    var second = plan.replacement();

    var original = ledger.device(first).orElseThrow().device();
    assertThat(original.successor()).contains(second);
    assertThat(original.plan()).isEmpty();
    assertThat(ledger.device(second).orElseThrow().device().plan()).contains(plan.id());
    assertThat(plan.plan().head().orElseThrow().deviceId()).isEqualTo(second);
    var fold =
        Plan.fold(
            ledger.history(plan.id()).orElseThrow().events().stream()
                .map(RecordedEvent<PlanEvent>::event)
                .toList());
    assertThat(fold).contains(plan.plan());
  }

  private static long positionOf(PlanHistory history) {
    return history.events().getLast().position();
  }

  private static Instant recordedAt(PlanHistory history) {
    return history.events().getLast().recordedAt();
  }

  private static Submission expecting(PlanCommand command, long sequence) {
    var plain = submission(command);
    return new Submission(
        command,
        plain.caller(),
        plain.idempotencyKey(),
        plain.fingerprint(),
        OptionalLong.of(sequence),
        plain.recordedAt(),
        plain.privateRows());
  }

  private static Submission with(PlanCommand command, PrivateRows rows) {
    var plain = submission(command);
    return new Submission(
        command,
        plain.caller(),
        plain.idempotencyKey(),
        Bytes.utf8("private rows are no part of it"),
        OptionalLong.empty(),
        plain.recordedAt(),
        rows);
  }
}
