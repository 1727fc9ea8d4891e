package org.planledger.projections.obligations;

import static org.planledger.projections.obligations.ObligationsTables.LOSSES;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks which devices are still to be sent in.
public final class ObligationsQueries {

  /// Which obligations: all that is left out does not matter.
  ///
  /// @param recoveredBefore found before this moment
  public record Filter(
      Optional<PlanId> plan,
      Optional<String> centreId,
      Optional<RegionCode> region,
      Optional<Instant> recoveredBefore) {

    public static Filter any() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  private static final Order<LossRow> BY_REPORT =
      Order.<LossRow>by().number("position", LossRow::position);

  private final JdbcClient jdbc;
  private final ViewPosition position;

  public ObligationsQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// Devices that were found and not sent in, in the order in which that was reported.
  public Page<ObligationView> list(Filter filter, PageRequest page) {
    var found =
        new Listing<>(
                "select " + LOSSES.columnNames() + " from " + LOSSES.name(),
                LOSSES::read,
                BY_REPORT)
            .where("recovered_at is not null")
            .whereIf("plan_id = ?", filter.plan().map(PlanId::value))
            .whereIf("centre_id = ?", filter.centreId())
            .whereIf("region = ?", filter.region().map(RegionCode::code))
            .whereIf("recovered_at < ?", filter.recoveredBefore())
            .page(jdbc, page);
    return new Page<>(found.rows().stream().map(LossRow::view).toList(), found.after());
  }
}
