package org.planledger.projections.plans;

import static org.planledger.projections.plans.PlansTables.PLANS;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks for plans.
public final class PlansQueries {

  /// Which plans: all that is left out does not matter.
  ///
  /// @param model the model of the device that the plan covers now
  /// @param device the device that the plan covers now
  /// @param service the name of a service as it is counted, such as `REPLACEMENT` or `FLYAWAY`
  /// @param availableAtLeast how many uses of that service are left at least; a service without a
  ///     limit always has enough, and a plan that was returned or left has nothing
  public record Filter(
      Optional<PlanStatus> status,
      Optional<RegionCode> region,
      Optional<ModelCode> model,
      Optional<Edition> edition,
      Optional<DeviceId> device,
      Optional<String> service,
      Optional<Integer> availableAtLeast) {

    public Filter {
      if (availableAtLeast.isPresent() && service.isEmpty()) {
        throw new IllegalArgumentException("at least so many of which service?");
      }
    }

    public static Filter any() {
      return new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static final Order<PlanRow> BY_ID =
      Order.<PlanRow>by().uuid("plan_id", row -> row.planId().value());

  /// The same as [PlanRow#statusOn], where the day is the parameter.
  private static final String STATUS =
      """
      case when ended_as is not null then ended_as
        when device_id is null then 'PURCHASED'
        when until_on <= ? then 'EXPIRED'
        when not extended_warranty and replacements_used >= replacements_total
          and discounts_used >= discounts_total and maintenance_used >= maintenance_total
          then 'COMPLETED'
        else 'ACTIVE' end
      """;

  /// What is left is counted by another view, and read where both stand side by side.
  private static final String ENTITLED =
      """
      exists (select 1 from entitlement_1%s e where e.plan_id = r.plan_id and e.service = ?
        and (e.available is null or e.available >= ?) and not e.ended %s)
      """;

  private final JdbcClient jdbc;
  private final ViewPosition position;

  /// @param position how far the list of plans and the entitlements have both come
  public PlansQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// One plan as it is on a day; none if it was never sold, or not seen yet.
  public Optional<PlanView> plan(PlanId plan, LocalDate day) {
    return listing(AsOf.now()).where("plan_id = ?", plan.value()).all(jdbc).stream()
        .map(row -> row.view(day))
        .findFirst();
  }

  /// Plans as they are on a day, in the order of their ids.
  public Page<PlanView> list(Filter filter, LocalDate day, PageRequest page) {
    return list(filter, day, AsOf.now(), page);
  }

  /// The same list as it was.
  public Page<PlanView> list(Filter filter, LocalDate day, AsOf asOf, PageRequest page) {
    var listing =
        listing(asOf)
            .whereIf("region = ?", filter.region().map(RegionCode::code))
            .whereIf("model = ?", filter.model().map(ModelCode::code))
            .whereIf("edition = ?", filter.edition().map(Edition::id))
            .whereIf("device_id = ?", filter.device().map(DeviceId::value));
    filter.status().ifPresent(status -> listing.where("(" + STATUS + ") = ?", day, status));
    filter
        .service()
        .ifPresent(
            service -> entitled(listing, asOf, service, filter.availableAtLeast().orElse(1)));
    var found = listing.page(jdbc, page);
    return new Page<>(found.rows().stream().map(row -> row.view(day)).toList(), found.after());
  }

  private static void entitled(
      Listing<PlanRow> listing, AsOf asOf, String service, int availableAtLeast) {
    switch (asOf) {
      case AsOf.Now() -> listing.where(ENTITLED.formatted("", ""), service, availableAtLeast);
      case AsOf.Position(long at) ->
          listing.where(
              ENTITLED.formatted("_past", "and " + Listing.wasCurrent("e")),
              service,
              availableAtLeast,
              at,
              at);
    }
  }

  private Listing<PlanRow> listing(AsOf asOf) {
    return Listing.of(PLANS, BY_ID, asOf, position);
  }
}
