package org.planledger.api.settlement.rehearsal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Locale;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// A payout reconciliation report of Stripe.
final class StripeForm implements RehearsalFile.Form {

  private final CsvWriter csv;

  StripeForm(Path file) throws IOException {
    csv = CsvWriter.builder().build(file);
    csv.writeRecord(
        "automatic_payout_id",
        "automatic_payout_effective_at",
        "balance_transaction_id",
        "created_utc",
        "available_on_utc",
        "currency",
        "gross",
        "fee",
        "net",
        "reporting_category",
        "source_id",
        "charge_id",
        "payment_intent_id",
        "customer_facing_amount",
        "customer_facing_currency",
        "customer_name",
        "description",
        "payment_metadata[fee_id]");
  }

  @Override
  public void write(SettlementLine line, boolean unreadable) {
    Money net = line.net();
    Currency settled = net.currency();
    String own = line.processorReference().orElse("");
    String day = line.bookedOn() + " 12:00:00";
    String gross = Written.amount(Math.addExact(net.minor(), line.feeMinor()), settled);
    csv.writeRecord(
        line.payoutId().orElse(""),
        line.payoutId().isPresent() ? day : "",
        "txn_" + Written.id(line),
        day,
        line.valueOn().map(date -> date + " 00:00:00").orElse(""),
        settled.getCurrencyCode().toLowerCase(Locale.ROOT),
        unreadable ? Written.NO_AMOUNT : gross,
        Written.amount(line.feeMinor(), settled),
        Written.amount(net),
        category(line.type()),
        own,
        line.relatedReference().orElse(own),
        line.endToEndId().orElse(""),
        Written.amount(line.gross()),
        line.gross().currency().getCurrencyCode().toLowerCase(Locale.ROOT),
        line.payer().orElse(""),
        line.description().orElse(""),
        line.merchantReference().orElse(""));
  }

  private static String category(LineType type) {
    return switch (type) {
      case PAYMENT -> "charge";
      case REFUND -> "refund";
      case CHARGEBACK -> "dispute";
      case CHARGEBACK_REVERSED -> "dispute_reversal";
      case PROCESSOR_COST -> "fee";
      case PAYOUT -> "payout";
      case BANK_CREDIT, BANK_DEBIT, OTHER -> "other_adjustment";
    };
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
