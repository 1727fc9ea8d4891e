package org.planledger.projections.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Row;
import org.planledger.projections.fold.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One question to a list: which rows, in which order, and a page of the answer.
public final class Listing<V> {

  /// How a listing of [#of] calls the row, where a condition has to name it.
  private static final String ROW = "r";

  /// How many rows a page is taken to have when it is foreseen what it costs.
  private static final int USUAL_ROWS = 50;

  private final String select;
  private final Table.Reader<V> reader;
  private final Order<V> order;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /// A question without any condition yet.
  ///
  /// @param select everything up to the conditions: `select ... from ...`
  public Listing(String select, Table.Reader<V> reader, Order<V> order) {
    this(select, List.of(), reader, order);
  }

  /// A question without any condition beside those that it already holds.
  ///
  /// @param values of the question marks in it
  public Listing(String select, List<?> values, Table.Reader<V> reader, Order<V> order) {
    this.select = select;
    this.parameters.addAll(values);
    this.reader = reader;
    this.order = order;
  }

  /// The rows of a table as they are, or as they were, without any condition yet.
  ///
  /// @param view how far the table has come
  /// @throws IllegalArgumentException if the table keeps no past that is asked for
  public static <R extends Row> Listing<R> of(
      Table<?, R> table, Order<R> order, AsOf asOf, ViewPosition view) {
    var select = "select " + table.columnNames() + " from ";
    return switch (asOf) {
      case AsOf.Now() -> new Listing<>(select + table.name() + " " + ROW, table::read, order);
      case AsOf.Position(long position) -> {
        var past = past(table);
        yield isEarly(position, view.seen())
            ? early(select, past, position, table, order)
            : new Listing<>(select + past + " " + ROW, table::read, order)
                .where(wasCurrent(ROW), position, position);
      }
    };
  }

  /// The name of the table that keeps what the rows of a table were.
  private static String past(Table<?, ?> table) {
    return table
        .past()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " keeps no past"));
  }

  /// Holds for the rows of the past that were current at a position; takes it twice. The sum keeps
  /// a database from going by the position instead of the order of the list: with all that had
  /// happened by then in hand, it would have to sort it.
  public static String wasCurrent(String row) {
    return "%1$s.position + 0 <= ? and %1$s.until_position > ?".formatted(row);
  }

  /// Whether it takes less to look at all that had happened by a position than to go through what
  /// came later for a page of what was there.
  private static boolean isEarly(long position, long seen) {
    return position <= USUAL_ROWS * (seen / position);
  }

  /// The offset keeps a database from doing anything else first.
  private static <R extends Row> Listing<R> early(
      String select, String past, long position, Table<?, R> table, Order<R> order) {
    var begun = "(select * from " + past + " where position <= ? order by position offset 0) ";
    return new Listing<>(select + begun + ROW, List.of(position), table::read, order)
        .where(ROW + ".until_position > ?", position);
  }

  /// Keeps only rows for which the condition holds.
  ///
  /// @param condition with a question mark for each parameter
  public Listing<V> where(String condition, Object... values) {
    conditions.add(condition);
    for (Object value : values) {
      parameters.add(bindable(value));
    }
    return this;
  }

  /// Keeps only rows for which the condition on this value holds, if there is a value at all.
  public Listing<V> whereIf(String condition, Optional<?> value) {
    value.ifPresent(present -> where(condition, present));
    return this;
  }

  /// Asks, and returns the page of the answer.
  ///
  /// @throws UnknownPlaceException if the page is asked for from a place that is none
  public Page<V> page(JdbcClient jdbc, PageRequest request) {
    request
        .after()
        .ifPresent(
            place ->
                where(
                    "(" + order.columns() + ") > (" + order.places() + ")",
                    order.valuesAt(place).toArray()));
    // One row more than asked for tells whether there is a next page.
    var rows = rows(jdbc, " limit " + (request.rows() + 1));
    if (rows.size() <= request.rows()) {
      return new Page<>(rows, Optional.empty());
    }
    var shown = rows.subList(0, request.rows());
    return new Page<>(shown, Optional.of(order.placeOf(shown.getLast())));
  }

  /// Every row: for lists that are short by nature.
  public List<V> all(JdbcClient jdbc) {
    return rows(jdbc, "");
  }

  private List<V> rows(JdbcClient jdbc, String limit) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return jdbc.sql(select + where + " order by " + order.columns() + limit)
        .params(parameters)
        .query((result, _) -> reader.read(new Cells(result)))
        .list();
  }

  private static Object bindable(Object value) {
    return switch (value) {
      case Instant moment -> moment.atOffset(ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      default -> value;
    };
  }
}
