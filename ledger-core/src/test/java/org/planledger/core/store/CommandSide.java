package org.planledger.core.store;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.FixedValueRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.planledger.core.store.UnitRow.NewAttempt;

/// A command bus as the application has it, on a store; commands are what a test makes of them.
final class CommandSide {

  /// The one kind of event that tests store.
  record Noted(String text) {}

  private record Do(Consumer<Work> work) {}

  /// What a test's command does.
  final class Work {

    /// Publishes an event as an aggregate would.
    Work note(StreamType type, String streamId, long sequence, String text) {
      return note(type.name(), streamId, sequence, text, MetaData.with("actor", "tester"));
    }

    Work note(String type, String streamId, long sequence, String text, MetaData metaData) {
      eventStore.publish(
          new GenericDomainEventMessage<>(type, streamId, sequence, new Noted(text), metaData));
      return this;
    }

    Work add(UnitRow row) {
      Unit.current().add(row);
      return this;
    }
  }

  private final LedgerEventStore eventStore;
  private final CommandBus commandBus;

  CommandSide(LedgerStore store) {
    this.eventStore = store.eventStore(serializer(), NoOpEventUpcaster.INSTANCE);
    this.commandBus =
        SimpleCommandBus.builder().transactionManager(store.transactionManager()).build();
    commandBus.subscribe(
        Do.class.getName(),
        message -> {
          Unit unit = Unit.current();
          ((Do) message.getPayload()).work().accept(new Work());
          return unit;
        });
  }

  static Serializer serializer() {
    return Jackson3Serializer.builder()
        .revisionResolver(new FixedValueRevisionResolver("1"))
        .build();
  }

  /// Sends a command and waits for it.
  ///
  /// @return its unit, which is durable
  Unit send(Consumer<Work> work) {
    AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
    commandBus.dispatch(
        GenericCommandMessage.<Do>asCommandMessage(new Do(work)),
        (command, reached) -> result.set(reached));
    CommandResultMessage<?> reached = result.get();
    if (reached.isExceptional()) {
      throw (RuntimeException) reached.exceptionResult();
    }
    return (Unit) reached.getPayload();
  }

  LedgerEventStore eventStore() {
    return eventStore;
  }

  CommandBus commandBus() {
    return commandBus;
  }

  /// An accepted attempt without a plan.
  static NewAttempt accepted(String client, String key) {
    return attempt(client, key, null, AttemptOutcome.ACCEPTED);
  }

  static NewAttempt attempt(String client, String key, String planId, AttemptOutcome outcome) {
    return new NewAttempt(
        client,
        key,
        Bytes.utf8("fingerprint of " + key),
        planId,
        null,
        "Note",
        Bytes.utf8("{\"key\":\"" + key + "\"}"),
        outcome,
        Bytes.utf8("{}"),
        null,
        "tester",
        null,
        Instant.parse("2026-03-01T10:00:00Z"),
        Instant.parse("2026-03-01T10:00:01.5Z"));
  }
}
