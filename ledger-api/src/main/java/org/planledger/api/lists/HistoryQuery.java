package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.moment.Asked;

/// Which events are asked for.
record HistoryQuery(
    @Schema(description = "Who acted.") @Size(max = 64) Optional<String> actor,
    @Schema(description = "The system through which they acted.") @Size(max = 64)
        Optional<String> client,
    @Schema(description = "The name of the event, such as ReplacementShipped.") @Size(max = 64)
        Optional<String> type,
    @Schema(description = "Recorded at this moment or later.") Optional<Instant> from,
    @Schema(description = "Recorded before this moment.") Optional<Instant> to,
    @Size(max = 36) @Pattern(regexp = Uuids.FORM, message = Uuids.IN_WORDS) Optional<String> planId,
    @Size(max = 64)
        @Pattern(regexp = "[0-9a-f]{64}", message = "a device id of 64 hexadecimal digits")
        Optional<String> deviceId,
    @Schema(
            description =
                "All that was recorded in one trace: the trace-id of W3C Trace Context, which a"
                    + " problem names as `traceId`.")
        @Size(max = 32)
        @Pattern(regexp = TraceIds.FORM, message = TraceIds.IN_WORDS)
        Optional<String> traceId,
    @Schema(description = "List what was, as it had been recorded by this moment.")
        Optional<Instant> asOf,
    @Schema(
            description =
                "List what was when the event at this position was the last of the ledger.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Wait until the list has seen this position of the ledger.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {

  Asked asked() {
    return Asked.of(asOf, atPosition);
  }
}
