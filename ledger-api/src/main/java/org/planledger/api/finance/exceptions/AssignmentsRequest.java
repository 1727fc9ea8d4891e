package org.planledger.api.finance.exceptions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.planledger.api.command.PersonName;

/// Gives exceptions to somebody.
record AssignmentsRequest(
    @Schema(description = "Their ids.") @Size(min = 1, max = 1000) List<String> exceptionIds,
    @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        String owner) {}
