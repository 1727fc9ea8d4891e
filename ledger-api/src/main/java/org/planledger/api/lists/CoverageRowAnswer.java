package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.WindowAnswer;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.projections.coverage.CoverageView;

/// One window of a plan in the list of coverage.
@Schema(name = "CoverageRow")
record CoverageRowAnswer(
    UUID planId,
    Service service,
    @Schema(description = "The component; null for a service of the whole device.")
        @Nullable String part,
    WindowAnswer window,
    @Schema(description = "Whether a use of the plan has cost it; only a reward can be lost.")
        boolean forfeited,
    @Schema(description = "The place of the last event that changed it.") long position) {

  static CoverageRowAnswer of(CoverageView view) {
    return new CoverageRowAnswer(
        view.planId().value(),
        view.service(),
        view.part().map(Part::code).orElse(null),
        WindowAnswer.of(view.window()),
        view.forfeited(),
        view.position());
  }
}
