package org.planledger.api.settlement.format;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// The itemised payout reconciliation report of Stripe. `gross`, `fee` and `net` are in the
/// currency of the payout; what the customer saw stands in columns of its own, if there are any.
final class StripeAdapter implements TableAdapter {

  static final List<String> REQUIRED =
      List.of(
          "balance_transaction_id",
          "created_utc",
          "currency",
          "gross",
          "fee",
          "net",
          "reporting_category");

  static final Kind KIND =
      new Kind() {
        @Override
        public String source() {
          return "stripe";
        }

        @Override
        public TableAdapter of(TableHead head) {
          return new StripeAdapter(head);
        }
      };

  private final TableHead head;
  private final int id;
  private final int created;
  private final int available;
  private final int currency;
  private final int gross;
  private final int fee;
  private final int net;
  private final int category;
  private final int shownAmount;
  private final int shownCurrency;
  private final int charge;
  private final int source;
  private final int intent;
  private final int feeId;
  private final int payout;
  private final int description;
  private final int customer;

  private StripeAdapter(TableHead head) {
    this.head = head;
    Heads.require(SettlementFormat.STRIPE, head, REQUIRED);
    id = head.column("balance_transaction_id");
    created = head.column("created_utc");
    available = head.column("available_on_utc");
    currency = head.column("currency");
    gross = head.column("gross");
    fee = head.column("fee");
    net = head.column("net");
    category = head.column("reporting_category");
    shownAmount = head.column("customer_facing_amount");
    shownCurrency = head.column("customer_facing_currency");
    charge = head.column("charge_id");
    source = head.column("source_id");
    intent = head.column("payment_intent_id");
    feeId = head.column("payment_metadata[fee_id]");
    payout = head.column("automatic_payout_id");
    description = head.column("description");
    customer = head.column("customer_name");
  }

  @Override
  public SettlementLine line(TableRow row, LineKeys keys) {
    Cells cells = new Cells(row, head);
    Currency settled = cells.currency(currency);
    long settledGross = DecimalForm.PLAIN.minor(cells.required(gross), settled, "gross");
    long kept = DecimalForm.PLAIN.minor(cells.required(fee), settled, "fee");
    long arrives = DecimalForm.PLAIN.minor(cells.required(net), settled, "net");
    if (settledGross - kept != arrives) {
      throw BrokenRecordException.in(
          "net", QuarantineReason.NOT_ADDING_UP, "gross less fee is not net");
    }
    Money paid = paid(cells, settled, settledGross);
    LineDraft draft =
        new LineDraft(
            type(cells.required(category)),
            Days.iso(cells.required(created), "created_utc"),
            paid,
            kept,
            new Money(arrives, settled));
    draft.rate = LineDraft.rateOf(paid.minor(), paid.currency(), settledGross, settled);
    String availableOn = cells.text(available);
    draft.valueOn =
        availableOn.isBlank()
            ? Optional.empty()
            : Optional.of(Days.iso(availableOn, "available_on_utc"));
    references(cells, draft);
    String own = cells.required(id).strip();
    return draft.line(row.number(), keys.ofId(own), cells.raw());
  }

  private void references(Cells cells, LineDraft draft) {
    Optional<String> ofCharge = cells.reference(charge);
    Optional<String> ofSource = cells.reference(source);
    // A refund or a dispute is a source of its own, and names the charge that it belongs to.
    draft.processorReference = ofSource.or(() -> ofCharge);
    draft.relatedReference =
        ofCharge.filter(related -> ofSource.filter(own -> !own.equals(related)).isPresent());
    draft.merchantReference = cells.reference(feeId);
    draft.endToEndId = cells.reference(intent);
    draft.payoutId = cells.reference(payout);
    draft.payer = cells.prose(customer);
    draft.description = cells.prose(description);
  }

  private Money paid(Cells cells, Currency settled, long settledGross) {
    String code = cells.text(shownCurrency);
    if (code.isBlank() || code.strip().equalsIgnoreCase(settled.getCurrencyCode())) {
      return new Money(settledGross, settled);
    }
    Currency shown = Currencies.of(code, "customer_facing_currency");
    return new Money(
        DecimalForm.PLAIN.minor(
            shownAmount == TableHead.NONE ? "" : cells.required(shownAmount),
            shown,
            "customer_facing_amount"),
        shown);
  }

  private static LineType type(String category) {
    return switch (category.strip().toLowerCase(Locale.ROOT)) {
      case "charge" -> LineType.PAYMENT;
      case "refund", "partial_capture_reversal" -> LineType.REFUND;
      case "dispute" -> LineType.CHARGEBACK;
      case "dispute_reversal" -> LineType.CHARGEBACK_REVERSED;
      case "fee", "network_cost", "tax" -> LineType.PROCESSOR_COST;
      case "payout", "payout_reversal" -> LineType.PAYOUT;
      default -> LineType.OTHER;
    };
  }
}
