package org.planledger.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.PlanHistory;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.PageRequest;

/// What a view owes beyond its contract if it keeps what its rows were: its list as of a position
/// is the list that was there when the event at that position was the last.
///
/// @param <V> what the view shows
public abstract class PastContract<V> extends ProjectionContract<V> {

  /// The seed of the positions; a failure is repeated by setting it.
  private static final String SEED = "planledger.seed";

  private static final int POSITIONS = 12;

  private final long seed = Long.getLong(SEED, System.nanoTime());

  protected PastContract(FollowedLedger followed, Projection projection) {
    super(followed, projection);
  }

  /// All that the view shows of a position or of now, in pages of so many rows.
  protected abstract List<V> shown(AsOf asOf, int pageRows);

  /// All that it has to show, worked out from histories without the view.
  ///
  /// @param asOf until when the histories go
  protected abstract List<V> expected(List<PlanHistory> plans, AsOf asOf);

  /// Other views whose rows the list reads beside its own.
  protected List<Projection> readBeside() {
    return List.of();
  }

  @Override
  protected final List<V> shown(int pageRows) {
    return shown(AsOf.now(), pageRows);
  }

  @Override
  protected final List<V> expected() {
    return expected(ledger().plans(), AsOf.now());
  }

  @Test
  void what_it_shows_of_the_past_is_what_the_plans_say_of_themselves_until_then() {
    for (long position : positions()) {
      var asOf = AsOf.position(position);
      assertThat(
              differences(
                  told(shown(asOf, PageRequest.MAX_ROWS)),
                  told(expected(ledger().plansAt(position), asOf))))
          .as("at %d, seed %d", position, seed)
          .isEmpty();
    }
  }

  @Test
  void the_pages_of_the_past_together_are_the_whole_list_in_one_order() {
    for (long position : positions()) {
      var asOf = AsOf.position(position);
      assertThat(shown(asOf, 7))
          .as("at %d, seed %d", position, seed)
          .isEqualTo(shown(asOf, PageRequest.MAX_ROWS));
    }
  }

  @Test
  void at_the_head_it_shows_of_the_past_what_it_shows_of_now() {
    assertThat(shown(AsOf.position(ledger().head()), 10)).isEqualTo(shown(10));
  }

  @Test
  void what_it_shows_of_the_past_is_row_by_row_the_list_that_was_there() {
    var views = Stream.concat(Stream.of(projection()), readBeside().stream()).toList();
    for (long position : List.of(ledger().head() / 10, ledger().head() / 2)) {
      var past = shown(AsOf.position(position), 10);
      var before = ledger().events().subList(0, (int) position);
      var after = ledger().events().subList((int) position, (int) ledger().head());
      views.forEach(this::clear);
      views.forEach(view -> fold(view, before, List::of));
      assertThat(shown(10)).as("at %d", position).isEqualTo(past).isNotEmpty();
      views.forEach(view -> fold(view, after, List::of));
      assertRowsAsWhenFollowed();
    }
  }

  private List<Long> positions() {
    var random = new Random(seed);
    long head = ledger().head();
    return LongStream.concat(LongStream.of(1, head), random.longs(1, head + 1).limit(POSITIONS))
        .boxed()
        .toList();
  }
}
