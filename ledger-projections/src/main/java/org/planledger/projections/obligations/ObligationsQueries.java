package org.planledger.projections.obligations;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks what is owed across all plans: devices that are to be sent in, and money that is to be paid
/// back.
public final class ObligationsQueries {

  /// Which obligations: all that is left out does not matter.
  ///
  /// @param before owed since before this moment: found, or due back, before it
  /// @param settled whether it is settled already
  public record Filter(
      Optional<ObligationKind> kind,
      Optional<PlanId> plan,
      Optional<String> centreId,
      Optional<RegionCode> region,
      Optional<Instant> before,
      Optional<Boolean> settled) {

    public static Filter any() {
      return new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// Payments are followed by the view of the fees, and read where both stand side by side.
  private static final String OWED =
      """
      select * from (
        select 'RETURN_DEVICE' as kind, plan_id, case_id, device_id,
          cast(null as varchar(64)) as fee_id, cast(null as varchar(3)) as currency,
          cast(null as bigint) as due_minor, centre_id, region, recovered_at as since,
          returned_at as settled_at, recovered_position as opened_position
        from obligations_1%1$s o where recovered_position is not null %2$s
        union all
        select 'PAY_BACK' as kind, plan_id, case_id, cast(null as varchar(64)) as device_id,
          fee_id, currency, due_back_minor as due_minor, centre_id, region, due_back_at as since,
          case when due_back_minor = 0 then refunded_at end as settled_at,
          due_back_position as opened_position
        from fees_1%1$s f where due_back_position is not null %3$s
      ) r
      """;

  /// One event can make several payments of a case due back.
  private static final Order<ObligationView> BY_ORIGIN =
      Order.<ObligationView>by()
          .number("opened_position", ObligationView::openedPosition)
          .text("coalesce(fee_id, '')", row -> row.feeId().orElse(""));

  private final JdbcClient jdbc;
  private final ViewPosition position;

  /// @param position how far the obligations and the fees have both come
  public ObligationsQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// Obligations in the order in which they arose.
  public Page<ObligationView> list(Filter filter, PageRequest page) {
    return list(filter, AsOf.now(), page);
  }

  /// The same list as it was.
  public Page<ObligationView> list(Filter filter, AsOf asOf, PageRequest page) {
    var listing =
        listing(asOf)
            .whereIf("kind = ?", filter.kind())
            .whereIf("plan_id = ?", filter.plan().map(PlanId::value))
            .whereIf("centre_id = ?", filter.centreId())
            .whereIf("region = ?", filter.region().map(RegionCode::code))
            .whereIf("since < ?", filter.before());
    filter
        .settled()
        .ifPresent(is -> listing.where(is ? "settled_at is not null" : "settled_at is null"));
    return listing.page(jdbc, page);
  }

  private static Listing<ObligationView> listing(AsOf asOf) {
    return switch (asOf) {
      case AsOf.Now() ->
          new Listing<>(OWED.formatted("", "", ""), ObligationsQueries::obligation, BY_ORIGIN);
      case AsOf.Position(long at) ->
          new Listing<>(
              OWED.formatted(
                  "_past", "and " + Listing.wasCurrent("o"), "and " + Listing.wasCurrent("f")),
              List.of(at, at, at, at),
              ObligationsQueries::obligation,
              BY_ORIGIN);
    };
  }

  private static ObligationView obligation(Cells cells) throws SQLException {
    return new ObligationView(
        cells.constant("kind", ObligationKind.class),
        new PlanId(cells.uuid("plan_id")),
        new CaseId(cells.uuid("case_id")),
        cells.optionalText("device_id").map(DeviceId::new),
        cells.optionalText("fee_id"),
        due(cells),
        cells.text("centre_id"),
        new RegionCode(cells.text("region")),
        cells.moment("since"),
        cells.optionalMoment("settled_at"),
        cells.number("opened_position"));
  }

  private static Optional<Money> due(Cells cells) throws SQLException {
    var currency = cells.optionalText("currency");
    return currency.isEmpty()
        ? Optional.empty()
        : Optional.of(Money.of(cells.number("due_minor"), currency.get()));
  }
}
