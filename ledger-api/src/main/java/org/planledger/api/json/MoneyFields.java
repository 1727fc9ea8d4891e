package org.planledger.api.json;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// Money as it is written.
record MoneyFields(
    @Schema(description = "Whole minor units: 15900 with USD is 159.00 dollars.")
        @Max(MoneyFields.MAX_MINOR)
        long minor,
    @Schema(description = "The ISO 4217 code.")
        @Size(max = 3)
        @Pattern(
            regexp = "[A-Z]{3}",
            message = "a currency by its three capital letters (ISO 4217), such as USD")
        String currency) {
  /// More than any fee or price in any currency.
  static final long MAX_MINOR = 1_000_000_000_000L;

  static final RequestShape SHAPE = RequestShape.of(MoneyFields.class);
}
