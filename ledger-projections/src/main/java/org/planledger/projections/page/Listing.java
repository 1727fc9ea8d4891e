package org.planledger.projections.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One question to a list: which rows, in which order, and a page of the answer.
public final class Listing<V> {

  private final String select;
  private final Table.Reader<V> reader;
  private final Order<V> order;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /// A question without any condition yet.
  ///
  /// @param select everything up to the conditions: `select ... from ...`
  public Listing(String select, Table.Reader<V> reader, Order<V> order) {
    this.select = select;
    this.reader = reader;
    this.order = order;
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
