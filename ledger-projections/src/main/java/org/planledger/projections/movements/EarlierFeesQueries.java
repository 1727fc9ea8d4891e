package org.planledger.projections.movements;

import static org.planledger.projections.movements.MovementsTables.MOVEMENTS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.projections.fold.Cells;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds, among all the fees that were quoted up to a position, the few that somebody asks about at
/// a later one. Looking a fee up takes as long as going over a dozen movements: whoever asks about
/// many is quicker if he goes over all of them by [#named].
public final class EarlierFeesQueries {

  private static final int ASKED_AT_ONCE = 500;
  private static final int PAGE_ROWS = 20_000;

  /// The sums, and an order that is made here, keep a database from going by positions instead of
  /// the ids or references that are asked for, page after page.
  private static final String AS_THEY_ARE = " and fee_position + 0 <= ? and position + 0 <= ?";

  private static final Comparator<FeeMovement> IN_ORDER =
      Comparator.comparingLong(FeeMovement::feePosition)
          .thenComparingLong(FeeMovement::position)
          .thenComparingInt(FeeMovement::number);

  private final JdbcClient jdbc;
  private final long quotedUpTo;
  private final long upTo;

  /// @param upTo the last position that is looked at
  EarlierFeesQueries(JdbcClient jdbc, long quotedUpTo, long upTo) {
    this.jdbc = jdbc;
    this.quotedUpTo = quotedUpTo;
    this.upTo = upTo;
  }

  /// How many movements there are of them, or will be.
  public long movements() {
    return jdbc.sql("select count(*) from movements_1 where fee_position <= ?")
        .param(quotedUpTo)
        .query(Long.class)
        .single();
  }

  /// The ids of those that something has happened to since.
  public List<String> movedSince() {
    return jdbc.sql(
            """
            select distinct fee_id from movements_1
            where position > ? and position <= ? and fee_position <= ?
            """)
        .params(quotedUpTo, upTo, quotedUpTo)
        .query(String.class)
        .list();
  }

  /// The ids of those that were paid under one of these references.
  public Set<String> paidUnder(Collection<String> references) {
    Set<String> found = new LinkedHashSet<>();
    for (var some : pieces(references)) {
      found.addAll(
          jdbc.sql(
                  "select fee_id from movements_1 where payment_reference in (%s)"
                          .formatted(marks(some))
                      + AS_THEY_ARE)
              .params(with(some, quotedUpTo, upTo))
              .query(String.class)
              .list());
    }
    return found;
  }

  /// The ids of those that have a name in common with somebody: their id, or the reference of a
  /// payment.
  public Set<String> named(Predicate<String> name) {
    Set<String> found = new LinkedHashSet<>();
    var last = new Named(0, 0, 0, "", "");
    List<Named> page;
    do {
      page = names(last);
      for (var each : page) {
        if (name.test(each.feeId())
            || (!each.reference().isEmpty() && name.test(each.reference()))) {
          found.add(each.feeId());
        }
        last = each;
      }
    } while (page.size() == PAGE_ROWS);
    return found;
  }

  private record Named(
      long feePosition, long position, int number, String feeId, String reference) {}

  private List<Named> names(Named after) {
    return jdbc.sql(
            """
            select fee_position, position, number, fee_id, payment_reference from movements_1
            where fee_position >= ? and (fee_position, position, number) > (?, ?, ?)
              and fee_position <= ?
            order by fee_position, position, number limit %d
            """
                .formatted(PAGE_ROWS))
        .params(
            after.feePosition(), after.feePosition(), after.position(), after.number(), quotedUpTo)
        .query(
            (row, _) -> {
              var reference = row.getString(5);
              return new Named(
                  row.getLong(1),
                  row.getLong(2),
                  row.getInt(3),
                  row.getString(4),
                  reference == null ? "" : reference);
            })
        .list();
  }

  /// Those of these ids with all their movements, some hundred at a time as the stream is consumed.
  public Stream<FeeMovementsView> of(Collection<String> feeIds) {
    return pieces(feeIds).stream().flatMap(some -> grouped(movements(some)).stream());
  }

  private List<FeeMovement> movements(List<String> feeIds) {
    return jdbc
        .sql(
            "select %s from %s where fee_id in (%s)"
                    .formatted(MOVEMENTS.columnNames(), MOVEMENTS.name(), marks(feeIds))
                + AS_THEY_ARE)
        .params(with(feeIds, quotedUpTo, upTo))
        .query((row, _) -> MOVEMENTS.read(new Cells(row)).movement())
        .list()
        .stream()
        .sorted(IN_ORDER)
        .toList();
  }

  private static List<FeeMovementsView> grouped(List<FeeMovement> movements) {
    List<FeeMovementsView> fees = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= movements.size(); i++) {
      if (i == movements.size()
          || movements.get(i).feePosition() != movements.get(from).feePosition()) {
        fees.add(new FeeMovementsView(movements.subList(from, i)));
        from = i;
      }
    }
    return fees;
  }

  private static List<List<String>> pieces(Collection<String> all) {
    var list = List.copyOf(all);
    List<List<String>> pieces = new ArrayList<>();
    for (int from = 0; from < list.size(); from += ASKED_AT_ONCE) {
      pieces.add(list.subList(from, Math.min(list.size(), from + ASKED_AT_ONCE)));
    }
    return pieces;
  }

  private static String marks(List<String> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private static List<Object> with(List<String> values, Object... more) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return all;
  }
}
