package org.planledger.projections.casework;

import static org.planledger.projections.casework.CaseworkTables.CASES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Stage;
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

/// Asks for cases across all plans.
public final class CaseworkQueries {

  /// Which cases: all that is left out does not matter.
  ///
  /// @param dueBefore a day before which the last day of a running deadline must lie
  /// @param open whether the case is still open
  public record Filter(
      Optional<String> centreId,
      Optional<Stage> stage,
      Optional<CaseType> type,
      Optional<RegionCode> region,
      Optional<LocalDate> dueBefore,
      Optional<Party> waitsFor,
      Optional<Boolean> open) {}

  private static final Order<CaseRow> BY_DUE_DAY =
      Order.<CaseRow>by()
          .day("order_on", CaseRow::orderOn)
          .uuid("case_id", row -> row.caseId().value())
          .uuid("plan_id", row -> row.planId().value());

  private final JdbcClient jdbc;
  private final ViewPosition position;

  public CaseworkQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// One case of a plan.
  public Optional<CaseView> theCase(PlanId plan, CaseId theCase) {
    return listing(AsOf.now())
        .where("plan_id = ?", plan.value())
        .where("case_id = ?", theCase.value())
        .all(jdbc)
        .stream()
        .map(CaseRow::view)
        .findFirst();
  }

  /// Every case of a plan.
  public List<CaseView> ofPlan(PlanId plan) {
    return listing(AsOf.now()).where("plan_id = ?", plan.value()).all(jdbc).stream()
        .map(CaseRow::view)
        .toList();
  }

  /// Cases by the day on which something is due, those first that are due first; cases in which
  /// nothing is due come last.
  public Page<CaseView> list(Filter filter, PageRequest page) {
    return list(filter, AsOf.now(), page);
  }

  /// The same list as it was.
  public Page<CaseView> list(Filter filter, AsOf asOf, PageRequest page) {
    var listing =
        listing(asOf)
            .whereIf("centre_id = ?", filter.centreId())
            .whereIf("stage = ?", filter.stage())
            .whereIf("type = ?", filter.type())
            .whereIf("region = ?", filter.region().map(RegionCode::code))
            .whereIf("waits_for = ?", filter.waitsFor());
    filter
        .dueBefore()
        .ifPresent(day -> listing.where("order_on < ? and order_on < ?", day, CaseRow.NOTHING_DUE));
    filter
        .open()
        .ifPresent(open -> listing.where(open ? "closed_at is null" : "closed_at is not null"));
    var found = listing.page(jdbc, page);
    return new Page<>(found.rows().stream().map(CaseRow::view).toList(), found.after());
  }

  private Listing<CaseRow> listing(AsOf asOf) {
    return Listing.of(CASES, BY_DUE_DAY, asOf, position);
  }
}
