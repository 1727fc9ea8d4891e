package org.planledger.api.settlement.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// The settlement details report of Adyen, with its own column names.
class ReadingAdyenTest {

  private static final String HEAD =
      "Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,"
          + "Creation Date,TimeZone,Type,Modification Reference,Gross Currency,Gross Debit,"
          + "Gross Credit,Exchange Rate,Net Currency,Net Debit,Net Credit,Commission,Markup,"
          + "Scheme Fees,Interchange,Payment Method Variant,Modification Merchant Reference,"
          + "Batch Number\n";

  @TempDir private Path folder;

  private Taken taken(String... rows) {
    return Taken.from(folder, SettlementFormat.ADYEN, HEAD + String.join("\n", rows) + "\n");
  }

  private static String row(
      String psp,
      String merchant,
      String type,
      String modification,
      String gross,
      String rate,
      String net,
      String costs) {
    return "Company,Shop,%s,%s,visa,2026-01-05 23:30:00,CET,%s,%s,%s,%s,%s,%s,visacredit,,17"
        .formatted(psp, merchant, type, modification, gross, rate, net, costs);
  }

  @Test
  void columns_may_bear_the_mark_of_their_currency() {
    var row = row("8815", "fee-1", "Settled", "", "EUR,,159.00", "1", "EUR,,155.00", "4.00,,,");
    var marked =
        HEAD.replace("Debit,Gross", "Debit (GC),Gross")
            .replace("Gross Credit,", "Gross Credit (GC),")
            .replace("Net Debit,Net Credit,", "Net Debit (NC),Net Credit (NC),")
            .replace("Commission,Markup,", "Commission (NC),Markup (NC),")
            .replace("Scheme Fees,Interchange,", "Scheme Fees (NC),Interchange (NC),");
    assertThat(Taken.from(folder, SettlementFormat.ADYEN, marked + row + "\n").lines())
        .isEqualTo(taken(row).lines())
        .hasSize(1);
  }

  @Test
  void a_settled_payment_has_its_costs_from_four_columns() {
    var line =
        taken(
                row(
                    "8815",
                    "fee-1",
                    "Settled",
                    "8816",
                    "EUR,,159.00",
                    "1",
                    "EUR,,154.09",
                    ",1.00,0.91,3.00"))
            .lines()
            .getFirst();
    assertThat(line.type()).isEqualTo(LineType.PAYMENT);
    assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(line.gross()).isEqualTo(Money.of(15900, "EUR"));
    assertThat(line.feeMinor()).isEqualTo(491);
    assertThat(line.net()).isEqualTo(Money.of(15409, "EUR"));
    assertThat(line.rate()).isEmpty();
    assertThat(line.processorReference()).contains("8815");
    assertThat(line.merchantReference()).contains("fee-1");
    assertThat(line.batchId()).contains("17");
  }

  @Test
  void refunds_and_chargebacks_name_the_payment_they_belong_to() {
    var taken =
        taken(
            row("8815", "fee-1", "Refunded", "8820", "EUR,159.00,", "1", "EUR,159.25,", "0.25,,,"),
            row("8815", "fee-1", "Chargeback", "8821", "EUR,20.00,", "1", "EUR,20.00,", ",,,"),
            row(
                "8815",
                "fee-1",
                "ChargebackReversed",
                "8822",
                "EUR,,20.00",
                "1",
                "EUR,,20.00",
                ",,,"),
            row("8815", "fee-1", "SecondChargeback", "8823", "EUR,20,", "1", "EUR,20,", ",,,"),
            row("", "", "Fee", "Transaction Fees", ",,", "", "EUR,4.00,", ",,,"),
            row("", "", "MerchantPayout", "TX1 payout", ",,", "", "EUR,100.00,", ",,,"),
            row("", "", "Balancetransfer", "from 16", ",,", "", "EUR,,7.00", ",,,"));
    assertThat(taken.broken()).isEmpty();
    assertThat(taken.lines())
        .extracting(SettlementLine::type)
        .containsExactly(
            LineType.REFUND,
            LineType.CHARGEBACK,
            LineType.CHARGEBACK_REVERSED,
            LineType.CHARGEBACK,
            LineType.PROCESSOR_COST,
            LineType.PAYOUT,
            LineType.OTHER);
    var refund = taken.lines().getFirst();
    assertThat(refund.gross()).isEqualTo(Money.of(-15900, "EUR"));
    assertThat(refund.net()).isEqualTo(Money.of(-15925, "EUR"));
    assertThat(refund.feeMinor()).isEqualTo(25);
    assertThat(refund.processorReference()).contains("8820");
    assertThat(refund.relatedReference()).contains("8815");
    assertThat(taken.lines().get(4).gross()).isEqualTo(Money.of(-400, "EUR"));
  }

  @Test
  void another_currency_comes_with_its_rate() {
    var line =
        taken(row("1", "f", "Settled", "2", "USD,,100.00", "0.92", "EUR,,91.00", "1.00,,,"))
            .lines()
            .getFirst();
    assertThat(line.gross()).isEqualTo(Money.of(10000, "USD"));
    assertThat(line.net()).isEqualTo(Money.of(9100, "EUR"));
    assertThat(line.rate()).isEqualTo(Optional.of(new BigDecimal("0.92")));
  }

  @Test
  void a_negative_gross_amount_and_a_payment_without_one_are_put_aside() {
    assertThat(
            taken(
                    row("1", "f", "Settled", "2", "EUR,,-5.00", "1", "EUR,5.00,", ",,,"),
                    row("1", "f", "Settled", "3", "EUR,,", "1", "EUR,,5.00", ",,,"),
                    row("1", "f", "Settled", "3", "EUR,,5.00", "x", "USD,,5.00", ",,,"))
                .reasons())
        .containsExactly(
            "2 Gross Credit WRONG_SIGN", "3 Gross Credit MISSING", "4 Exchange Rate BAD_RATE");
  }

  @Test
  void lines_without_references_of_their_own_are_told_apart_by_how_often_they_come() {
    var cost = row("", "", "Fee", "Fees", ",,", "", "EUR,4.00,", ",,,");
    var lines = taken(cost, cost, cost).lines();
    assertThat(lines).extracting(SettlementLine::key).doesNotHaveDuplicates().hasSize(3);
    assertThat(taken(cost, cost, cost).lines()).isEqualTo(lines);
  }
}
