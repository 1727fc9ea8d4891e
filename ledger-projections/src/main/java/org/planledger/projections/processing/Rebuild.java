package org.planledger.projections.processing;

import static org.planledger.projections.processing.LedgerPages.await;

import java.util.List;
import javax.sql.DataSource;
import org.planledger.core.axon.EventDecoder;
import org.planledger.core.store.LedgerEvents;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.RowSession;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Folds views from the first event by reading the ledger page by page, which is much faster than
/// following it; several views share the reading. The handlers are the same, so the outcome is
/// too: the order of positions is the order of commits. While a page is folded the next one is
/// read and decoded.
///
/// The views must not be followed by processors meanwhile; afterwards [ViewProcessors#adopt] lets
/// each go on from where this ended.
public final class Rebuild {

  /// The most events that are read at a time.
  public static final int MAX_PAGE_EVENTS = LedgerPages.MAX_EVENTS;

  /// How many rows and streams are kept in memory, of all views together, before a view lets its
  /// share go.
  private static final int HELD_AT_MOST = 400_000;

  /// Told how far the view has come, in the transaction that stores its rows.
  @FunctionalInterface
  public interface Progress {
    void reached(long position);
  }

  private final List<Projection> projections;
  private final LedgerPages pages;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  /// Of one view.
  public Rebuild(
      Projection projection,
      LedgerEvents events,
      EventDecoder decoder,
      DataSource dataSource,
      int pageEvents) {
    this(List.of(projection), events, decoder, dataSource, pageEvents);
  }

  /// Of several views in one pass.
  ///
  /// @param pageEvents how many events are read, folded and stored at a time
  public Rebuild(
      List<Projection> projections,
      LedgerEvents events,
      EventDecoder decoder,
      DataSource dataSource,
      int pageEvents) {
    this.projections = List.copyOf(projections);
    this.pages = new LedgerPages(events, decoder, pageEvents);
    this.jdbc = new JdbcTemplate(dataSource);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /// Empties the views and folds them from the first event up to the head of the ledger.
  ///
  /// @return the position it has come to
  public long run(Progress progress) {
    transactions.executeWithoutResult(
        _ -> {
          projections.forEach(projection -> RowSession.clear(projection, jdbc));
          progress.reached(0);
        });
    return resume(0, progress);
  }

  /// Goes on after a position that an earlier run has reached, up to the head of the ledger.
  ///
  /// @return the position it has come to
  long resume(long position, Progress progress) {
    var sessions = projections.stream().map(view -> new RowSession(view, jdbc)).toList();
    long reached = position;
    var next = pages.after(reached);
    for (var page = await(next); page.isPresent(); page = await(next)) {
      reached = page.get().last();
      next = pages.after(reached);
      fold(page.get(), sessions, progress);
    }
    return reached;
  }

  private void fold(LedgerPages.Page page, List<RowSession> sessions, Progress progress) {
    for (var session : sessions) {
      // A stream that begins in this page cannot have rows yet, since the view was empty before.
      session.expect(page.places(), true);
      page.events().forEach(session::handle);
    }
    transactions.executeWithoutResult(
        _ -> {
          sessions.forEach(RowSession::flush);
          progress.reached(page.last());
        });
    sessions.stream()
        .filter(session -> session.load().held() > HELD_AT_MOST / sessions.size())
        .forEach(RowSession::forget);
  }
}
