package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.store.CommandSide.accepted;
import static org.planledger.core.store.StreamType.DEVICE;
import static org.planledger.core.store.StreamType.PLAN;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.planledger.core.store.testing.LedgerAudit;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.OnEachDatabase;

/// When, in the life of a unit of work, something reaches the database and when nothing does.
@OnEachDatabase
class GatheringAUnitTest {

  private final LedgerDatabase database;
  private final LedgerStore store;
  private final CommandSide commands;

  GatheringAUnitTest(LedgerDatabase database) {
    this.database = database;
    this.store = database.openStore();
    this.commands = new CommandSide(store);
  }

  @AfterEach
  void the_ledger_is_whole() {
    store.close();
    LedgerAudit.of(database.application());
  }

  private static final class Vetoed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void nothing_is_to_be_seen_before_the_last_commit_handler() {
    List<String> seen = new ArrayList<>();
    commands.send(
        work -> {
          work.note(PLAN, "seen-p", 0, "note").add(accepted("c", "seen"));
          UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
          seen.add("handler " + visible("seen-p", "seen"));
          unitOfWork.onPrepareCommit(u -> seen.add("prepare " + visible("seen-p", "seen")));
          unitOfWork.onCommit(u -> seen.add("commit " + visible("seen-p", "seen")));
          unitOfWork.afterCommit(u -> seen.add("after " + visible("seen-p", "seen")));
        });

    assertThat(seen)
        .isEqualTo(List.of("handler false", "prepare false", "commit false", "after true"));
  }

  private boolean visible(String stream, String key) {
    boolean event = !store.events().stream(stream).isEmpty();
    boolean attempt = store.attempts().byKey("c", key).isPresent();
    assertThat(event).isEqualTo(attempt);
    return event;
  }

  @Test
  void a_handler_that_fails_after_publishing_stores_nothing() {
    assertThatThrownBy(
            () ->
                commands.send(
                    work -> {
                      work.note(PLAN, "failed-p", 0, "note").add(accepted("c", "failed"));
                      throw new Vetoed();
                    }))
        .isInstanceOf(Vetoed.class);
    assertThat(visible("failed-p", "failed")).isFalse();
  }

  @Test
  void a_veto_while_the_commit_is_prepared_or_made_stores_nothing() {
    assertThatThrownBy(
            () ->
                commands.send(
                    work -> {
                      work.note(PLAN, "veto-p", 0, "note").add(accepted("c", "veto"));
                      CurrentUnitOfWork.get()
                          .onPrepareCommit(
                              u -> {
                                throw new Vetoed();
                              });
                    }))
        .isInstanceOf(Vetoed.class);
    assertThatThrownBy(
            () ->
                commands.send(
                    work -> {
                      work.note(PLAN, "veto-p", 0, "note").add(accepted("c", "veto"));
                      CurrentUnitOfWork.get()
                          .onCommit(
                              u -> {
                                throw new Vetoed();
                              });
                    }))
        .isInstanceOf(Vetoed.class);
    assertThat(visible("veto-p", "veto")).isFalse();
  }

  @Test
  void when_the_append_fails_the_unit_of_work_rolls_back_and_cleans_up() {
    commands.send(work -> work.note(PLAN, "rolled-p", 0, "first"));
    List<String> phases = new ArrayList<>();

    assertThatThrownBy(
            () ->
                commands.send(
                    work -> {
                      work.note(PLAN, "rolled-p", 0, "second");
                      CurrentUnitOfWork.get().onRollback(u -> phases.add("rollback"));
                      CurrentUnitOfWork.get().onCleanup(u -> phases.add("cleanup"));
                      CurrentUnitOfWork.get().afterCommit(u -> phases.add("after"));
                    }))
        .isInstanceOf(StreamConflictException.class);

    assertThat(phases).isEqualTo(List.of("rollback", "cleanup"));
  }

  @Test
  void a_command_sent_from_a_handler_joins_the_unit_of_its_root() {
    Unit outer =
        commands.send(
            work -> {
              work.note(PLAN, "outer-p", 0, "outer").add(accepted("c", "outer"));
              Unit inner =
                  commands.send(
                      nested ->
                          nested.note(DEVICE, "inner-d", 0, "inner").add(accepted("c", "inner")));
              assertThat(inner).isSameAs(Unit.current());
              assertThat(visible("inner-d", "inner")).isFalse();
              work.note(PLAN, "outer-p", 1, "outer again");
            });

    PositionSpan span = outer.receipt().positions();
    assertThat(store.events().between(span))
        .extracting(event -> event.streamId() + " " + event.sequence())
        .isEqualTo(List.of("inner-d 0", "outer-p 0", "outer-p 1"));
    assertThat(outer.receipt().attemptNumbers()).hasSize(2);
    assertThat(store.attempts().byKey("c", "inner").orElseThrow().positions()).isEqualTo(span);
    assertThat(store.attempts().byKey("c", "outer").orElseThrow().positions()).isEqualTo(span);
  }

