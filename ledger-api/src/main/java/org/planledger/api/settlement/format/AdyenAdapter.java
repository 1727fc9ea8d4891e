package org.planledger.api.settlement.format;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// The settlement details report of Adyen. Amounts stand in a column for debits or in one for
/// credits, and what Adyen keeps is spread over four columns in the currency of the net amount.
final class AdyenAdapter implements TableAdapter {

  static final List<String> REQUIRED =
      List.of(
          "Merchant Account",
          "Psp Reference",
          "Creation Date",
          "Type",
          "Gross Currency",
          "Gross Debit",
          "Gross Credit",
          "Net Currency",
          "Net Debit",
          "Net Credit",
          "Batch Number");

  static final Kind KIND =
      new Kind() {
        @Override
        public String source() {
          return "adyen";
        }

        @Override
        public TableAdapter of(TableHead head) {
          return new AdyenAdapter(head);
        }
      };

  private final TableHead head;
  private final int account;
  private final int psp;
  private final int merchant;
  private final int created;
  private final int type;
  private final int modification;
  private final int grossCurrency;
  private final int grossDebit;
  private final int grossCredit;
  private final int rate;
  private final int netCurrency;
  private final int netDebit;
  private final int netCredit;
  private final int[] costs;
  private final int batch;

  private AdyenAdapter(TableHead head) {
    this.head = head;
    Heads.require(SettlementFormat.ADYEN, head, REQUIRED);
    account = head.column("Merchant Account");
    psp = head.column("Psp Reference");
    merchant = head.column("Merchant Reference");
    created = head.column("Creation Date");
    type = head.column("Type");
    modification = head.column("Modification Reference");
    grossCurrency = head.column("Gross Currency");
    grossDebit = head.column("Gross Debit");
    grossCredit = head.column("Gross Credit");
    rate = head.column("Exchange Rate");
    netCurrency = head.column("Net Currency");
    netDebit = head.column("Net Debit");
    netCredit = head.column("Net Credit");
    costs =
        new int[] {
          head.column("Commission"),
          head.column("Markup"),
          head.column("Scheme Fees"),
          head.column("Interchange")
        };
    batch = head.column("Batch Number");
  }

  @Override
  public SettlementLine line(TableRow row, LineKeys keys) {
    Cells cells = new Cells(row, head);
    LineType meaning = type(cells.required(type).strip());
    Currency settled = cells.currency(netCurrency);
    long net = signed(cells, netDebit, netCredit, settled);
    long fee = fee(cells, settled);
    // Costs, payouts and corrections have no payer, and often no gross amount.
    boolean grossless = cells.text(grossDebit).isBlank() && cells.text(grossCredit).isBlank();
    if (grossless && (meaning == LineType.PAYMENT || meaning == LineType.REFUND)) {
      throw BrokenRecordException.in(
          "Gross Credit", QuarantineReason.MISSING, "a payment has a gross amount");
    }
    Currency paidIn = grossless ? settled : cells.currency(grossCurrency);
    long gross = grossless ? net + fee : signed(cells, grossDebit, grossCredit, paidIn);
    LineDraft draft =
        new LineDraft(
            meaning,
            Days.iso(cells.required(created), "Creation Date"),
            new Money(gross, paidIn),
            fee,
            new Money(net, settled));
    if (!paidIn.equals(settled)) {
      draft.rate = rate(cells);
    }
    draft.batchId = cells.reference(batch);
    draft.merchantReference = cells.reference(merchant);
    Optional<String> original = cells.reference(psp);
    Optional<String> modified = cells.reference(modification);
    boolean ofAnother = meaning != LineType.PAYMENT && original.isPresent() && modified.isPresent();
    draft.processorReference = ofAnother ? modified : original.or(() -> modified);
    draft.relatedReference = ofAnother ? original : Optional.empty();
    draft.description = Optional.of(cells.text(type).strip());
    String raw = cells.raw();
    return draft.line(row.number(), key(cells, original, modified, keys, raw), raw);
  }

  /// A payment may be captured and refunded in parts: only both references together are one line.
  private LineKey key(
      Cells cells,
      Optional<String> original,
      Optional<String> modified,
      LineKeys keys,
      String raw) {
    return original.isPresent() && modified.isPresent()
        ? keys.ofId(
            cells.text(account).strip(), cells.text(type).strip(), original.get(), modified.get())
        : keys.ofText(raw);
  }

  private long fee(Cells cells, Currency settled) {
    long fee = 0;
    for (int cost : costs) {
      fee += cells.amount(cost, settled);
    }
    return fee;
  }

  private long signed(Cells cells, int debit, int credit, Currency currency) {
    return notNegative(cells, credit, currency) - notNegative(cells, debit, currency);
  }

  private long notNegative(Cells cells, int column, Currency currency) {
    long amount = cells.amount(column, currency);
    if (amount < 0) {
      throw BrokenRecordException.in(
          cells.name(column),
          QuarantineReason.WRONG_SIGN,
          "a column for one direction has no amounts below zero");
    }
    return amount;
  }

  private Optional<BigDecimal> rate(Cells cells) {
    String text = cells.text(rate);
    return text.isBlank() ? Optional.empty() : Optional.of(Rates.of(text, "Exchange Rate", '.'));
  }

  private static LineType type(String type) {
    return switch (type) {
      case "Settled", "SettledBulk" -> LineType.PAYMENT;
      case "Refunded", "RefundedBulk" -> LineType.REFUND;
      case "Chargeback", "SecondChargeback", "ChargebackExternally" -> LineType.CHARGEBACK;
      case "ChargebackReversed" -> LineType.CHARGEBACK_REVERSED;
      case "Fee", "MiscCosts", "PaymentCost", "InvoiceDeduction" -> LineType.PROCESSOR_COST;
      case "MerchantPayout", "MerchantPayin" -> LineType.PAYOUT;
      default -> LineType.OTHER;
    };
  }
}
