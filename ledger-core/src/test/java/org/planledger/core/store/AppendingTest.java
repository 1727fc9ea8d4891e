package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.store.CommandSide.attempt;
import static org.planledger.core.store.StreamType.DEVICE;
import static org.planledger.core.store.StreamType.PLAN;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.NewAttempt;
import org.planledger.core.store.UnitRow.NewRead;
import org.planledger.core.store.UnitRow.PrivateValue;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

@OnEachDatabase
class AppendingTest {

  private final LedgerDatabase database;
  private final LedgerStore store;
  private final CommandSide commands;

  AppendingTest(LedgerDatabase database) {
    this.database = database;
    this.store = database.openStore();
    this.commands = new CommandSide(store);
  }

  @AfterEach
  void the_ledger_is_whole() {
    LedgerAudit.of(database.application());
    store.close();
  }

  @Test
  void the_receipt_says_where_the_events_lie_and_which_number_the_attempt_has() {
    long head = store.events().head();
    Receipt first =
        commands
            .send(
                work ->
                    work.note(PLAN, "receipt-plan", 0, "bought")
                        .note(PLAN, "receipt-plan", 1, "bound")
                        .add(attempt("c", "receipt-1", "receipt-plan", AttemptOutcome.ACCEPTED)))
            .receipt();
    Receipt second =
        commands
            .send(
                work ->
                    work.note(PLAN, "receipt-plan", 2, "claimed")
                        .add(attempt("c", "receipt-2", "receipt-plan", AttemptOutcome.ACCEPTED)))
            .receipt();

    assertThat(first.positions()).isEqualTo(new PositionSpan(head + 1, head + 2));
    assertThat(first.lastSequences()).isEqualTo(Map.of("receipt-plan", 1L));
    assertThat(second.positions()).isEqualTo(new PositionSpan(head + 3, head + 3));
    assertThat(second.lastSequences()).isEqualTo(Map.of("receipt-plan", 2L));
    assertThat(second.attemptNumbers()).isEqualTo(List.of(first.attemptNumbers().getFirst() + 1));
    assertThat(store.events().head()).isEqualTo(head + 3);
    assertThat(store.head().known()).isEqualTo(head + 3);
  }

  @Test
  void events_of_devices_lie_before_those_of_the_plan_and_each_stream_keeps_its_order() {
    PositionSpan positions =
        commands
            .send(
                work ->
                    work.note(PLAN, "order-plan", 0, "p0")
                        .note(DEVICE, "order-b", 0, "b0")
                        .note(PLAN, "order-plan", 1, "p1")
                        .note(DEVICE, "order-a", 0, "a0")
                        .note(DEVICE, "order-b", 1, "b1"))
            .receipt()
            .positions();

    assertThat(store.events().between(positions))
        .extracting(event -> event.streamId() + " " + event.sequence())
        .isEqualTo(List.of("order-b 0", "order-a 0", "order-b 1", "order-plan 0", "order-plan 1"));
  }

