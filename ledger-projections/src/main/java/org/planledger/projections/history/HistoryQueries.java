package org.planledger.projections.history;

import static org.planledger.projections.history.HistoryTables.HISTORY;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks what was recorded, across all plans.
public final class HistoryQueries {

  /// Which events: all that is left out does not matter.
  ///
  /// @param type the stable name of the event
  /// @param from recorded at this moment or later
  /// @param to recorded before this moment
  /// @param traceId recorded in this trace
  public record Filter(
      Optional<String> actor,
      Optional<String> client,
      Optional<String> type,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<PlanId> plan,
      Optional<DeviceId> device,
      Optional<String> traceId) {}

  private static final Order<HistoryView> BY_POSITION =
      Order.<HistoryView>by().number("position", HistoryView::position);

  private final JdbcClient jdbc;
  private final ViewPosition position;

  public HistoryQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// Events in the order in which they were committed. Moments of recording mostly follow that
  /// order, but neighbours can stand the other way round.
  ///
  /// @param asOf what had been recorded by then: a row of this list never changes, so its past is
  ///     where it began
  public Page<HistoryView> list(Filter filter, AsOf asOf, PageRequest page) {
    return new Listing<>(
            "select " + HISTORY.columnNames() + " from " + HISTORY.name(),
            HISTORY::read,
            BY_POSITION)
        .whereIf("actor = ?", filter.actor())
        .whereIf("client = ?", filter.client())
        .whereIf("type = ?", filter.type())
        .whereIf("recorded_at >= ?", filter.from())
        .whereIf("recorded_at < ?", filter.to())
        .whereIf("plan_id = ?", filter.plan().map(PlanId::value))
        .whereIf("device_id = ?", filter.device().map(DeviceId::value))
        .whereIf("trace_id = ?", filter.traceId())
        .whereIf("position <= ?", last(asOf))
        .page(jdbc, page);
  }

  private static Optional<Long> last(AsOf asOf) {
    return switch (asOf) {
      case AsOf.Now() -> Optional.empty();
      case AsOf.Position(long last) -> Optional.of(last);
    };
  }
}
