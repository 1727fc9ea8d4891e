package org.planledger.api.finance.periods;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.planledger.api.finance.runs.RunInputsAnswer;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.PeriodState;

/// A month of the books.
@Schema(name = "Period")
record PeriodAnswer(
    String period,
    State state,
    @Schema(description = "Its newest run.") @Nullable Long run,
    @Schema(description = "How it was closed; null while it is open.")
        @Nullable ClosingAnswer closing,
    @Schema(description = "How often it was closed.") int closings) {

  /// Whether anything can still change in it.
  enum State {
    OPEN,
    CLOSED
  }

  /// How a month was closed.
  @Schema(name = "PeriodClosing")
  record ClosingAnswer(
      @Schema(description = "The run by which it was.") long run,
      RunInputsAnswer inputs,
      @Schema(description = "The SHA-256 of its report.") String report,
      @Schema(description = "How many exceptions went over into the next month.")
          long exceptions) {}

  static PeriodAnswer of(PeriodState period) {
    return new PeriodAnswer(
        period.period().toString(),
        period.isClosed() ? State.CLOSED : State.OPEN,
        period.run().map(FeesReconciled::run).orElse(null),
        period
            .closed()
            .map(
                closed ->
                    new ClosingAnswer(
                        closed.run(),
                        RunInputsAnswer.of(closed.inputs()),
                        closed.report(),
                        closed.exceptions()))
            .orElse(null),
        period.closings());
  }
}
