package org.planledger.api.settlement.rehearsal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// A settlement details report of Adyen.
final class AdyenForm implements RehearsalFile.Form {

  private final CsvWriter csv;

  AdyenForm(Path file) throws IOException {
    csv = CsvWriter.builder().build(file);
    csv.writeRecord(
        "Merchant Account",
        "Psp Reference",
        "Merchant Reference",
        "Creation Date",
        "TimeZone",
        "Type",
        "Modification Reference",
        "Gross Currency",
        "Gross Debit",
        "Gross Credit",
        "Exchange Rate",
        "Net Currency",
        "Net Debit",
        "Net Credit",
        "Commission",
        "Markup",
        "Scheme Fees",
        "Interchange",
        "Batch Number");
  }

  @Override
  public void write(SettlementLine line, boolean unreadable) {
    Money gross = line.gross();
    Money net = line.net();
    csv.writeRecord(
        "Rehearsal",
        line.relatedReference().or(line::processorReference).orElse(""),
        line.merchantReference().orElse(""),
        line.bookedOn() + " 12:00:00",
        "UTC",
        type(line.type()),
        line.relatedReference().flatMap(_ -> line.processorReference()).orElse(""),
        gross.currency().getCurrencyCode(),
        debit(gross),
        unreadable ? Written.NO_AMOUNT : credit(gross),
        line.rate().map(BigDecimal::toPlainString).orElse("1"),
        net.currency().getCurrencyCode(),
        debit(net),
        credit(net),
        Written.amount(line.feeMinor(), net.currency()),
        "",
        "",
        "",
        line.batchId().orElse(""));
  }

  private static String debit(Money money) {
    return money.minor() < 0 ? Written.amount(-money.minor(), money.currency()) : "";
  }

  private static String credit(Money money) {
    return money.minor() < 0 ? "" : Written.amount(money);
  }

  private static String type(LineType type) {
    return switch (type) {
      case PAYMENT -> "Settled";
      case REFUND -> "Refunded";
      case CHARGEBACK -> "Chargeback";
      case CHARGEBACK_REVERSED -> "ChargebackReversed";
      case PROCESSOR_COST -> "Fee";
      case PAYOUT -> "MerchantPayout";
      case BANK_CREDIT, BANK_DEBIT, OTHER -> "Balancetransfer";
    };
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
