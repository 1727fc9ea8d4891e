package org.planledger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.planledger.core.finance.rehearsal.Movement;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;

/// Writes what a card processor and a bank report for a rehearsal, those of some days in a file for
/// each origin.
final class RehearsedFiles {

  private static final String STRIPE =
      "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created_utc,"
          + "available_on_utc,currency,gross,fee,net,reporting_category,source_id,charge_id,"
          + "payment_intent_id,customer_facing_amount,customer_facing_currency,customer_name,"
          + "description,payment_metadata[fee_id]\n";

  private static final String CAMT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
      <GrpHdr><MsgId>1</MsgId><CreDtTm>2026-01-06T01:00:00</CreDtTm></GrpHdr>
      <Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
      """;

  private RehearsedFiles() {}

  /// A file and how many records it has.
  record Written(Path file, String format, int records) {}

  /// Writes the files of the days up to one, or after it.
  static List<Written> write(Rehearsal rehearsal, Path folder, LocalDate day, boolean upTo) {
    List<Written> files = new ArrayList<>();
    for (var origin : Origin.values()) {
      boolean bank = origin == Origin.BANK;
      Path file = folder.resolve(origin + (upTo ? "-1" : "-2"));
      var count = new int[1];
      try (var out = Files.newBufferedWriter(file)) {
        out.write(bank ? CAMT : STRIPE);
        rehearsal.movements(
            origin,
            movement -> {
              if (movement.line().bookedOn().isAfter(day) != upTo) {
                count[0]++;
                write(out, bank ? transfer(movement) : settled(movement));
              }
            });
        out.write(bank ? "</Stmt></BkToCstmrStmt></Document>\n" : "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      files.add(new Written(file, bank ? "CAMT_053" : "STRIPE", count[0]));
    }
    return files;
  }

  /// Makes another file of it that says the same.
  static void changeBytes(Written written) {
    try {
      Files.writeString(written.file(), "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(BufferedWriter out, String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String settled(Movement movement) {
    var line = movement.line();
    var own = line.processorReference().orElse("");
    var day = line.bookedOn() + " 12:00:00";
    var currency = line.net().currency();
    var gross =
        BigDecimal.valueOf(
                line.net().minor() + line.feeMinor(), currency.getDefaultFractionDigits())
            .toPlainString();
    return String.join(
            ",",
            line.payoutId().orElse(""),
            day,
            "txn_" + line.key().hex().substring(0, 24),
            day,
            line.valueOn().map(date -> date + " 00:00:00").orElse(""),
            currency.getCurrencyCode().toLowerCase(Locale.ROOT),
            movement.broken() ? "pending" : gross,
            BigDecimal.valueOf(line.feeMinor(), currency.getDefaultFractionDigits())
                .toPlainString(),
            amount(line.net().minor(), line),
            category(line.type()),
            own,
            line.relatedReference().orElse(own),
            line.endToEndId().orElse(""),
            BigDecimal.valueOf(
                    line.gross().minor(), line.gross().currency().getDefaultFractionDigits())
                .toPlainString(),
            line.gross().currency().getCurrencyCode().toLowerCase(Locale.ROOT),
            line.payer().orElse(""),
            line.description().orElse(""),
            line.merchantReference().orElse(""))
        + "\n";
  }

  private static String amount(long minor, SettlementLine line) {
    return BigDecimal.valueOf(minor, line.net().currency().getDefaultFractionDigits())
        .toPlainString();
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

  private static String transfer(Movement movement) {
    var line = movement.line();
    var amount = movement.broken() ? "pending" : amount(Math.abs(line.net().minor()), line);
    return """
    <Ntry><Amt Ccy="%1$s">%2$s</Amt><CdtDbtInd>%3$s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
    <BookgDt><Dt>%4$s</Dt></BookgDt><ValDt><Dt>%4$s</Dt></ValDt><AcctSvcrRef>%5$s</AcctSvcrRef>\
    <BkTxCd><Prtry><Cd>REHEARSAL</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs>\
    <EndToEndId>%6$s</EndToEndId></Refs><Amt Ccy="%1$s">%2$s</Amt><CdtDbtInd>%3$s</CdtDbtInd>\
    <RltdPties><Dbtr><Pty><Nm>%7$s</Nm></Pty></Dbtr></RltdPties>\
    <RmtInf><Ustrd>%8$s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
    """
        .formatted(
            line.net().currency().getCurrencyCode(),
            amount,
            line.net().minor() < 0 ? "DBIT" : "CRDT",
            line.bookedOn(),
            line.processorReference().orElse(""),
            line.endToEndId().orElse("NOTPROVIDED"),
            line.payer().orElse("Card processor"),
            line.description().orElse(""));
  }
}
