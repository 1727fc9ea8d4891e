package org.planledger.api.finance.runs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;

/// What a run went by: the same leads to the same report, byte for byte.
@Schema(name = "RunInputs")
public record RunInputsAnswer(
    String period,
    @Schema(description = "The run that closed the month before; 0 if none was closed.")
        long fromRun,
    @Schema(description = "The last position that an earlier month has settled.") long fromPosition,
    @Schema(description = "The last position of the ledger that was looked at.")
        long cutOffPosition,
    @Schema(description = "The last file of an earlier month.") long fromFile,
    @Schema(description = "The last file that was looked at.") long toFile,
    @Schema(description = "The last entry of the books that was looked at.") long bookEntry,
    LocalDate asOf,
    @Schema(description = "The version of the rules of matching.") String rulesVersion) {

  /// As they are told.
  public static RunInputsAnswer of(RunInputs inputs) {
    return new RunInputsAnswer(
        inputs.period().toString(),
        inputs.fromRun(),
        inputs.fromPosition(),
        inputs.cutOff(),
        inputs.fromFile(),
        inputs.toFile(),
        inputs.acts(),
        inputs.asOf(),
        inputs.rules());
  }
}
