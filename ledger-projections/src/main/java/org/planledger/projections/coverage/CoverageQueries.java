package org.planledger.projections.coverage;

import static org.planledger.projections.coverage.CoverageTables.WINDOWS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks for the windows of plans.
public final class CoverageQueries {

  /// Which windows: all that is left out does not matter.
  ///
  /// @param covering a day that lies inside; a forfeited reward covers no day
  /// @param endingFrom the first day on which it may end, which is the first one not covered; with
  ///     a plan that was returned or left it ends early
  /// @param endingBefore the day before which it must end
  public record Filter(
      Optional<Service> service,
      Optional<Part> part,
      Optional<LocalDate> covering,
      Optional<LocalDate> endingFrom,
      Optional<LocalDate> endingBefore) {}

  private static final Order<CoverageRow> BY_END =
      Order.<CoverageRow>by()
          .day("ends_on", CoverageRow::endsOn)
          .uuid("plan_id", row -> row.planId().value())
          .text("service", row -> row.service().name())
          .text("part", CoverageTables::partOf);

  private final JdbcClient jdbc;
  private final ViewPosition position;

  public CoverageQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// Every window of one plan, those that end first at the top; empty ones are among them.
  public List<CoverageView> ofPlan(PlanId plan) {
    return listing(AsOf.now()).where("plan_id = ?", plan.value()).all(jdbc).stream()
        .map(CoverageRow::view)
        .toList();
  }

  /// Windows of all plans that contain a day at all, those that end first at the top.
  public Page<CoverageView> list(Filter filter, PageRequest page) {
    return list(filter, AsOf.now(), page);
  }

  /// The same list as it was.
  public Page<CoverageView> list(Filter filter, AsOf asOf, PageRequest page) {
    var listing =
        listing(asOf)
            .where("from_on < ends_on")
            .whereIf("service = ?", filter.service())
            .whereIf("part = ?", filter.part().map(Part::code))
            .whereIf("ends_on >= ?", filter.endingFrom())
            .whereIf("ends_on < ?", filter.endingBefore());
    filter
        .covering()
        .ifPresent(
            day ->
                listing
                    .where("from_on <= ? and ends_on > ?", day, day)
                    .where("(reward is null or reward <> ?)", RewardState.FORFEITED));
    var found = listing.page(jdbc, page);
    return new Page<>(found.rows().stream().map(CoverageRow::view).toList(), found.after());
  }

  private Listing<CoverageRow> listing(AsOf asOf) {
    return Listing.of(WINDOWS, BY_END, asOf, position).where("not undone");
  }
}
