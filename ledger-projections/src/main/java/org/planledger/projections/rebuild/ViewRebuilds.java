package org.planledger.projections.rebuild;

import static org.planledger.projections.processing.LedgerPages.await;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.planledger.core.axon.EventDecoder;
import org.planledger.core.store.LedgerEvents;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.RowSession;
import org.planledger.projections.processing.LedgerPages;
import org.planledger.projections.processing.Reach;
import org.planledger.projections.processing.StoredPositions;
import org.planledger.projections.rebuild.RebuildProgress.Phase;
import org.planledger.projections.sets.LiveSets;
import org.planledger.projections.sets.TableSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Builds a view anew from the first event, in the set of its tables that is not live, while the
/// live one is read and follows the ledger; compares the two; and has them change places.
///
/// The live view may be held for the short moments in which what is new to it is folded into the
/// other set as well: then both have seen the same events of every stream. Since the places in the
/// ledger are those of the view, and not of a set, whoever followed it goes on as if nothing had
/// happened, in this process and in others.
public final class ViewRebuilds {

  /// From here on the rest is folded while the live view is held.
  private static final long NEAR_EVENTS = 1000;

  /// A view that follows the ledger more quickly than it can be folded is held after so many tries.
  private static final int ROUNDS = 20;

  /// How many rows and streams are kept in memory before they are let go.
  private static final long HELD_AT_MOST = 400_000;

  private final Map<String, Projection> views = new LinkedHashMap<>();
  private final LiveSets sets;
  private final SpareSets spares;
  private final StoredPositions positions;
  private final LedgerPages pages;
  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final TransactionTemplate ownTransactions;

