package org.planledger.api.finance.exceptions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.finance.findings.ExceptionFilter;
import org.planledger.core.finance.book.Handling;
import org.planledger.core.finance.matching.ExceptionKind;

/// Which exceptions are asked for.
record ExceptionQuery(
    @Schema(description = "Of this run; by default of the newest that was not only tried.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> run,
    Optional<ExceptionKind> kind,
    @Schema(description = "How far it is; by default all that are not explained.")
        Optional<Handling.State> state,
    @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        Optional<String> owner,
    @Size(max = 80) Optional<String> feeId,
    @Size(max = 3)
        @Pattern(regexp = "[A-Z]{3}", message = "a currency by its three capital letters")
        Optional<String> currency,
    @Schema(
            description =
                "If true, only what people have decided about since the run that shows it.")
        Optional<Boolean> decidedSince) {

  ExceptionFilter filter() {
    return new ExceptionFilter(Optional.empty(), kind, Optional.empty(), feeId, currency);
  }

  boolean fits(Handling handling) {
    return state.map(asked -> handling.state() == asked).orElse(handling.isOpen())
        && owner.map(asked -> handling.owner().equals(Optional.of(asked))).orElse(true);
  }
}
