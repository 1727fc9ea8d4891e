package org.planledger.core.terms;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Unmodifiable copies that keep the order of the document. The copies of the JDK iterate in an
/// order that changes from one start to the next, and answers must not.
final class Ordered {

  private Ordered() {}

  static <T> Set<T> set(Collection<T> elements) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
  }

  static <K, V> Map<K, V> map(Map<K, V> entries) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }
}
