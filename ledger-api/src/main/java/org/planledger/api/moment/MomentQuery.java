package org.planledger.api.moment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;

/// At which point of the recorded past something of a plan is read.
public record MomentQuery(
    @Schema(description = "Read it as it had been recorded by this moment.") Optional<Instant> asOf,
    @Schema(description = "Read it as of when the event at this position was the ledger's last.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Read it as the plan's event of this sequence left it.")
        @Max(Long.MAX_VALUE)
        Optional<Long> atSequence) {

  /// The point of the past.
  public Asked asked() {
    return Asked.of(asOf, atPosition, atSequence);
  }
}
