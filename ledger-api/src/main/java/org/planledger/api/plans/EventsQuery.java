package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planledger.api.moment.Asked;

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
        Optional<LocalDate> on,
    @Schema(description = "The events that had been recorded by this moment.")
        Optional<Instant> asOf,
    @Schema(description = "The events up to this position of the ledger.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "The events up to this sequence.") @Max(Long.MAX_VALUE)
        Optional<Long> atSequence) {

  Asked asked() {
    return Asked.of(asOf, atPosition, atSequence);
  }

  /// Nothing beside the events.
  static EventsQuery plain() {
    return new EventsQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

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
