package org.planledger.api.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import org.planledger.projections.rebuild.Spare;
import org.planledger.projections.rebuild.ViewStanding;
import org.planledger.projections.sets.TableSet;

/// How a view stands.
@Schema(name = "View")
record ViewAnswer(
    @Schema(description = "With the version of its form.") String name,
    @Schema(description = "Up to where it has seen the ledger.") long position,
    @Schema(description = "How many events it has not seen yet.") long lagEvents,
    @Schema(description = "How many rows its tables have together.") long rows,
    @Schema(description = "Which of its two sets of tables it is read from.") TableSet live,
    @Schema(description = "How often its two sets have changed places.") long switches,
    @Schema(description = "What lies in the other set.") SpareAnswer spare) {

  /// What lies in the set of tables that nobody reads.
  @Schema(name = "SpareTables")
  record SpareAnswer(
      @Schema(
              description =
                  "`EMPTY`; `PARTIAL`: the beginning of the view, built anew; `REBUILT`: all of it,"
                      + " not switched; `REPLACED`: what was live before the last switch.")
          Spare holds,
      @Schema(description = "Up to where in the ledger.") long position) {}

  static ViewAnswer of(ViewStanding view, long seen, long head) {
    return new ViewAnswer(
        view.name(),
        seen,
        Math.max(0, head - seen),
        view.rows(),
        view.live(),
        view.switches(),
        new SpareAnswer(view.spare(), view.sparePosition()));
  }
}
