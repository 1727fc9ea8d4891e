package org.planledger.projections.movements;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.movements.MovementsQueries.StatementOf;
import org.planledger.projections.movements.StatementView.Flow;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes statements from sums of the movements. Where there are many keys, only the movements of
/// those on the page are looked at.
final class Statements {

  /// How many movements of a plan or a case are expected when the keys of a page are read; if there
  /// are more, more are read.
  private static final int USUAL_MOVEMENTS = 8;

  private final JdbcClient jdbc;
  private final StatementOf of;
  private final Order<StatementView> order;

  Statements(JdbcClient jdbc, StatementOf of) {
    this.jdbc = jdbc;
    this.of = of;
    var column = of.by().column();
    this.order =
        of.by().many()
            ? Order.<StatementView>by().uuid(column, row -> UUID.fromString(row.key()))
            : Order.<StatementView>by().text(column, StatementView::key);
  }

  Page<StatementView> page(PageRequest request) {
    var after = request.after().map(place -> order.valuesAt(place).getFirst());
    if (of.by() == StatementBy.MONTH) {
      var months =
          months().stream()
              .filter(month -> after.isEmpty() || month.key().compareTo((String) after.get()) > 0)
              .toList();
      return cut(months, request.rows());
    }
    if (!of.by().many()) {
      return cut(made(sums(after, Optional.empty())), request.rows());
    }
    var keys = keys(after, request.rows() + 1);
    if (keys.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    return cut(made(sums(after, Optional.of(keys.getLast()))), request.rows());
  }

  private Page<StatementView> cut(List<StatementView> statements, int rows) {
    if (statements.size() <= rows) {
      return new Page<>(statements, Optional.empty());
    }
    var shown = statements.subList(0, rows);
    return new Page<>(shown, Optional.of(order.placeOf(shown.getLast())));
  }

  /// One currency of one key: what its movements come to before and within what is asked for.
  private record Sum(String key, Currency currency, Flow before, Flow within) {

    Sum plus(Sum other) {
      return new Sum(key, currency, before.plus(other.before), within.plus(other.within));
    }

    StatementView.Line line() {
      return new StatementView.Line(currency, before.owedMinor(), within);
    }
  }

  private static List<StatementView> made(List<Sum> sums) {
    var lines = new LinkedHashMap<String, List<StatementView.Line>>();
    sums.forEach(sum -> lines.computeIfAbsent(sum.key(), _ -> new ArrayList<>()).add(sum.line()));
    return lines.entrySet().stream()
        .map(each -> new StatementView(each.getKey(), each.getValue()))
        .toList();
  }

  /// A month opens with what the one before closed with.
  private List<StatementView> months() {
    var owed = new TreeMap<Currency, Long>(Comparator.comparing(Currency::getCurrencyCode));
    var months = new TreeMap<String, Map<Currency, Flow>>();
    for (var sum : sums(Optional.empty(), Optional.empty())) {
      owed.merge(sum.currency(), sum.before().owedMinor(), Math::addExact);
      if (!sum.within().equals(Flow.nothing())) {
        months
            .computeIfAbsent(sum.key(), _ -> new LinkedHashMap<>())
            .put(sum.currency(), sum.within());
      }
    }
    var statements = new ArrayList<StatementView>();
    months.forEach(
        (month, flows) -> {
          var lines = new ArrayList<StatementView.Line>();
          owed.forEach(
              (currency, opening) -> {
                var flow = flows.getOrDefault(currency, Flow.nothing());
                if (opening != 0 || flows.containsKey(currency)) {
                  lines.add(new StatementView.Line(currency, opening, flow));
                }
              });
          lines.forEach(line -> owed.put(line.currency(), line.closingMinor()));
          statements.add(new StatementView(month, lines));
        });
    return statements;
  }

  /// The first keys after one, and no more than so many.
  private List<Object> keys(Optional<Object> after, int number) {
    var column = of.by().column();
    for (int rows = number * USUAL_MOVEMENTS; ; rows *= USUAL_MOVEMENTS) {
      var asked = conditions();
      after.ifPresent(key -> asked.and(column + " > ?", key));
      var found =
          jdbc.sql(
                  "select %s from movements_1 where %s order by %s limit %d"
                      .formatted(column, asked.sql(), column, rows))
              .params(asked.values)
              .query((result, _) -> (Object) new Cells(result).uuid(column))
              .list();
      var keys = found.stream().distinct().limit(number).toList();
      if (keys.size() == number || found.size() < rows) {
        return keys;
      }
    }
  }

  private List<Sum> sums(Optional<Object> after, Optional<Object> last) {
    var column = of.by().column();
    var asked = new Asked();
    asked.values.add(of.span().after());
    of.from().ifPresent(asked.values::add);
    var before = of.from().isPresent() ? "position <= ? or posted_on < ?" : "position <= ?";
    var conditions = conditions();
    after.ifPresent(key -> conditions.and(column + " > ?", key));
    last.ifPresent(key -> conditions.and(column + " <= ?", key));
    asked.values.addAll(conditions.values);
    var rows =
        jdbc.sql(
                """
                select key_, currency, kind, early, cast(sum(amount_minor) as bigint) as sum_minor
                from (select %s as key_, currency, kind, amount_minor,
                    case when %s then true else false end as early
                  from movements_1 where %s) m
                group by key_, currency, kind, early order by key_, currency
                """
                    .formatted(column, before, conditions.sql()))
            .params(asked.values)
            .query((result, _) -> sum(new Cells(result)))
            .list();
    return folded(rows);
  }

  private static List<Sum> folded(List<Sum> rows) {
    var sums = new ArrayList<Sum>();
    for (var row : rows) {
      var last = sums.isEmpty() ? null : sums.getLast();
      if (last != null && last.key().equals(row.key()) && last.currency().equals(row.currency())) {
        sums.set(sums.size() - 1, last.plus(row));
      } else {
        sums.add(row);
      }
    }
    return sums;
  }

  private Sum sum(Cells cells) throws SQLException {
    var flow = Flow.of(cells.constant("kind", MovementKind.class), cells.number("sum_minor"));
    var key = of.by().many() ? cells.uuid("key_").toString() : cells.text("key_");
    boolean early = cells.flag("early");
    return new Sum(
        key,
        Currency.getInstance(cells.text("currency")),
        early ? flow : Flow.nothing(),
        early ? Flow.nothing() : flow);
  }

  private Asked conditions() {
    // The sum keeps a database from going by the position instead of the key.
    var asked = new Asked().and("position + 0 <= ?", of.span().upTo());
    of.to().ifPresent(day -> asked.and("posted_on < ?", day));
    of.currency().ifPresent(it -> asked.and("currency = ?", it.getCurrencyCode()));
    of.region().map(RegionCode::code).ifPresent(it -> asked.and("region = ?", it));
    of.centreId().ifPresent(it -> asked.and("centre_id = ?", it));
    return asked;
  }

  /// Conditions with the values of their question marks.
  private static final class Asked {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Asked and(String condition, Object value) {
      conditions.add(condition);
      values.add(value);
      return this;
    }

    String sql() {
      return String.join(" and ", conditions);
    }
  }
}
