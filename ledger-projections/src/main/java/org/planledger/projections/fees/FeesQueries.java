package org.planledger.projections.fees;

import static org.planledger.projections.fees.FeesTables.FEES;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks for fees across all plans.
public final class FeesQueries {

  /// Which fees: all that is left out does not matter.
  ///
  /// @param quotedFrom quoted at this moment or later
  /// @param quotedTo quoted before this moment
  public record Filter(
      Optional<PlanId> plan,
      Optional<CaseId> theCase,
      Optional<FeeStatus> status,
      Optional<FeePurpose> purpose,
      Optional<RegionCode> region,
      Optional<Currency> currency,
      Optional<Boolean> sample,
      Optional<String> paymentReference,
      Optional<Instant> quotedFrom,
      Optional<Instant> quotedTo) {

    public static Filter any() {
      return new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static final Order<FeeRow> BY_QUOTE =
      Order.<FeeRow>by().number("quoted_position", row -> row.quote().position());

  private final JdbcClient jdbc;
  private final ViewPosition position;

  public FeesQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// Every fee of one plan, in the order in which they were quoted.
  public List<FeeView> ofPlan(PlanId plan) {
    return listing(AsOf.now()).where("plan_id = ?", plan.value()).all(jdbc).stream()
        .map(FeeRow::view)
        .toList();
  }

  /// Fees of all plans, in the order in which they were quoted.
  public Page<FeeView> list(Filter filter, PageRequest page) {
    return list(filter, AsOf.now(), page);
  }

  /// The same list as it was.
  public Page<FeeView> list(Filter filter, AsOf asOf, PageRequest page) {
    var found =
        listing(asOf)
            .whereIf("plan_id = ?", filter.plan().map(PlanId::value))
            .whereIf("case_id = ?", filter.theCase().map(CaseId::value))
            .whereIf("status = ?", filter.status())
            .whereIf("purpose = ?", filter.purpose())
            .whereIf("region = ?", filter.region().map(RegionCode::code))
            .whereIf("currency = ?", filter.currency().map(Currency::getCurrencyCode))
            .whereIf("sample = ?", filter.sample())
            .whereIf("payment_reference = ?", filter.paymentReference())
            .whereIf("quoted_at >= ?", filter.quotedFrom())
            .whereIf("quoted_at < ?", filter.quotedTo())
            .page(jdbc, page);
    return new Page<>(found.rows().stream().map(FeeRow::view).toList(), found.after());
  }

  private Listing<FeeRow> listing(AsOf asOf) {
    return Listing.of(FEES, BY_QUOTE, asOf, position);
  }
}