  @Test
  void a_nested_command_that_fails_alone_takes_its_rows_with_it() {
    commands.send(
        work -> {
          work.note(PLAN, "alone-p", 0, "outer").add(accepted("c", "alone-outer"));
          assertThatThrownBy(
                  () ->
                      commands.send(
                          nested -> {
                            nested
                                .note(DEVICE, "alone-d", 0, "inner")
                                .add(accepted("c", "alone-inner"));
                            throw new Vetoed();
                          }))
              .isInstanceOf(Vetoed.class);
        });

    assertThat(visible("alone-p", "alone-outer")).isTrue();
    assertThat(visible("alone-d", "alone-inner")).isFalse();
  }

  @Test
  void a_command_sent_while_events_are_processed_is_stored_when_that_unit_of_work_commits() {
    UnitOfWork<?> processing =
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("an event"));
    List<Unit> units = new ArrayList<>();
    processing.execute(
        () -> {
          units.add(
              commands.send(
                  work -> work.note(PLAN, "reacted-p", 0, "first").add(accepted("c", "react-1"))));
          units.add(
              commands.send(
                  work -> work.note(PLAN, "reacted-p", 1, "second").add(accepted("c", "react-2"))));
          assertThat(visible("reacted-p", "react-1")).isFalse();
        });

    assertThat(units.get(0)).isSameAs(units.get(1));
    assertThat(units.get(0).receipt().positions().count()).isEqualTo(2);
    assertThat(visible("reacted-p", "react-2")).isTrue();
  }

  @Test
  void a_batch_of_events_that_send_commands_stores_them_all_at_once_and_once() {
    List<EventMessage<?>> batch =
        List.of(
            GenericEventMessage.asEventMessage("one"), GenericEventMessage.asEventMessage("two"));
    BatchingUnitOfWork<EventMessage<?>> processing = new BatchingUnitOfWork<>(batch);
    List<Unit> units = new ArrayList<>();
    processing.executeWithResult(
        () -> {
          String text = (String) processing.getMessage().getPayload();
          long sequence = batch.indexOf(processing.getMessage());
          units.add(
              commands.send(
                  work ->
                      work.note(PLAN, "batch-p", sequence, text).add(accepted("c", "b-" + text))));
          return null;
        });

    assertThat(units.get(0)).isSameAs(units.get(1));
    assertThat(units.get(0).receipt().attemptNumbers()).hasSize(2);
    assertThat(visible("batch-p", "b-two")).isTrue();
    assertThat(store.events().stream("batch-p")).hasSize(2);
  }

  @Test
  void a_processing_that_fails_stores_none_of_the_commands_it_sent() {
    UnitOfWork<?> processing =
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("an event"));
    assertThatThrownBy(
            () ->
                processing.execute(
                    () -> {
                      commands.send(
                          work ->
                              work.note(PLAN, "unreacted-p", 0, "x").add(accepted("c", "unreact")));
                      throw new Vetoed();
                    }))
        .isInstanceOf(Vetoed.class);

    assertThat(visible("unreacted-p", "unreact")).isFalse();
  }

  @Test
  void events_are_stored_by_commands_only() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                commands
                    .eventStore()
                    .publish(
                        new GenericDomainEventMessage<>(
                            "PLAN", "stray-p", 0, new CommandSide.Noted("stray"))))
        .withMessageContaining("by commands only");
    assertThatIllegalStateException().isThrownBy(store.transactionManager()::startTransaction);
    assertThatIllegalStateException().isThrownBy(Unit::current);
    assertThat(store.events().stream("stray-p")).isEmpty();
  }

  @Test
  void what_does_not_belong_into_the_ledger_is_refused_with_a_reason() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> commands.send(work -> work.note("Order", "x", 0, "x", MetaData.emptyInstance())))
        .withMessage("An aggregate's type is one of [DEVICE, PLAN], and not Order");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> commands.send(work -> work.note("PLAN", "x", 0, "x", MetaData.with("count", 7))))
        .withMessage("Metadata is text only, and that of count is not");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                commands.send(
                    work ->
                        commands
                            .eventStore()
                            .publish(GenericEventMessage.asEventMessage("homeless"))))
        .withMessageContaining("java.lang.String belongs to none");
    assertThat(store.events().stream("x")).isEmpty();
  }

  @Test
  void an_aggregate_reads_its_own_stream_with_what_it_has_just_published() {
    commands.send(work -> work.note(PLAN, "read-p", 0, "first"));
    List<String> texts = new ArrayList<>();
    commands.send(
        work -> {
          work.note(PLAN, "read-p", 1, "second");
          commands
              .eventStore()
              .readEvents("read-p")
              .asStream()
              .forEach(event -> texts.add(((CommandSide.Noted) event.getPayload()).text()));
        });

    assertThat(texts).isEqualTo(List.of("first", "second"));
  }
}
