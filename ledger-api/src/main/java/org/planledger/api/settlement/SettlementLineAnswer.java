package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;

/// A line of a settlement, in the one form that all sources are brought into.
@Schema(name = "SettlementLine")
record SettlementLineAnswer(
    @Schema(description = "The line of the file where it begins, or the transaction.") int number,
    @Schema(description = "What it is known by in whichever file it stands.") String key,
    LineType type,
    LocalDate bookedOn,
    @Nullable LocalDate valueOn,
    @Schema(description = "What the payer paid; below zero if it went back.") MoneyAnswer gross,
    @Schema(description = "What the processor kept, in the currency of `net`.") long feeMinor,
    @Schema(description = "What arrives.") MoneyAnswer net,
    @Schema(description = "How much of the currency of `net` one of `gross` is.")
        @Nullable String rate,
    @Nullable String processorReference,
    @Nullable String merchantReference,
    @Nullable String endToEndId,
    @Schema(description = "The payment that a refund or a chargeback belongs to.")
        @Nullable String relatedReference,
    @Nullable String batchId,
    @Nullable String payoutId,
    @Nullable String payer,
    @Nullable String description,
    @Schema(description = "The record as it stood.") String raw) {

  static SettlementLineAnswer of(SettlementLine line) {
    return new SettlementLineAnswer(
        line.number(),
        line.key().hex(),
        line.type(),
        line.bookedOn(),
        line.valueOn().orElse(null),
        MoneyAnswer.of(line.gross()),
        line.feeMinor(),
        MoneyAnswer.of(line.net()),
        line.rate().map(BigDecimal::toPlainString).orElse(null),
        line.processorReference().orElse(null),
        line.merchantReference().orElse(null),
        line.endToEndId().orElse(null),
        line.relatedReference().orElse(null),
        line.batchId().orElse(null),
        line.payoutId().orElse(null),
        line.payer().orElse(null),
        line.description().orElse(null),
        line.raw());
  }
}
