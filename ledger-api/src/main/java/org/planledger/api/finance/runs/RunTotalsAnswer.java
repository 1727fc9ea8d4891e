package org.planledger.api.finance.runs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.SortedMap;
import java.util.TreeMap;
import org.planledger.core.finance.book.FinanceEvent.RunTotals;

/// What a run came to.
@Schema(name = "RunTotals")
record RunTotalsAnswer(
    long fees,
    long lines,
    long matches,
    @Schema(description = "Fees whose money may still be on its way.") long inTransit,
    @Schema(description = "How many exceptions of each kind.") SortedMap<String, Long> exceptions) {

  static RunTotalsAnswer of(RunTotals totals) {
    return new RunTotalsAnswer(
        totals.fees(),
        totals.lines(),
        totals.matches(),
        totals.inTransit(),
        new TreeMap<>(totals.exceptions()));
  }
}