  @Test
  void an_event_comes_back_with_the_very_bytes_that_were_stored() {
    commands.send(work -> work.note(PLAN, "bytes-plan", 0, "Grüße – ドローン"));

    EventRow event = store.events().stream("bytes-plan").getFirst();
    assertThat(event.payload()).isEqualTo(Bytes.utf8("{\"text\":\"Grüße – ドローン\"}"));
    assertThat(event.metadata()).isEqualTo(Bytes.utf8("{\"actor\":\"tester\"}"));
    assertThat(event.type()).isEqualTo(CommandSide.Noted.class.getName());
    assertThat(event.revision()).isEqualTo("1");
    assertThat(event.streamType()).isEqualTo(PLAN);
    assertThat(event.eventId()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-.{12}");
  }

  @Test
  void a_refused_attempt_is_stored_without_events_and_without_positions() {
    long head = store.events().head();
    NewAttempt refused =
        new NewAttempt(
            "counter-7",
            "refused-1",
            Bytes.of(new byte[] {0, -1, 7}),
            "refused-plan",
            "refused-case",
            "ClaimReplacement",
            Bytes.utf8("{\"mode\":\"DAMAGE\"}"),
            AttemptOutcome.REFUSED,
            Bytes.utf8("{\"codes\":[\"QUOTA_EXHAUSTED\"]}"),
            17L,
            "jo",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            Instant.parse("2026-02-28T23:59:59.999999Z"),
            Instant.parse("2026-03-01T00:00:00.000001Z"));

    Receipt receipt = commands.send(work -> work.add(refused)).receipt();

    assertThat(receipt.positions()).isNull();
    assertThat(store.events().head()).isEqualTo(head);
    assertThat(store.attempts().byKey("counter-7", "refused-1"))
        .contains(
            new AttemptRow(
                receipt.attemptNumbers().getFirst(),
                "counter-7",
                "refused-1",
                Bytes.of(new byte[] {0, -1, 7}),
                "refused-plan",
                "refused-case",
                "ClaimReplacement",
                Bytes.utf8("{\"mode\":\"DAMAGE\"}"),
                AttemptOutcome.REFUSED,
                Bytes.utf8("{\"codes\":[\"QUOTA_EXHAUSTED\"]}"),
                null,
                17L,
                "jo",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                Instant.parse("2026-02-28T23:59:59.999999Z"),
                Instant.parse("2026-03-01T00:00:00.000001Z")));
  }

  @Test
  void an_accepted_attempt_is_stored_with_its_span_and_the_plan_s_new_sequence() {
    Receipt receipt =
        commands
            .send(
                work ->
                    work.note(PLAN, "accepted-plan", 0, "bought")
                        .note(DEVICE, "accepted-device", 0, "bound")
                        .note(PLAN, "accepted-plan", 1, "bound")
                        .add(attempt("c", "accepted", "accepted-plan", AttemptOutcome.ACCEPTED)))
            .receipt();

    AttemptRow stored =
        store.attempts().byNumber(receipt.attemptNumbers().getFirst()).orElseThrow();
    assertThat(stored.positions()).isEqualTo(receipt.positions());
    assertThat(stored.planSequence()).isEqualTo(1L);
    assertThat(stored.trace()).isNull();
    assertThat(stored.caseId()).isNull();
  }

  @Test
  void private_values_are_stored_with_the_events_and_can_be_erased_one_by_one_and_by_subject() {
    PrivateValue name = value("ref-1", "jo", "holder.name", "Jo Doe");
    PrivateValue mail = value("ref-2", "jo", "holder.email", "jo@example.org");
    PrivateValue other = value("ref-3", "kim", "holder.name", "Kim Roe");
    commands.send(
        work -> work.note(PLAN, "private-plan", 0, "bought").add(name).add(mail).add(other));

    PrivateValues values = store.privateValues();
    assertThat(values.read("ref-1")).contains(name);
    assertThat(values.ofSubject("jo")).isEqualTo(List.of(mail, name));
    assertThat(values.erase("ref-1")).isTrue();
    assertThat(values.erase("ref-1")).isFalse();
    assertThat(values.read("ref-1")).isEmpty();
    assertThat(values.eraseSubject("jo")).isEqualTo(1);
    assertThat(values.ofSubject("jo")).isEmpty();
    assertThat(values.read("ref-3")).contains(other);
  }

  private static PrivateValue value(String reference, String subject, String kind, String text) {
    return new PrivateValue(
        reference, subject, kind, Bytes.utf8("salt of " + reference), Bytes.utf8(text));
  }

  @Test
  void the_first_serial_of_a_device_stays() {
    commands.send(work -> work.add(new DeviceSerial("serial-d", "1ZNBK123", "1znbk-123")));
    commands.send(
        work ->
            work.add(new DeviceSerial("serial-d", "1ZNBK123", "1ZNBK 123"))
                .add(new DeviceSerial("serial-e", "9XYZ", "9xyz"))
                .add(new DeviceSerial("serial-e", "9XYZ", "9XYZ")));

    assertThat(store.serials().of("serial-d"))
        .contains(new DeviceSerial("serial-d", "1ZNBK123", "1znbk-123"));
    assertThat(store.serials().of("serial-e"))
        .contains(new DeviceSerial("serial-e", "9XYZ", "9xyz"));
    assertThat(store.serials().of("serial-f")).isEmpty();
  }

  @Test
  void reads_are_numbered_without_gaps() {
    NewRead found = read("look-d", true);
    NewRead missing = read("look-e", false);
    Unit alone = new Unit();
    alone.add(found);
    store.appender().append(alone);
    commands.send(work -> work.add(missing).add(found));

    List<ReadRow> rows = store.reads().after(0, 10);
    assertThat(rows)
        .isEqualTo(List.of(new ReadRow(1, found), new ReadRow(2, missing), new ReadRow(3, found)));
    assertThat(store.reads().after(1, 1)).isEqualTo(List.of(rows.get(1)));
  }

  private static NewRead read(String deviceId, boolean found) {
    return new NewRead(
        ReadKind.SERIAL_LOOKUP,
        deviceId,
        "c",
        "jo",
        "a call",
        found,
        Instant.parse("2026-04-01T08:00:00.25Z"));
  }

  @Test
  void a_command_that_stores_nothing_gets_an_empty_receipt() {
    long head = store.events().head();

    assertThat(commands.send(work -> {}).receipt())
        .isEqualTo(new Receipt(null, List.of(), Map.of()));
    assertThat(store.events().head()).isEqualTo(head);
  }

  @Test
  void a_unit_is_stored_once_and_closed_then() {
    Unit unit = new Unit();
    unit.add(new DeviceSerial("once-d", "S", "s"));
    assertThatIllegalStateException().isThrownBy(unit::receipt);
    store.appender().append(unit);

    assertThatIllegalStateException().isThrownBy(() -> store.appender().append(unit));
    assertThatIllegalStateException()
        .isThrownBy(() -> unit.add(new DeviceSerial("once-e", "S", "s")));
  }

  @Test
  void a_closed_store_takes_nothing_more() {
    LedgerStore closing = database.openStore();
    CommandSide late = new CommandSide(closing);
    closing.close();

    assertThatThrownBy(() -> late.send(work -> work.note(PLAN, "late-plan", 0, "late")))
        .isExactlyInstanceOf(LedgerStoreException.class)
        .hasMessageContaining("closed");
    assertThat(store.events().stream("late-plan")).isEmpty();
  }

  @Test
  void a_caller_that_is_interrupted_all_the_time_stores_all_the_same() throws Exception {
    int commandCount = 200;
    AtomicInteger stored = new AtomicInteger();
    AtomicInteger interruptsKept = new AtomicInteger();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < commandCount; i++) {
                    long sequence = i;
                    commands.send(work -> work.note(PLAN, "nervous-p", sequence, "n"));
                    stored.incrementAndGet();
                    interruptsKept.addAndGet(Thread.interrupted() ? 1 : 0);
                  }
                });
    while (caller.isAlive()) {
      caller.interrupt();
      caller.join(1);
    }

    assertThat(stored.get()).isEqualTo(commandCount);
    assertThat(interruptsKept.get()).isPositive();
    assertThat(store.events().stream("nervous-p")).hasSize(commandCount);
  }
}
