package org.planledger.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.RowSession;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.planledger.projections.processing.Rebuild;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What every view owes: it shows the same whether it followed the ledger, was folded anew, or got
/// every event twice, and that is what the plans and devices say of themselves.
///
/// @param <V> what the view shows
public abstract class ProjectionContract<V> {

  private final FollowedLedger followed;
  private final Projection projection;
  private final TransactionTemplate transactions;

  protected ProjectionContract(FollowedLedger followed, Projection projection) {
    this.followed = followed;
    this.projection = projection;
    this.transactions =
        new TransactionTemplate(
            new DataSourceTransactionManager(followed.ledger().database().application()));
  }

  /// All that the view shows, asked as its readers ask, in pages of so many rows where there are
  /// pages.
  protected abstract List<V> shown(int pageRows);

  /// All that it has to show, worked out from the histories without any view.
  protected abstract List<V> expected();

  @Test
  void it_shows_what_the_plans_say_of_themselves() {
    assertThat(shown(PageRequest.MAX_ROWS)).isNotEmpty();
    assertThat(differences(told(shown(PageRequest.MAX_ROWS)), told(expected()))).isEmpty();
  }

  @Test
  void it_shows_the_same_after_being_folded_anew_from_the_first_event() {
    for (int pageEvents : List.of(7, Rebuild.MAX_PAGE_EVENTS)) {
      long reached = ledger().rebuild(projection, pageEvents).run(_ -> {});
      assertThat(reached).isEqualTo(ledger().head());
      assertRowsAsWhenFollowed();
    }
  }

  @Test
  void it_shows_the_same_after_every_event_was_handled_twice() {
    clear(projection);
    fold(projection, ledger().events(), event -> List.of(event, event));
    assertRowsAsWhenFollowed();
    fold(projection, ledger().events(), List::of);
    assertRowsAsWhenFollowed();
  }

  @Test
  void its_pages_together_are_the_whole_list_in_one_order() {
    assertThat(shown(3)).isEqualTo(shown(PageRequest.MAX_ROWS));
  }

  protected final TestLedger ledger() {
    return followed.ledger();
  }

  protected final Stories stories() {
    return followed.stories();
  }

  protected final ServiceStories services() {
    return followed.services();
  }

  protected final JdbcClient jdbc() {
    return JdbcClient.create(followed.jdbc());
  }

  /// Where every view of the followed ledger stands.
  protected final ViewPosition position() {
    return ledger()::head;
  }

  /// Every row of a list, page by page.
  protected static <V> List<V> pages(int pageRows, Function<PageRequest, Page<V>> list) {
    var page = list.apply(PageRequest.first(pageRows));
    var all = new ArrayList<V>(page.rows());
    while (page.after().isPresent()) {
      assertThat(page.rows()).hasSize(pageRows);
      page = list.apply(new PageRequest(page.after(), pageRows));
      all.addAll(page.rows());
    }
    return all;
  }

  /// What rows say, in one order, but for the position that changed them last: a plan does not
  /// know it.
  protected static List<String> told(List<?> views) {
    return views.stream()
        .map(view -> view.toString().replaceFirst(", position=\\d+]$", "]"))
        .sorted()
        .toList();
  }

  protected final Projection projection() {
    return projection;
  }

  protected final void clear(Projection view) {
    transactions.executeWithoutResult(_ -> RowSession.clear(view, followed.jdbc()));
  }

  protected final void assertRowsAsWhenFollowed() {
    var now = followed.rows(projection);
    followed
        .rowsWhenFollowed(projection)
        .forEach(
            (table, live) ->
                assertThat(differences(now.getOrDefault(table, List.of()), live))
                    .as(table)
                    .isEmpty());
  }

  /// What only one of two lists has, with a sign that tells which.
  protected static List<String> differences(List<String> actual, List<String> expected) {
    var surplus = new ArrayList<>(actual);
    expected.forEach(surplus::remove);
    var lacking = new ArrayList<>(expected);
    actual.forEach(lacking::remove);
    return Stream.concat(
            surplus.stream().map(row -> "+ " + row), lacking.stream().map(row -> "- " + row))
        .toList();
  }

  protected final void fold(
      Projection view,
      List<? extends RecordedEvent<?>> events,
      Function<RecordedEvent<?>, List<RecordedEvent<?>>> times) {
    var handled = events.stream().map(times).flatMap(List::stream).toList();
    // Seven divides no pair: some sessions end between two handlings of one event.
    for (int from = 0; from < handled.size(); from += 7) {
      var batch = handled.subList(from, Math.min(from + 7, handled.size()));
      transactions.executeWithoutResult(
          _ -> {
            var session = new RowSession(view, followed.jdbc());
            batch.forEach(session::handle);
            session.flush();
          });
    }
  }
}
