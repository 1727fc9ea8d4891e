package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.planledger.api.json.BusinessMoment;

/// Records the flight record of a loss.
record UploadFlightRecordRequest(
    @Schema(description = "The SHA-256 of the record.")
        @Size(max = 64)
        @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 in 64 lower-case hexadecimal digits")
        String sha256,
    @Schema(description = "Where the record is kept; kept as a private value.") @Size(max = 500)
        String reference,
    @Schema(description = "The last contact that the record shows.") @BusinessMoment
        Instant lastContactAt) {}
