package org.planledger.projections.movements;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.finance.accounts.GivenUp;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.movements.MovementsQueries.StatementOf;
import org.planledger.projections.movements.StatementView.Flow;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What movements come to for each key of a statement, together with what was given up.
final class StatementSums {

  /// How many movements of a plan or a case are expected when the keys of a page are read; if there
  /// are more, more are read.
  private static final int USUAL_MOVEMENTS = 8;

  private final JdbcClient jdbc;
  private final StatementOf of;
  private final List<GivenUp> givenUp;

  StatementSums(JdbcClient jdbc, StatementOf of, List<GivenUp> givenUp) {
    this.jdbc = jdbc;
    this.of = of;
    this.givenUp = givenUp.stream().filter(this::isAskedFor).toList();
  }

  /// One currency of one key: what its movements come to before and within what is asked for.
  record Sum(String key, Currency currency, Flow before, Flow within) {

    private static Sum of(String key, Currency currency, Flow flow, boolean early) {
      return new Sum(key, currency, early ? flow : Flow.nothing(), early ? Flow.nothing() : flow);
    }

    private Sum plus(Sum other) {
      return new Sum(key, currency, before.plus(other.before), within.plus(other.within));
    }

    StatementView.Line line() {
      return new StatementView.Line(currency, before.owedMinor(), within);
    }
  }

  private record Place(String key, Currency currency) {}

  /// The first keys after one, and no more than so many. Whatever was given up was quoted before,
  /// so the movements have every key but that of a month.
  List<Object> keys(Optional<Object> after, int number) {
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

  /// The sums of all keys after one and up to another one, in the order of the database; a month
  /// in which nothing moved and something was given up stands at the end.
  Collection<Sum> between(Optional<Object> after, Optional<Object> last) {
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
    return withGivenUp(rows);
  }

  private Collection<Sum> withGivenUp(List<Sum> rows) {
    Map<Place, Sum> sums = new LinkedHashMap<>();
    rows.forEach(row -> sums.merge(new Place(row.key(), row.currency()), row, Sum::plus));
    for (var each : givenUp) {
      var sum = Sum.of(key(each), each.currency(), Flow.writtenOff(each.minor()), isEarly(each));
      var place = new Place(sum.key(), sum.currency());
      if (of.by() == StatementBy.MONTH || sums.containsKey(place)) {
        sums.merge(place, sum, Sum::plus);
      }
    }
    return sums.values();
  }

  private String key(GivenUp each) {
    return switch (of.by()) {
      case PLAN -> each.quote().planId().toString();
      case CASE -> each.quote().caseId().toString();
      case REGION -> each.quote().region().code();
      case CENTRE -> each.quote().centreId();
      case MONTH -> each.postedMonth();
    };
  }

  private boolean isAskedFor(GivenUp each) {
    return each.position() <= of.span().upTo()
        && of.to().filter(day -> !each.postedOn().isBefore(day)).isEmpty()
        && of.currency().filter(it -> !it.equals(each.currency())).isEmpty()
        && of.region().filter(it -> !it.equals(each.quote().region())).isEmpty()
        && of.centreId().filter(it -> !it.equals(each.quote().centreId())).isEmpty();
  }

  private boolean isEarly(GivenUp each) {
    return each.position() <= of.span().after()
        || of.from().filter(each.postedOn()::isBefore).isPresent();
  }

  private Sum sum(Cells cells) throws SQLException {
    return Sum.of(
        of.by().many() ? cells.uuid("key_").toString() : cells.text("key_"),
        Currency.getInstance(cells.text("currency")),
        Flow.of(cells.constant("kind", MovementKind.class), cells.number("sum_minor")),
        cells.flag("early"));
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
