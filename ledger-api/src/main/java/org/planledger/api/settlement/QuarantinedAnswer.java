package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.planledger.api.settlement.KeptLines.Quarantined;
import org.planledger.api.settlement.format.QuarantineReason;

/// A record that is no line: it could not be read, or the bank has only announced it.
@Schema(name = "QuarantinedRecord")
record QuarantinedAnswer(
    @Schema(description = "Its place among those of the file that are no lines, from 1.")
        int ordinal,
    @Schema(description = "The line of the file where it begins, or the transaction.") int number,
    @Schema(description = "Where the fault is.") @Nullable String column,
    QuarantineReason reason,
    @Schema(description = "What is wrong, for people.") String detail,
    @Schema(description = "The record as it stood.") String raw) {

  static QuarantinedAnswer of(Quarantined kept) {
    var broken = kept.broken();
    return new QuarantinedAnswer(
        kept.ordinal(),
        broken.number(),
        broken.column().orElse(null),
        broken.reason(),
        broken.detail(),
        broken.raw());
  }
}
