package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.core.device.SerialNumber;

/// Asks what was recorded of the device with a serial number.
record HistorySearchRequest(
    SerialNumber serialNumber,
    @Schema(description = "Why it is asked; recorded with who asked.") @Size(max = 200)
        String reason,
    @Schema(description = "Who acted.") @Size(max = 64) Optional<String> actor,
    @Schema(description = "The system through which they acted.") @Size(max = 64)
        Optional<String> client,
    @Schema(description = "The name of the event, such as ReplacementShipped.") @Size(max = 64)
        Optional<String> type,
    @Schema(description = "Recorded at this moment or later.") Optional<Instant> from,
    @Schema(description = "Recorded before this moment.") Optional<Instant> to) {}
