package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.FactCorrection;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;

/// A recorded fact in whose place another one holds, or none. Both stay in the history.
@Schema(name = "FactCorrection")
public record FactCorrectionState(
    Instant correctedAt,
    @Schema(
            description =
                "The sequence of the event that recorded the fact first; it names the fact however"
                    + " often that is corrected.")
        long factSequence,
    @Schema(description = "Whether the fact never was, so that nothing holds in its place.")
        boolean neverWas,
    @Schema(description = "Who agreed.") String approvedBy,
    @Schema(description = "Who asked for it.") String actor) {

  /// The corrections of links of a plan.
  static List<FactCorrectionState> ofLinks(Plan plan) {
    return of(plan.life().stream());
  }

  /// The corrections of what was recorded in a case.
  static List<FactCorrectionState> of(Case c) {
    return of(c.since().stream());
  }

  private static List<FactCorrectionState> of(Stream<? extends PlanEvent> events) {
    return events
        .filter(FactCorrection.class::isInstance)
        .map(event -> of(event, (FactCorrection) event))
        .toList();
  }

  private static FactCorrectionState of(PlanEvent event, FactCorrection correction) {
    return new FactCorrectionState(
        event.at(),
        correction.factSequence(),
        correction.neverWas(),
        correction.approvedBy(),
        correction.actor());
  }
}
