package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.WindowAnswer;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.projections.coverage.CoverageView;
import org.planledger.projections.coverage.RewardState;

/// One window of a plan in the list of coverage.
@Schema(name = "CoverageRow")
record CoverageRowAnswer(
    UUID planId,
    Service service,
    @Schema(description = "The component; null for a service of the whole device.")
        @Nullable String part,
    @Schema(description = "As it was decided.") WindowAnswer window,
    @Schema(
            description =
                "The first day that is not covered any more: the end of the window, or earlier"
                    + " where the plan was returned or left.")
        LocalDate endsOn,
    @Schema(description = "What became of the reward; null for any other service.")
        @Nullable RewardState reward,
    @Schema(description = "The place of the last event that changed it.") long position) {

  static CoverageRowAnswer of(CoverageView view) {
    return new CoverageRowAnswer(
        view.planId().value(),
        view.service(),
        view.part().map(Part::code).orElse(null),
        WindowAnswer.of(view.window()),
        view.endsOn(),
        view.reward().orElse(null),
        view.position());
  }
}