  /// @param dataSource connects as the application's user, with auto-commit on
  /// @param node names this process among all that share the database
  /// @param pageEvents how many events are read, folded and stored at a time
  public ViewRebuilds(
      List<Projection> views,
      LedgerEvents events,
      EventDecoder decoder,
      DataSource dataSource,
      String node,
      int pageEvents,
      InstantSource clock) {
    views.forEach(view -> this.views.put(view.name(), view));
    this.sets = new LiveSets(dataSource, views);
    this.jdbc = JdbcClient.create(dataSource);
    this.spares = new SpareSets(jdbc, node, clock);
    this.positions = new StoredPositions(jdbc);
    this.pages = new LedgerPages(events, decoder, pageEvents);
    this.dataSource = dataSource;
    var manager = new DataSourceTransactionManager(dataSource);
    this.transactions = new TransactionTemplate(manager);
    this.ownTransactions = new TransactionTemplate(manager);
    this.ownTransactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// The names of the views that can be built, with their versions.
  public List<String> names() {
    return List.copyOf(views.keySet());
  }

  /// How each view stands.
  public List<ViewStanding> standings() {
    return views.values().stream().map(this::standing).toList();
  }

  private ViewStanding standing(Projection view) {
    var standing = spares.standing(view.name());
    long rows =
        view.tables().stream()
            .map(table -> "select count(*) from " + standing.live().nameOf(table.name()))
            .mapToLong(count -> jdbc.sql(count).query(Long.class).single())
            .sum();
    return new ViewStanding(
        view.name(),
        standing.live(),
        standing.switches(),
        standing.spare(),
        standing.sparePosition(),
        rows);
  }

  /// Builds a view anew and compares it.
  ///
  /// @param rebuild names this one among all
  /// @param switching whether it is to take the place of the live one
  /// @param keeping whether the set that is not live in the end keeps its rows
  /// @throws RebuildRefusedException if that cannot be done, or was to stop; the live view is as it
  ///     was
  public RebuildOutcome run(
      String view, UUID rebuild, boolean switching, boolean keeping, RebuildProgress progress) {
    var projection = views.get(view);
    if (projection == null) {
      throw new IllegalArgumentException("there is no view " + view + " but " + views.keySet());
    }
    spares.claim(view, rebuild);
    try {
      return new Run(projection, rebuild, progress).toTheEnd(switching, keeping);
    } finally {
      spares.release(view, rebuild);
    }
  }

  /// One building of one view.
  private final class Run {
    private final Projection view;
    private final String name;
    private final UUID id;
    private final RebuildProgress progress;
    private final TableSet spare;
    private final RowSession session;
    private Reach reached = Reach.nothing();

    private Run(Projection view, UUID id, RebuildProgress progress) {
      this.view = view;
      this.name = view.name();
      this.id = id;
      this.progress = progress;
      // Nobody but whoever has claimed the view changes which set is live.
      this.spare = spares.standing(name).live().other();
      this.session = new RowSession(view, sets.on(name, spare));
    }

    private RebuildOutcome toTheEnd(boolean switching, boolean keeping) {
      clear();
      catchUp(Phase.FOLDING);
      long deadLetters = deadLetters();
      RebuildOutcome compared;
      try (var snapshot = snapshot()) {
        long position = reached.lowest();
        var result = compare(snapshot);
        compared =
            new RebuildOutcome(
                position,
                snapshot.rows(),
                result.differences(),
                result.first(),
                switching,
                switching ? spare : spare.other(),
                deadLetters);
      }
      if (switching) {
        catchUp(Phase.SWITCHING);
        switchOver();
      }
      if (!keeping) {
        clear(switching ? spare.other() : spare);
      }
      return compared;
    }

    private void clear() {
      clear(spare);
    }

    private void clear(TableSet set) {
      transactions.executeWithoutResult(
          _ -> {
            RowSession.clear(view, sets.on(name, set));
            spares.note(name, id, Spare.EMPTY, 0);
          });
    }

    /// Folds what the live view has folded, until little is left.
    private void catchUp(Phase phase) {
      for (int round = 0; round < ROUNDS; round++) {
        var live = liveReach();
        if (live.highest() - live.newAfter(reached) <= NEAR_EVENTS && round > 0) {
          return;
        }
        fold(live, phase, true);
      }
    }

    private Reach liveReach() {
      var live = positions.reachOf(name);
      if (!live.isAfter(reached)) {
        throw new RebuildRefusedException(
            "%s was put back to the start meanwhile; begin again.".formatted(name));
      }
      return live;
    }

    /// Folds the events that one reach covers and the one so far does not.
    ///
    /// @param noting whether to note after each page how far it is; not while the view is held
    private void fold(Reach to, Phase phase, boolean noting) {
      var from = reached;
      long end = to.highest();
      long at = to.newAfter(from);
      var next = page(from, to, at);
      for (var page = await(next); page.isPresent(); page = await(next)) {
        requireGoingOn();
        at = page.get().last();
        next = page(from, to, at);
        store(page.get(), noting);
        progress.reached(phase, at, end);
      }
      reached = to;
    }

    private CompletableFuture<Optional<LedgerPages.Page>> page(Reach from, Reach to, long after) {
      return pages.after(
          after,
          to.highest(),
          row ->
              row.position() > from.of(row.streamId()) && row.position() <= to.of(row.streamId()));
    }

    private void store(LedgerPages.Page page, boolean noting) {
      // A stream that begins in this page has no rows yet, since the set was empty.
      session.expect(page.places(), true);
      for (var event : page.events()) {
        try {
          session.handle(event);
        } catch (RuntimeException e) {
          throw new RebuildRefusedException(
              "%s cannot digest the event at position %d (%s): %s"
                  .formatted(name, event.position(), event.type(), e.getMessage()),
              e);
        }
      }
      transactions.executeWithoutResult(
          _ -> {
            session.flush();
            if (noting) {
              spares.note(name, id, Spare.PARTIAL, page.last());
            }
          });
      if (session.load().held() > HELD_AT_MOST) {
        session.forget();
      }
    }

    /// Both sets at a moment at which they have seen the same events. The live view is held until
    /// it has been taken.
    private Snapshot snapshot() {
      var taken =
          transactions.execute(
              _ -> {
                requireLive();
                ownTransactions.executeWithoutResult(
                    _ -> fold(liveReach(), Phase.COMPARING, false));
                var tables =
                    view.tables().stream().flatMap(table -> table.stored().stream()).toList();
                return new Snapshot(dataSource, tables, spare.other());
              });
      return Objects.requireNonNull(taken);
    }

    private TableComparison.Result compare(Snapshot snapshot) {
      spares.note(name, id, Spare.REBUILT, reached.lowest());
      progress.reached(Phase.COMPARING, 0, snapshot.rows());
      var rows = new long[] {0, 0};
      return snapshot.compare(
          read -> {
            rows[0] += read;
            progress.reached(Phase.COMPARING, rows[0], snapshot.rows());
            requireGoingOn();
            if (rows[0] - rows[1] >= 50_000) {
              rows[1] = rows[0];
              spares.note(name, id, Spare.REBUILT, reached.lowest());
            }
          });
    }

    /// The last events, the pointer and the dead letters change together.
    private void switchOver() {
      transactions.executeWithoutResult(
          _ -> {
            requireLive();
            fold(liveReach(), Phase.SWITCHING, false);
            spares.switchTo(spare, name, id, reached.lowest());
            // What was in them has been folded.
            jdbc.sql("delete from dead_letter where processing_group = ?").param(name).update();
          });
    }

    private void requireLive() {
      if (sets.heldAlone(name) != spare.other()) {
        throw new RebuildRefusedException(
            "%s was switched by another process meanwhile; begin again.".formatted(name));
      }
    }

    private long deadLetters() {
      return jdbc.sql("select count(*) from dead_letter where processing_group = ?")
          .param(name)
          .query(Long.class)
          .single();
    }

    private void requireGoingOn() {
      if (progress.ending()) {
        throw new RebuildRefusedException(
            "The program ended before %s was built; begin again.".formatted(name));
      }
    }
  }
}
