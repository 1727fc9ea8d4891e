package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// How a file is to be imported.
record ImportQuery(
    @Schema(description = "Left out or `AUTO`, it is found out.") Optional<Wanted> format,
    @Schema(description = "How the file is called, for people.") @Size(max = 255)
        Optional<String> fileName,
    @Schema(description = "The mapping that explains its columns; needed for `CSV` and `XLSX`.")
        @Size(max = 64)
        @Pattern(regexp = MappingName.FORM, message = MappingName.IN_WORDS)
        Optional<String> mapping,
    @Schema(description = "Read it only, and tell what would be imported.")
        Optional<Boolean> dryRun) {

  /// The formats that can be asked for.
  enum Wanted {
    AUTO,
    STRIPE,
    ADYEN,
    CAMT_053,
    CAMT_054,
    CSV,
    XLSX
  }
}
