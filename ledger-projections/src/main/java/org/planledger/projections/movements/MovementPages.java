package org.planledger.projections.movements;

import static org.planledger.projections.movements.MovementsTables.MOVEMENTS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads very many movements, a page at a time, each from where the one before ended. No cursor and
/// no transaction stay open, so that a slow reader keeps nobody waiting, and a rebuild may change
/// the tables between two pages: the rows of a span are the same in either set.
final class MovementPages {

  private static final int PAGE_ROWS = 5_000;

  private MovementPages() {}

  static Stream<FeeMovement> byPosition(JdbcClient jdbc, Span span) {
    return stream(
        new Pages(
            last ->
                page(
                    jdbc,
                    "position >= ? and (position, number) > (?, ?) and position <= ?",
                    "position, number",
                    last == null ? span.after() + 1 : last.position(),
                    last == null ? span.after() + 1 : last.position(),
                    last == null ? 0 : last.number(),
                    span.upTo()),
            _ -> true));
  }

  /// The order is that of the fees, and a fee that is quoted in a span may have been moved after
  /// it: positions are looked at here, so that no database is led to go by them and to sort what it
  /// finds, page after page.
  ///
  /// @param quotedAfter only fees that were quoted after this position
  static Stream<FeeMovementsView> byFee(JdbcClient jdbc, long quotedAfter, Span span) {
    return stream(
        new Fees(
            new Pages(
                last ->
                    page(
                        jdbc,
                        "fee_position >= ? and (fee_position, position, number) > (?, ?, ?)"
                            + " and fee_position <= ?",
                        "fee_position, position, number",
                        last == null ? quotedAfter + 1 : last.feePosition(),
                        last == null ? quotedAfter + 1 : last.feePosition(),
                        last == null ? 0 : last.position(),
                        last == null ? 0 : last.number(),
                        span.upTo()),
                movement ->
                    movement.position() > span.after() && movement.position() <= span.upTo())));
  }

  private static List<FeeMovement> page(
      JdbcClient jdbc, String condition, String order, Object... values) {
    return jdbc.sql(
            "select %s from %s where %s order by %s limit %d"
                .formatted(MOVEMENTS.columnNames(), MOVEMENTS.name(), condition, order, PAGE_ROWS))
        .params(values)
        .query((result, _) -> MOVEMENTS.read(new Cells(result)).movement())
        .list();
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            iterator, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }

  /// Movements, page after page.
  private static final class Pages implements Iterator<FeeMovement> {

    private final Function<@Nullable FeeMovement, List<FeeMovement>> next;
    private final Predicate<FeeMovement> asked;
    private final Deque<FeeMovement> inHand = new ArrayDeque<>();
    private @Nullable FeeMovement last;
    private boolean more = true;

    /// @param next reads the page after a movement; the first page after none
    /// @param asked whether a movement of a page is asked for
    Pages(Function<@Nullable FeeMovement, List<FeeMovement>> next, Predicate<FeeMovement> asked) {
      this.next = next;
      this.asked = asked;
    }

    @Override
    public boolean hasNext() {
      while (inHand.isEmpty() && more) {
        var page = next.apply(last);
        more = page.size() == PAGE_ROWS;
        last = more ? page.getLast() : null;
        page.stream().filter(asked).forEach(inHand::add);
      }
      return !inHand.isEmpty();
    }

    @Override
    public FeeMovement next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return inHand.remove();
    }
  }

  /// The movements of one fee at a time.
  private static final class Fees implements Iterator<FeeMovementsView> {

    private final Pages movements;
    private @Nullable FeeMovement first;

    Fees(Pages movements) {
      this.movements = movements;
    }

    @Override
    public boolean hasNext() {
      return first != null || movements.hasNext();
    }

    @Override
    public FeeMovementsView next() {
      var movement = first == null ? movements.next() : first;
      first = null;
      var ofFee = new ArrayList<>(List.of(movement));
      while (first == null && movements.hasNext()) {
        var following = movements.next();
        if (following.feePosition() == movement.feePosition()) {
          ofFee.add(following);
        } else {
          first = following;
        }
      }
      return new FeeMovementsView(ofFee);
    }
  }
}
