package org.planledger.api.moment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;

/// At which point of the recorded past something is read that belongs to no single plan.
public record PositionQuery(
    @Schema(description = "Read it as it had been recorded by this moment.") Optional<Instant> asOf,
    @Schema(description = "Read it as of when the event at this position was the ledger's last.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition) {

  /// The point of the past.
  public Asked asked() {
    return Asked.of(asOf, atPosition);
  }
}
