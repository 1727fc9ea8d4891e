package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// Which part of the ledger is asked for.
record LedgerQuery(
    @Schema(description = "The position after which to begin; 0 or left out for the beginning.")
        @Max(Long.MAX_VALUE)
        Optional<Long> lastEventId,
    @Schema(description = "The name of the event, such as ReplacementShipped.") @Size(max = 64)
        Optional<String> type,
    @Schema(description = "Events of this plan, and of devices on its behalf.")
        @Size(max = 36)
        @Pattern(regexp = Uuids.FORM, message = Uuids.IN_WORDS)
        Optional<String> planId) {

  /// Whether some events are left out.
  boolean filtered() {
    return type.isPresent() || planId.isPresent();
  }
}
