package org.planledger.api.settlement.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The first row of a table: which column is which. Upper and lower case make no difference, and
/// neither does the mark behind a name that says in which currency a column is: Adyen writes `Gross
/// Debit (GC)` where others say `Gross Debit`.
final class TableHead {

  /// A column that the table does not have.
  static final int NONE = -1;

  private static final int SHOWN = 8;
  private static final Pattern CURRENCY_MARK = Pattern.compile(" \\((gc|nc)\\)$");

  private final List<String> names;
  private final Map<String, Integer> columns = new HashMap<>();

  private TableHead(List<String> names) {
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(key(names.get(i)), i);
    }
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(CURRENCY_MARK.matcher(key(names.get(i))).replaceFirst(""), i);
    }
  }

  static TableHead of(TableRow row) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      names.add(row.text(i).strip());
    }
    return new TableHead(names);
  }

  /// A table whose columns have numbers for names, from 1.
  static TableHead numbered(int size) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      names.add(String.valueOf(i));
    }
    return new TableHead(names);
  }

  int size() {
    return names.size();
  }

  /// Which column has this name; [#NONE] if none has.
  int column(String name) {
    return columns.getOrDefault(key(name), NONE);
  }

  boolean has(String name) {
    return column(name) != NONE;
  }

  String name(int column) {
    return names.get(column);
  }

  /// The columns, as far as a message shows them.
  String shown() {
    String first =
        String.join(", ", names.stream().limit(SHOWN).map(name -> Texts.shown(name)).toList());
    return names.size() > SHOWN
        ? "%s and %,d more columns".formatted(first, names.size() - SHOWN)
        : first;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
