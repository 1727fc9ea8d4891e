package org.planledger.core.rule;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a rule looked at, in the order it looked: names with text, whole numbers, booleans, lists
/// or nested inputs, and nothing else, so that a decision read back from storage equals the one
/// that was written.
public record Inputs(Map<String, Object> values) {
  private static final Inputs NONE = new Inputs(Map.of());

  public Inputs {
    var plain = new LinkedHashMap<String, Object>();
    values.forEach((name, value) -> plain.put(name, plain(value)));
    values = Collections.unmodifiableMap(plain);
  }

  public static Inputs none() {
    return NONE;
  }

  public static Inputs of(String name, Object value) {
    return NONE.and(name, value);
  }

  /// The same inputs with one more. An empty `Optional` is left out.
  public Inputs and(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? and(name, optional.get()) : this;
    }
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Inputs(more);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Boolean flag -> flag;
      case Integer number -> number.longValue();
      case Long number -> number;
      case Inputs inputs -> inputs.values();
      case Map<?, ?> map -> plainMap(map);
      case Collection<?> many -> plainList(many);
      case Enum<?> constant -> constant.name();
      case Temporal moment -> moment.toString();
      case Record reference -> reference.toString();
      case String text -> text;
      case Object other ->
          throw new IllegalArgumentException(other.getClass() + " is not an input of a rule");
    };
  }

  private static List<Object> plainList(Collection<?> many) {
    var list = new ArrayList<Object>(many.size());
    many.forEach(each -> list.add(plain(each)));
    return Collections.unmodifiableList(list);
  }

  private static Map<String, Object> plainMap(Map<?, ?> map) {
    var plain = new LinkedHashMap<String, Object>();
    map.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
    return Collections.unmodifiableMap(plain);
  }
}
