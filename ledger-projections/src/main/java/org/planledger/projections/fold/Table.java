package org.planledger.projections.fold;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table of a view: its columns, and the statements that follow from them. The name carries a
/// version, so that a new form of the view can be built beside the old.
///
/// @param <K> what tells the rows of one stream apart
/// @param <R> a row of it
public final class Table<K, R extends Row> {

  /// Makes a row from the columns of a result.
  @FunctionalInterface
  public interface Reader<R> {
    R read(Cells cells) throws SQLException;
  }

  private static final String POSITION = "position";
  private static final String UNTIL = "until_position";

  private final String name;
  private final Scope scope;
  private final Function<R, K> key;
  private final Reader<R> reader;
  private final List<Column<R>> keyColumns;
  private final List<Column<R>> columns;
  private final boolean keepsPast;

  private Table(
      String name,
      Scope scope,
      Function<R, K> key,
      Reader<R> reader,
      List<Column<R>> keyColumns,
      List<Column<R>> columns,
      boolean keepsPast) {
    this.name = name;
    this.scope = scope;
    this.key = key;
    this.reader = reader;
    this.keyColumns = keyColumns;
    this.columns = columns;
    this.keepsPast = keepsPast;
  }

  /// A table of that name. The column `position` comes with every table and is not listed, unless
  /// it is the key.
  ///
  /// @param key tells the rows of one stream apart
  @SafeVarargs
  public static <K, R extends Row> Table<K, R> of(
      String name, Scope scope, Function<R, K> key, Reader<R> reader, Column<R>... columns) {
    List<Column<R>> all = new ArrayList<>();
    for (Column<R> column : columns) {
      all.add(column);
    }
    if (all.stream().noneMatch(column -> column.name().equals(POSITION))) {
      all.add(Column.number(POSITION, Row::position));
    }
    List<Column<R>> keys = all.stream().filter(Column::isKey).toList();
    if (keys.stream().noneMatch(column -> column.name().equals(scope.column()))) {
      throw new IllegalArgumentException(name + " has no key column " + scope.column());
    }
    return new Table<>(name, scope, key, reader, keys, List.copyOf(all), false);
  }

  /// The same table with its past: another one beside it, of the same columns and `until_position`,
  /// keeps every row as each event left it.
  public Table<K, R> keepingPast() {
    return new Table<>(name, scope, key, reader, keyColumns, columns, true);
  }

  public String name() {
    return name;
  }

  /// The name of the table of the past, if there is one.
  public Optional<String> past() {
    return keepsPast ? Optional.of(name + "_past") : Optional.empty();
  }

  /// All columns, for a query of one's own.
  public String columnNames() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /// What the database has of it: the table itself, and the one of its past if it keeps that.
  public List<StoredTable> stored() {
    var keys = keyColumns.stream().map(Column::name).toList();
    var all = columns.stream().map(Column::name).toList();
    var itself = new StoredTable(name, all, keys);
    return past()
        .map(past -> List.of(itself, new StoredTable(past, with(all, UNTIL), with(keys, POSITION))))
        .orElse(List.of(itself));
  }

  private static List<String> with(List<String> names, String more) {
    return names.contains(more) ? names : Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  /// Makes a row from the columns of a result.
  public R read(Cells cells) throws SQLException {
    return reader.read(cells);
  }

  Scope scope() {
    return scope;
  }

  K keyOf(R row) {
    return key.apply(row);
  }

  void check(R row) {
    columns.forEach(column -> column.check(row));
  }

  /// Takes an array with the values of the scope's column.
  String selectSql() {
    return "select " + columnNames() + " from " + name + " where " + scope.column() + " = any(?)";
  }

  String insertSql() {
    String places = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return "insert into " + name + " (" + columnNames() + ") values (" + places + ")";
  }

  void bindInsert(PreparedStatement statement, R row) throws SQLException {
    bind(statement, 1, columns, row);
  }

  /// Changes a row only if it is still at the position at which it was read.
  String updateSql() {
    String changes =
        columns.stream()
            .filter(column -> !column.isKey())
            .map(column -> column.name() + " = ?")
            .collect(Collectors.joining(", "));
    String keys =
        keyColumns.stream()
            .map(column -> column.name() + " = ?")
            .collect(Collectors.joining(" and "));
    return "update " + name + " set " + changes + " where " + keys + " and position = ?";
  }

  void bindUpdate(PreparedStatement statement, R row, long positionRead) throws SQLException {
    int next = bind(statement, 1, columns.stream().filter(column -> !column.isKey()).toList(), row);
    next = bind(statement, next, keyColumns, row);
    statement.setLong(next, positionRead);
  }

  String deleteAllSql() {
    return "delete from " + name;
  }

  /// A row of the past, with the position from which on it was another one.
  String insertPastSql() {
    String places = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return "insert into %s_past (%s, %s) values (%s, ?)"
        .formatted(name, columnNames(), UNTIL, places);
  }

  void bindInsertPast(PreparedStatement statement, R row, long until) throws SQLException {
    statement.setLong(bind(statement, 1, columns, row), until);
  }

  /// Ends the row of the past that was current so far.
  String closePastSql() {
    String keys =
        keyColumns.stream()
            .map(column -> column.name() + " = ?")
            .collect(Collectors.joining(" and "));
    return "update %s_past set %s = ? where %s and position = ?".formatted(name, UNTIL, keys);
  }

  void bindClosePast(PreparedStatement statement, R row, long from) throws SQLException {
    statement.setLong(1, row.position());
    statement.setLong(bind(statement, 2, keyColumns, row), from);
  }

  String deleteAllPastSql() {
    return "delete from " + name + "_past";
  }

  private int bind(PreparedStatement statement, int first, List<Column<R>> bound, R row)
      throws SQLException {
    int next = first;
    for (Column<R> column : bound) {
      column.bind(statement, next++, row);
    }
    return next;
  }

  @Override
  public String toString() {
    return name;
  }
}
