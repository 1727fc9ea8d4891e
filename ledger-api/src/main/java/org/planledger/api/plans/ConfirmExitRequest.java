package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.BusinessMoment;

/// Confirms that a plan ends early.
record ConfirmExitRequest(
    @BusinessMoment Instant at,
    @Schema(description = "Who confirms it for the provider; the actor if left out.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        Optional<String> confirmedBy) {}
