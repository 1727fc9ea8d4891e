package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is shown with each event of a plan.
record EventsQuery(
    @Schema(
            description =
                "What to show with each event: the state after it, the difference it made, the"
                    + " decision behind it.")
        Optional<List<Expansion>> expand,
    @Schema(
            description =
                "The contract day for which states are worked out; for each event its own day if"
                    + " left out.")
        Optional<LocalDate> on) {

  /// What can be shown with an event.
  enum Expansion {
    state,
    diff,
    decision
  }

  boolean shows(Expansion expansion) {
    return expand.filter(all -> all.contains(expansion)).isPresent();
  }
}
