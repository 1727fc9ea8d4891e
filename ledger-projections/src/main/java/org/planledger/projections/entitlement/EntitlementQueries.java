package org.planledger.projections.entitlement;

import static org.planledger.projections.entitlement.EntitlementTables.ENTITLEMENTS;

import java.util.List;
import java.util.Optional;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks what is left of the services of plans.
public final class EntitlementQueries {

  /// Which entitlements: all that are left out do not matter.
  ///
  /// @param availableAtLeast how many are left at least; a service without a limit always has
  ///     enough, and a plan that was returned or left has nothing
  public record Filter(Optional<EntitledService> service, Optional<Integer> availableAtLeast) {}

  private static final Order<EntitlementView> BY_PLAN =
      Order.<EntitlementView>by()
          .uuid("plan_id", row -> row.planId().value())
          .text("service", row -> row.service().name());

  private final JdbcClient jdbc;
  private final ViewPosition position;

  public EntitlementQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// Every service of one plan; none if the plan was never sold, or not seen yet.
  public List<EntitlementView> ofPlan(PlanId plan) {
    return listing(AsOf.now()).where("plan_id = ?", plan.value()).all(jdbc);
  }

  /// Entitlements of all plans, in the order of the plans. It is counted only: whether the days of
  /// a service are over depends on the day, and is for the coverage to say.
  public Page<EntitlementView> list(Filter filter, PageRequest page) {
    return list(filter, AsOf.now(), page);
  }

  /// The same list as it was.
  public Page<EntitlementView> list(Filter filter, AsOf asOf, PageRequest page) {
    return listing(asOf)
        .whereIf("service = ?", filter.service())
        .whereIf("(available is null or available >= ?) and not ended", filter.availableAtLeast())
        .page(jdbc, page);
  }

  private Listing<EntitlementView> listing(AsOf asOf) {
    return Listing.of(ENTITLEMENTS, BY_PLAN, asOf, position);
  }
}
