package org.planledger.api.settlement.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// A line in the making. What holds for the lines of every source is checked when it is done.
final class LineDraft {

  /// Enough for every rate; what a division leaves beyond is noise.
  private static final MathContext RATE = new MathContext(10, RoundingMode.HALF_EVEN);

  private final LineType type;
  private final LocalDate bookedOn;
  private final Money gross;
  private final long feeMinor;
  private final Money net;
  Optional<LocalDate> valueOn = Optional.empty();
  Optional<BigDecimal> rate = Optional.empty();
  Optional<String> processorReference = Optional.empty();
  Optional<String> merchantReference = Optional.empty();
  Optional<String> endToEndId = Optional.empty();
  Optional<String> relatedReference = Optional.empty();
  Optional<String> batchId = Optional.empty();
  Optional<String> payoutId = Optional.empty();
  Optional<String> payer = Optional.empty();
  Optional<String> description = Optional.empty();

  LineDraft(LineType type, LocalDate bookedOn, Money gross, long feeMinor, Money net) {
    this.type = type;
    this.bookedOn = bookedOn;
    this.gross = gross;
    this.feeMinor = feeMinor;
    this.net = net;
  }

  /// The rate between two amounts, where a source does not tell it.
  static Optional<BigDecimal> rateOf(long from, Currency one, long to, Currency other) {
    if (from == 0 || one.equals(other)) {
      return Optional.empty();
    }
    BigDecimal source = BigDecimal.valueOf(from, one.getDefaultFractionDigits());
    BigDecimal target = BigDecimal.valueOf(to, other.getDefaultFractionDigits());
    return Optional.of(target.divide(source, RATE).stripTrailingZeros().abs());
  }

  /// The line.
  ///
  /// @throws BrokenRecordException if its amounts contradict its type or each other
  SettlementLine line(int number, LineKey key, String raw) {
    requireSign();
    requireSum();
    return new SettlementLine(
        number,
        key,
        type,
        bookedOn,
        valueOn,
        gross,
        feeMinor,
        net,
        rate,
        processorReference,
        merchantReference,
        endToEndId,
        relatedReference,
        batchId,
        payoutId,
        payer,
        description,
        raw);
  }

  private void requireSign() {
    int wanted =
        switch (type) {
          case PAYMENT, CHARGEBACK_REVERSED, BANK_CREDIT -> 1;
          case REFUND, CHARGEBACK, BANK_DEBIT -> -1;
          case PROCESSOR_COST, PAYOUT, OTHER -> 0;
        };
    if (wanted != 0 && Long.signum(gross.minor()) == -wanted) {
      throw BrokenRecordException.of(
          QuarantineReason.WRONG_SIGN,
          "%s of %s %d minor units goes the wrong way"
              .formatted(type, gross.currency().getCurrencyCode(), gross.minor()));
    }
  }

  /// A source may tell an amount of which its cost was taken already: then the net amount is the
  /// same.
  private void requireSum() {
    boolean keptBefore = feeMinor > 0 && gross.equals(net);
    if (gross.currency().equals(net.currency())
        && gross.minor() - feeMinor != net.minor()
        && !keptBefore) {
      throw BrokenRecordException.of(
          QuarantineReason.NOT_ADDING_UP,
          "gross %d less fee %d is not net %d, in minor units"
              .formatted(gross.minor(), feeMinor, net.minor()));
    }
  }
}
