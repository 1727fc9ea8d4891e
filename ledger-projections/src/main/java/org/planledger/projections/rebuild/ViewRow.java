package org.planledger.projections.rebuild;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of a table as the driver hands it out.
///
/// @param ordinal its place in the order of the keys, from 0
/// @param values in the order of the columns
record ViewRow(long ordinal, List<@Nullable Object> values) {

  private static final String POSITION = "position";

  /// The values of some columns, to tell rows apart by.
  List<Object> key(int[] columns) {
    List<Object> key = new ArrayList<>(columns.length);
    for (int column : columns) {
      key.add(Objects.requireNonNull(values.get(column)));
    }
    return key;
  }

  Map<String, String> keyByName(List<String> names, int[] columns) {
    Map<String, String> key = new LinkedHashMap<>();
    for (int column : columns) {
      key.put(names.get(column), text(column).orElse(""));
    }
    return key;
  }

  /// The first column in which two rows differ; the position of the last event is looked at last.
  Optional<Integer> firstDifference(ViewRow other, List<String> names) {
    Optional<Integer> position = Optional.empty();
    for (int i = 0; i < values.size(); i++) {
      if (!Objects.deepEquals(values.get(i), other.values.get(i))) {
        if (!names.get(i).equals(POSITION)) {
          return Optional.of(i);
        }
        position = Optional.of(i);
      }
    }
    return position;
  }

  long position(List<String> names) {
    return values.get(names.indexOf(POSITION)) instanceof Number number ? number.longValue() : 0;
  }

  /// What a column holds, for people.
  Optional<String> text(int column) {
    return Optional.ofNullable(values.get(column))
        .map(
            value ->
                switch (value) {
                  case Timestamp moment -> moment.toInstant().toString();
                  case OffsetDateTime moment -> moment.toInstant().toString();
                  case Date day -> day.toLocalDate().toString();
                  case byte[] bytes -> HexFormat.of().formatHex(bytes);
                  default -> value.toString();
                });
  }
}
