package org.planledger.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The stable names of all the concrete types of sealed hierarchies. A type without a name, and a
/// name for two types, stop the program at its start.
///
/// @param <T> what all of them have in common
final class Catalogue<T> {

  private final Map<Class<?>, StoredType> byClass = new LinkedHashMap<>();
  private final Map<String, Class<? extends T>> byName = new LinkedHashMap<>();

  Catalogue<T> with(Class<? extends T> type, String name, int revision) {
    byClass.put(type, new StoredType(name, String.valueOf(revision)));
    if (byName.put(name, type) != null) {
      throw new IllegalStateException("two types are stored under the name " + name);
    }
    return this;
  }

  /// The same catalogue, once it is sure to hold every concrete type of these hierarchies.
  Catalogue<T> coveringAllOf(Class<?>... sealedTypes) {
    var named = byClass.keySet();
    var missing =
        Stream.of(sealedTypes)
            .flatMap(Catalogue::concrete)
            .filter(type -> !named.contains(type))
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new IllegalStateException("these types have no name to be stored under: " + missing);
    }
    return this;
  }

  StoredType of(Class<?> type) {
    var found = byClass.get(type);
    if (found == null) {
      throw new IllegalArgumentException(type.getName() + " is not a type that is stored");
    }
    return found;
  }

  boolean holds(Class<?> type) {
    return byClass.containsKey(type);
  }

  Optional<Class<? extends T>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Set<Class<? extends T>> types() {
    return Collections.unmodifiableSet(new java.util.LinkedHashSet<>(byName.values()));
  }

  /// The records behind a sealed type, however many levels of sealed types lie between.
  private static Stream<Class<?>> concrete(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Catalogue::concrete)
        : Stream.of(type);
  }
}
