package org.planledger.core.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A place in the document that is read strictly. Whatever is wrong is recorded with its path and
/// a placeholder is answered, so that reading goes on and finds the next problem; nothing built
/// from a placeholder survives, because the document is refused afterwards.
///
/// @param path the JSON pointer of this place
/// @param json what stands there; missing after a problem that is already recorded
/// @param problems where problems are recorded
record TermsFileNode(String path, JsonNode json, TermsFileProblems problems) {

  /// Demands an object with these fields and no others.
  TermsFileNode object(String... required) {
    return object(List.of(required), List.of());
  }

  /// Demands an object with the required fields, perhaps the optional ones, and no others.
  TermsFileNode object(List<String> required, List<String> optional) {
    if (isOfType(json.isObject(), "an object")) {
      for (String name : required) {
        if (!json.has(name)) {
          problems.missing(path, name, child(name));
        }
      }
      for (String name : json.propertyNames()) {
        problems.require(
            required.contains(name) || optional.contains(name),
            child(name),
            "unknown field; known are " + String.join(", ", required) + optionally(optional));
      }
    }
    return this;
  }

  TermsFileNode at(String name) {
    JsonNode value = json.isObject() ? json.get(name) : null;
    return new TermsFileNode(
        child(name), value == null ? MissingNode.getInstance() : value, problems);
  }

  Optional<TermsFileNode> optional(String name) {
    return json.isObject() && json.has(name) ? Optional.of(at(name)) : Optional.empty();
  }

  /// The elements of an array, which must not be empty.
  List<TermsFileNode> elements() {
    List<TermsFileNode> elements = possiblyNone();
    if (json.isArray() && elements.isEmpty()) {
      problems.unreadable(path, "the list must not be empty");
    }
    return elements;
  }

  /// The elements of an array, perhaps none.
  List<TermsFileNode> possiblyNone() {
    List<TermsFileNode> elements = new ArrayList<>();
    if (isOfType(json.isArray(), "a list")) {
      for (int i = 0; i < json.size(); i++) {
        elements.add(new TermsFileNode(path + "/" + i, json.get(i), problems));
      }
    }
    return elements;
  }

  /// The elements of an array as values.
  <T> List<T> list(Function<TermsFileNode, T> value) {
    return elements().stream().map(value).toList();
  }

  /// The elements of an array as values of which none may come twice.
  <T> Set<T> set(Function<TermsFileNode, T> value) {
    return distinct(elements(), value);
  }

  /// As [#set], but the array may be empty.
  <T> Set<T> possiblyEmptySet(Function<TermsFileNode, T> value) {
    return distinct(possiblyNone(), value);
  }

  /// The entries of an object whose keys are data. A key that cannot be read is a problem.
  <K, V> Map<K, V> entries(Function<String, K> key, Function<TermsFileNode, V> value) {
    Map<K, V> entries = new LinkedHashMap<>();
    if (isOfType(json.isObject(), "an object")) {
      for (String name : json.propertyNames()) {
        TermsFileNode entry = at(name);
        V read = value.apply(entry);
        entry.attempt(() -> key.apply(name)).ifPresent(k -> entries.put(k, read));
      }
    }
    return entries;
  }

  /// As [#entries], with one entry for each of the keys demanded.
  <E extends Enum<E>, V> Map<E, V> entriesFor(Set<E> keys, Function<TermsFileNode, V> value) {
    String[] names = keys.stream().map(Enum::name).toArray(String[]::new);
    object(names);
    Map<E, V> entries = new LinkedHashMap<>();
    keys.forEach(key -> entries.put(key, value.apply(at(key.name()))));
    return entries;
  }

  String text() {
    if (!isOfType(json.isString(), "a text")) {
      return "";
    }
    if (json.stringValue().isBlank()) {
      problems.unreadable(path, "the text must not be blank");
    }
    return json.stringValue();
  }

  boolean flag() {
    return isOfType(json.isBoolean(), "true or false") && json.booleanValue();
  }

  int integer() {
    return isOfType(json.isIntegralNumber() && json.canConvertToInt(), "a whole number")
        ? json.intValue()
        : 1;
  }

  long longInteger() {
    return isOfType(json.isIntegralNumber() && json.canConvertToLong(), "a whole number")
        ? json.longValue()
        : 1;
  }

  <E extends Enum<E>> E choice(Class<E> type) {
    E[] known = type.getEnumConstants();
    String name = text();
    for (E candidate : known) {
      if (candidate.name().equals(name)) {
        return candidate;
      }
    }
    if (json.isString() && !name.isBlank()) {
      problems.unreadable(path, "'" + name + "' is none of " + Arrays.toString(known));
    }
    return known[0];
  }

  /// The text as a value of its own type, or the placeholder if it cannot be one.
  <T> T parsed(Function<String, T> parse, T placeholder) {
    String text = text();
    return text.isBlank() ? placeholder : attempt(() -> parse.apply(text)).orElse(placeholder);
  }

  /// The value, or nothing and a problem at this place if it refuses to be built.
  <T> Optional<T> attempt(Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException refused) {
      String reason = refused.getMessage();
      problems.unreadable(path, reason == null ? refused.toString() : reason);
      return Optional.empty();
    }
  }

  /// As [#attempt], for a value that is made of what stands below this place: where some of that
  /// could not be read there is nothing to build, and nothing more to say.
  <T> Optional<T> built(Supplier<T> value) {
    return problems.readable(path) ? attempt(value) : Optional.empty();
  }

  private static <T> Set<T> distinct(
      List<TermsFileNode> elements, Function<TermsFileNode, T> value) {
    Set<T> values = new LinkedHashSet<>();
    for (TermsFileNode element : elements) {
      T one = value.apply(element);
      element.problems.expect(values.add(one), element.path, "the same comes twice: " + one);
    }
    return values;
  }

  private boolean isOfType(boolean matches, String expected) {
    if (!matches && !json.isMissingNode()) {
      problems.unreadable(path, "expected " + expected + " instead of " + shown());
    }
    return matches;
  }

  /// What stands here, as far as it fits into a sentence.
  private String shown() {
    return json.isNumber() || json.isBoolean() ? json.toString() : json.getNodeType().name();
  }

  private String child(String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static String optionally(List<String> optional) {
    return optional.isEmpty() ? "" : ", and perhaps " + String.join(", ", optional);
  }
}
