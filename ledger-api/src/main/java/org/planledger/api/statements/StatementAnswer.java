package org.planledger.api.statements;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.planledger.projections.movements.StatementBy;
import org.planledger.projections.movements.StatementView;

/// What was owed for one plan, case, region, centre or month, and how that changed.
@Schema(name = "FeeStatement")
record StatementAnswer(
    StatementBy by,
    @Schema(description = "Its id, code, or month such as 2026-03.") String key,
    @Schema(description = "One for each currency.") List<LineAnswer> lines) {

  /// One currency, in minor units.
  @Schema(name = "FeeStatementLine")
  record LineAnswer(
      String currency,
      @Schema(description = "What customers owed before.") long openingMinor,
      long quotedMinor,
      long capturedMinor,
      @Schema(description = "What was paid back of captured fees; nobody owes more by it.")
          long refundedMinor,
      @Schema(description = "What was quoted and is not owed any more.") long cancelledMinor,
      @Schema(
              description =
                  "What customers owed and somebody has given up, less what is waited for again."
                      + " What was given up of captured fees is not among it.")
          long writtenOffMinor,
      @Schema(description = "Opening + quoted - captured - cancelled - written off.")
          long closingMinor) {

    private static LineAnswer of(StatementView.Line line) {
      return new LineAnswer(
          line.currency().getCurrencyCode(),
          line.openingMinor(),
          line.flow().quotedMinor(),
          line.flow().capturedMinor(),
          line.flow().refundedMinor(),
          line.flow().cancelledMinor(),
          line.flow().writtenOffMinor(),
          line.closingMinor());
    }
  }

  static StatementAnswer of(StatementBy by, StatementView view) {
    return new StatementAnswer(by, view.key(), view.lines().stream().map(LineAnswer::of).toList());
  }
}
