package org.planledger.api.settlement.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// The payout reconciliation report of Stripe, with its own column names.
class ReadingStripeTest {

  private static final String HEAD =
      "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created_utc,"
          + "available_on_utc,currency,gross,fee,net,reporting_category,source_id,charge_id,"
          + "payment_intent_id,description,payment_metadata[fee_id]\n";

  private static final String CHARGE =
      "po_1,2026-01-08 00:00:00,txn_1,2026-01-05 12:34:56,2026-01-07 00:00:00,usd,159.00,4.91,"
          + "154.09,charge,ch_1,ch_1,pi_1,\"Service fee, \"\"express\"\"\",fee-1";

  @TempDir private Path folder;

  private Taken taken(String rows) {
    return Taken.from(folder, SettlementFormat.STRIPE, HEAD + rows);
  }

  @Test
  void a_charge_becomes_a_payment_with_all_that_stands_in_its_row() {
    assertThat(taken(CHARGE + "\n").lines())
        .containsExactly(
            new SettlementLine(
                2,
                new LineKeys("stripe").ofId("txn_1"),
                LineType.PAYMENT,
                LocalDate.of(2026, 1, 5),
                Optional.of(LocalDate.of(2026, 1, 7)),
                Money.of(15900, "USD"),
                491,
                Money.of(15409, "USD"),
                Optional.empty(),
                Optional.of("ch_1"),
                Optional.of("fee-1"),
                Optional.of("pi_1"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("po_1"),
                Optional.empty(),
                Optional.of("Service fee, \"express\""),
                CHARGE));
  }

  @Test
  void each_category_has_its_type_and_what_is_not_known_is_kept_as_another() {
    var taken =
        taken(
            row("txn_2", "refund", "-159.00", "0.00", "-159.00", "re_1", "ch_1")
                + row("txn_3", "dispute", "-20.00", "15.00", "-35.00", "dp_1", "ch_2")
                + row("txn_4", "dispute_reversal", "20.00", "0.00", "20.00", "dp_1", "ch_2")
                + row("txn_5", "fee", "-2.00", "0.00", "-2.00", "", "")
                + row("txn_6", "payout", "-500.00", "0.00", "-500.00", "po_1", "")
                + row("txn_7", "topup", "5.00", "0.00", "5.00", "tu_1", ""));
    assertThat(taken.lines())
        .extracting(SettlementLine::type)
        .containsExactly(
            LineType.REFUND,
            LineType.CHARGEBACK,
            LineType.CHARGEBACK_REVERSED,
            LineType.PROCESSOR_COST,
            LineType.PAYOUT,
            LineType.OTHER);
    assertThat(taken.lines().getFirst().processorReference()).contains("re_1");
    assertThat(taken.lines().getFirst().relatedReference()).contains("ch_1");
    assertThat(taken.broken()).isEmpty();
  }

  @Test
  void amounts_are_whole_minor_units_of_their_currency() {
    assertThat(
            taken(
                    CHARGE.replace("usd", "jpy").replace("159.00,4.91,154.09", "15900,491,15409")
                        + "\n"
                        + CHARGE
                            .replace("usd", "KWD")
                            .replace("159.00,4.91,154.09", "1.001,0.001,1.000")
                        + "\n")
                .lines())
        .extracting(SettlementLine::gross)
        .containsExactly(Money.of(15900, "JPY"), Money.of(1001, "KWD"));
  }

  @Test
  void what_the_customer_saw_is_the_gross_amount_where_it_was_another_currency() {
    var head =
        HEAD.strip()
            + ",customer_facing_amount,customer_facing_currency\n"
            + CHARGE
            + ",120.00,eur\n";
    var line = Taken.from(folder, SettlementFormat.STRIPE, head).lines().getFirst();
    assertThat(line.gross()).isEqualTo(Money.of(12000, "EUR"));
    assertThat(line.net()).isEqualTo(Money.of(15409, "USD"));
    assertThat(line.rate()).contains(new BigDecimal("1.325"));
  }

  @Test
  void a_broken_row_is_put_aside_with_its_number_and_column_and_the_rest_goes_in() {
    var taken =
        taken(
            CHARGE
                + "\n"
                + CHARGE.replace("159.00", "n/a")
                + "\n"
                + CHARGE.replace("usd", "usx")
                + "\n"
                + CHARGE.replace("159.00,4.91", "159.001,4.91")
                + "\n"
                + CHARGE.replace("2026-01-05", "1926-01-05")
                + "\n"
                + CHARGE.replace("2026-01-05", "2026-02-30")
                + "\n"
                + CHARGE.replace("159.00,4.91,154.09", "-159.00,0,-159.00")
                + "\n"
                + CHARGE.replace("154.09", "154.10")
                + "\n"
                + CHARGE.replace("159.00,4.91,154.09", "1000000000000.00,0,1000000000000.00")
                + "\n"
                + CHARGE.replace(",fee-1", "")
                + "\n"
                + CHARGE.replace("txn_1", " ")
                + "\n"
                + CHARGE.replace("fee-1", "f".repeat(256))
                + "\n"
                + CHARGE.replace("fee-1", "fee\u0001")
                + "\n"
                + CHARGE
                + "\n");
    assertThat(taken.reasons())
        .containsExactly(
            "3 gross BAD_AMOUNT",
            "4 currency UNKNOWN_CURRENCY",
            "5 gross TOO_PRECISE",
            "6 created_utc UNREASONABLE_DATE",
            "7 created_utc BAD_DATE",
            "8 - WRONG_SIGN",
            "9 net NOT_ADDING_UP",
            "10 gross AMOUNT_TOO_LARGE",
            "11 - FIELD_COUNT",
            "12 balance_transaction_id MISSING",
            "13 payment_metadata[fee_id] TOO_LONG",
            "14 - BAD_CHARACTER");
    assertThat(taken.lines()).extracting(SettlementLine::number).containsExactly(2, 15);
    assertThat(taken.broken().getFirst().raw()).isEqualTo(CHARGE.replace("159.00", "n/a"));
  }

  @Test
  void the_same_line_has_the_same_key_in_another_file() {
    var first = taken(CHARGE + "\n").lines().getFirst();
    var second = taken("\n\n" + CHARGE + "\r\n").lines().getFirst();
    assertThat(second.key()).isEqualTo(first.key());
    assertThat(second.number()).isEqualTo(4);
  }

  @Test
  void the_format_is_found_out_by_the_columns() throws Exception {
    for (String separator : List.of(",", ";", "\t")) {
      Path file =
          java.nio.file.Files.writeString(
              folder.resolve("found"),
              HEAD.toUpperCase(java.util.Locale.ROOT).replace(",", separator));
      assertThat(SettlementFiles.detect(file, false)).isEqualTo(SettlementFormat.STRIPE);
    }
  }

  private static String row(
      String id,
      String category,
      String gross,
      String fee,
      String net,
      String source,
      String charge) {
    return String.join(
            ",",
            "po_1",
            "2026-01-08 00:00:00",
            id,
            "2026-01-05 12:34:56",
            "2026-01-07 00:00:00",
            "usd",
            gross,
            fee,
            net,
            category,
            source,
            charge,
            "pi_1",
            "",
            "")
        + "\n";
  }
}
