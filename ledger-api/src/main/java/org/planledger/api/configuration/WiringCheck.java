package org.planledger.api.configuration;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.axon.LedgerSerializer;
import org.planledger.core.store.LedgerEventStore;
import org.planledger.core.store.LedgerStorageEngine;
import org.planledger.core.store.LedgerTransactionManager;

/// Makes sure before the first request that every part of the machinery is the intended one. Many
/// of them have stand-ins that look alike and lose events, in memory or without transactions, and
/// nothing would tell until it is too late.
///
/// The framework does not say what a part is made of, so its fields are looked at. A part that
/// cannot be found there any more counts as a wrong one.
final class WiringCheck {

  private final List<String> wrong = new ArrayList<>();

  /// Looks at the bus that commands travel on, and whose transactions it starts.
  WiringCheck commandBus(Object bus) {
    return is("the command bus", bus, SimpleCommandBus.class)
        .has("the command bus", bus, TransactionManager.class, LedgerTransactionManager.class);
  }

  /// Looks at the event store, and at what reads and stages the events behind it.
  WiringCheck eventStore(Object store) {
    is("the event store", store, LedgerEventStore.class)
        .has("the event store", store, EventStorageEngine.class, LedgerStorageEngine.class);
    part(store, EventStorageEngine.class)
        .forEach(
            engine -> has("the storage engine", engine, Serializer.class, LedgerSerializer.class));
    return this;
  }

  /// Looks at the processor of a view.
  WiringCheck processor(String name, Object processor) {
    return is(name, processor, PooledStreamingEventProcessor.class)
        .has(name, processor, TransactionManager.class, SpringTransactionManager.class)
        .has(name, processor, TokenStore.class, JdbcTokenStore.class)
        .has(name, processor, ErrorHandler.class, PropagatingErrorHandler.class);
  }

  /// Looks at what somebody else has put beside our parts.
  ///
  /// @param beans the names of beans and their classes
  WiringCheck noneOf(String framework, Stream<Class<?>> beans) {
    beans
        .filter(type -> type.getName().startsWith(framework))
        .forEach(type -> wrong.add(type.getName() + " was brought in by auto-configuration"));
    return this;
  }

  /// @throws StartRefusedException if anything was not the intended part
  void require() {
    if (!wrong.isEmpty()) {
      throw new StartRefusedException(
          "It is not put together as intended: " + String.join("; ", wrong));
    }
  }

  private WiringCheck is(String name, Object part, Class<?> intended) {
    if (part.getClass() != intended) {
      wrong.add(name + " is a " + part.getClass().getName() + " and not a " + intended.getName());
    }
    return this;
  }

  private WiringCheck has(String name, Object whole, Class<?> kind, Class<?> intended) {
    List<Object> parts = part(whole, kind);
    if (parts.isEmpty()) {
      wrong.add(name + " has no " + kind.getName());
    }
    parts.forEach(part -> is("the " + kind.getSimpleName() + " of " + name, part, intended));
    return this;
  }

  /// What an object holds of a kind, its superclasses included.
  private static List<Object> part(Object whole, Class<?> kind) {
    return Stream.<Class<?>>iterate(
            whole.getClass(), Objects::nonNull, type -> type.getSuperclass())
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(field -> kind.isAssignableFrom(field.getType()))
        .map(field -> value(field, whole))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Object value(Field field, Object whole) {
    try {
      field.setAccessible(true);
      return field.get(whole);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("A field that was opened does not show itself", e);
    }
  }
}
