package org.planledger.api.finance.trails;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;

/// A settlement line, as far as its trail goes by it.
@Schema(name = "TrailLine")
record TrailLineAnswer(
    int file,
    int line,
    String lineKey,
    LineType type,
    LocalDate bookedOn,
    MoneyAnswer gross,
    @Schema(description = "What the processor kept, in minor units of the currency of `net`.")
        long feeMinor,
    MoneyAnswer net,
    @Nullable String processorReference,
    @Nullable String merchantReference,
    @Nullable String relatedReference,
    @Nullable String batchId,
    @Nullable String payoutId) {

  static TrailLineAnswer of(int file, SettlementLine line) {
    return new TrailLineAnswer(
        file,
        line.number(),
        line.key().hex(),
        line.type(),
        line.bookedOn(),
        MoneyAnswer.of(line.gross()),
        line.feeMinor(),
        MoneyAnswer.of(line.net()),
        line.processorReference().orElse(null),
        line.merchantReference().orElse(null),
        line.relatedReference().orElse(null),
        line.batchId().orElse(null),
        line.payoutId().orElse(null));
  }
}
