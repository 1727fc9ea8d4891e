package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;
import org.planledger.core.device.SerialNumber;

/// Undoes a binding that named the wrong device, and binds the right one.
record CorrectBindingRequest(
    @Schema(description = "Of the device that was bound by mistake.")
        SerialNumber wrongSerialNumber,
    @Schema(description = "The device that should have been bound.") DeviceRequest device,
    @Schema(
            description =
                "When the binding of the right device took effect. Left out, it is when the wrong"
                    + " one did.")
        @BusinessMoment
        Optional<Instant> boundAt,
    @Schema(description = "When the mistake was corrected; now if left out.") @BusinessMoment
        Optional<Instant> correctedAt,
    @Schema(description = "Kept as a private value.") @Size(max = 1000) @Lines String reason,
    @Schema(description = "Who agreed; not the actor.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        String approvedBy) {}
