package org.planledger.projections.movements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.planledger.core.finance.accounts.GivenUp;
import org.planledger.projections.movements.MovementsQueries.StatementOf;
import org.planledger.projections.movements.StatementSums.Sum;
import org.planledger.projections.movements.StatementView.Flow;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes statements from sums of the movements. Where there are many keys, only the movements of
/// those on the page are looked at.
final class Statements {

  private final StatementBy by;
  private final StatementSums sums;
  private final Order<StatementView> order;

  Statements(JdbcClient jdbc, StatementOf of, List<GivenUp> givenUp) {
    this.by = of.by();
    this.sums = new StatementSums(jdbc, of, givenUp);
    this.order =
        by.many()
            ? Order.<StatementView>by().uuid(by.column(), row -> UUID.fromString(row.key()))
            : Order.<StatementView>by().text(by.column(), StatementView::key);
  }

  Page<StatementView> page(PageRequest request) {
    var after = request.after().map(place -> order.valuesAt(place).getFirst());
    if (by == StatementBy.MONTH) {
      var months =
          months().stream()
              .filter(month -> after.isEmpty() || month.key().compareTo((String) after.get()) > 0)
              .toList();
      return cut(months, request.rows());
    }
    if (!by.many()) {
      return cut(made(sums.between(after, Optional.empty())), request.rows());
    }
    var keys = sums.keys(after, request.rows() + 1);
    if (keys.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    return cut(made(sums.between(after, Optional.of(keys.getLast()))), request.rows());
  }

  private Page<StatementView> cut(List<StatementView> statements, int rows) {
    if (statements.size() <= rows) {
      return new Page<>(statements, Optional.empty());
    }
    var shown = statements.subList(0, rows);
    return new Page<>(shown, Optional.of(order.placeOf(shown.getLast())));
  }

  private static List<StatementView> made(Collection<Sum> sums) {
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
    for (var sum : sums.between(Optional.empty(), Optional.empty())) {
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
}
