package org.planledger.projections.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The order of a list by columns that together are unique, and with it the places in the list:
/// the values of these columns in the last row of a page. Whatever is added or removed elsewhere,
/// the next page goes on from there.
public final class Order<V> {

  private static final String BETWEEN = ".";

  /// A column to sort by.
  private record Key<V>(String column, Function<V, Object> value, Function<String, Object> parse) {}

  private final List<Key<V>> keys;

  private Order(List<Key<V>> keys) {
    this.keys = keys;
  }

  public static <V> Order<V> by() {
    return new Order<>(List.of());
  }

  public Order<V> uuid(String column, Function<V, UUID> value) {
    return and(new Key<>(column, value::apply, UUID::fromString));
  }

  public Order<V> number(String column, Function<V, Long> value) {
    return and(new Key<>(column, value::apply, Long::valueOf));
  }

  public Order<V> day(String column, Function<V, LocalDate> value) {
    return and(new Key<>(column, value::apply, LocalDate::parse));
  }

  public Order<V> text(String column, Function<V, String> value) {
    return and(new Key<>(column, value::apply, text -> text));
  }

  String columns() {
    return keys.stream().map(Key::column).collect(Collectors.joining(", "));
  }

  /// As many places for parameters as there are columns.
  String places() {
    return keys.stream().map(_ -> "?").collect(Collectors.joining(", "));
  }

  /// Names the place of a row.
  public String placeOf(V row) {
    return keys.stream()
        .map(key -> key.value().apply(row).toString().getBytes(StandardCharsets.UTF_8))
        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
        .collect(Collectors.joining(BETWEEN));
  }

  /// The values of the columns at a place.
  ///
  /// @throws UnknownPlaceException if [#placeOf] cannot have named it
  public List<Object> valuesAt(String place) {
    var texts = Arrays.asList(place.split("\\" + BETWEEN, -1));
    try {
      if (texts.size() != keys.size()) {
        throw new IllegalArgumentException(keys.size() + " values make a place");
      }
      var values = new ArrayList<>(keys.size());
      for (int i = 0; i < keys.size(); i++) {
        var text = new String(Base64.getUrlDecoder().decode(texts.get(i)), StandardCharsets.UTF_8);
        values.add(keys.get(i).parse().apply(text));
      }
      return values;
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new UnknownPlaceException(e);
    }
  }

  private Order<V> and(Key<V> key) {
    var more = new ArrayList<>(keys);
    more.add(key);
    return new Order<>(List.copyOf(more));
  }
}
