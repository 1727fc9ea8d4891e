package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.settlement.format.SettlementFormat;

/// A settlement or statement that was imported.
@Schema(name = "Settlement")
record SettlementAnswer(
    int number,
    String fileName,
    SettlementFormat format,
    @Schema(description = "The mapping by which it was read.") @Nullable String mapping,
    @Schema(description = "Of its bytes, in hexadecimal digits.") String sha256,
    long bytes,
    @Schema(description = "How many records could be read.") int lines,
    @Schema(description = "How many could not, and are kept as they stood.") int quarantined,
    @Schema(description = "How many the bank has only announced: they are no money yet.")
        int notBooked,
    @Schema(description = "The first day of its lines.") @Nullable LocalDate firstBookedOn,
    @Nullable LocalDate lastBookedOn,
    List<SettlementTotal> totals,
    Instant importedAt,
    String importedBy) {

  static SettlementAnswer of(SettlementFile file) {
    return new SettlementAnswer(
        file.number(),
        file.fileName(),
        file.format(),
        file.mapping().orElse(null),
        file.sha256().toHex(),
        file.bytes(),
        file.lines(),
        file.quarantined(),
        file.notBooked(),
        file.firstBookedOn().orElse(null),
        file.lastBookedOn().orElse(null),
        file.totals(),
        file.importedAt(),
        file.importedBy());
  }
}
