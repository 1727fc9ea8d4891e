package org.planledger.api.settlement.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Bank statements and notifications, in the structure of the published messages.
class ReadingCamtTest {

  private static final String ENTRY =
      """
      <Ntry>
        <NtryRef>1</NtryRef>
        <Amt Ccy="EUR">159.00</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd>
        <Sts>BOOK</Sts>
        <BookgDt><Dt>2026-01-05</Dt></BookgDt>
        <ValDt><Dt>2026-01-06</Dt></ValDt>
        <AcctSvcrRef>2026010512345678</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
        <NtryDtls>
          <TxDtls>
            <Refs>
              <InstrId>INSTR-1</InstrId>
              <EndToEndId>E2E-1</EndToEndId>
              <TxId>TX-1</TxId>
            </Refs>
            <AmtDtls><TxAmt><Amt Ccy="EUR">159.00</Amt></TxAmt></AmtDtls>
            <RltdPties><Dbtr><Nm>Ada &amp; Sons</Nm></Dbtr></RltdPties>
            <RmtInf>
              <Ustrd>Service fee</Ustrd>
              <Ustrd>fee-1</Ustrd>
              <Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd>
            </RmtInf>
          </TxDtls>
        </NtryDtls>
        <AddtlNtryInf>SEPA credit</AddtlNtryInf>
      </Ntry>
      """;

  @TempDir private Path folder;

  static String statement(String version, String entries) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s">
      <BkToCstmrStmt>
        <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-01-06T01:00:00</CreDtTm></GrpHdr>
        <Stmt>
          <Id>S1</Id>
          <CreDtTm>2026-01-06T01:00:00</CreDtTm>
          <Acct><Id><IBAN>DE02 1203 0000 0000 2020 51</IBAN></Id><Ccy>EUR</Ccy></Acct>
          <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0</Amt>\
    <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-05</Dt></Dt></Bal>
          %s
        </Stmt>
      </BkToCstmrStmt>
    </Document>
    """
        .formatted(version, entries);
  }

  private Taken taken(String entries) {
    return Taken.from(folder, SettlementFormat.CAMT_053, statement("02", entries));
  }

  @Test
  void an_entry_becomes_a_credit_with_all_that_the_bank_says() {
    var line = taken(ENTRY).lines().getFirst();
    assertThat(line.number()).isEqualTo(1);
    assertThat(line.type()).isEqualTo(LineType.BANK_CREDIT);
    assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(line.valueOn()).contains(LocalDate.of(2026, 1, 6));
    assertThat(line.gross()).isEqualTo(Money.of(15900, "EUR"));
    assertThat(line.feeMinor()).isZero();
    assertThat(line.net()).isEqualTo(Money.of(15900, "EUR"));
    assertThat(line.processorReference()).contains("2026010512345678");
    assertThat(line.merchantReference()).contains("RF18539007547034");
    assertThat(line.endToEndId()).contains("E2E-1");
    assertThat(line.payoutId()).contains("INSTR-1");
    assertThat(line.payer()).contains("Ada & Sons");
    assertThat(line.description()).contains("Service fee fee-1");
    assertThat(line.raw())
        .startsWith("<Ntry><NtryRef>1</NtryRef><Amt Ccy=\"EUR\">159.00</Amt>")
        .contains("<NtryDtls><TxDtls><Refs>", "<Nm>Ada &amp; Sons</Nm>")
        .endsWith("</TxDtls></NtryDtls></Ntry>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "06", "08", "10", "13"})
  void newer_versions_have_the_status_and_the_party_a_level_deeper(String version) {
    var newer =
        version.equals("02")
            ? ENTRY
            : ENTRY
                .replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
                .replace(
                    "<Dbtr><Nm>Ada &amp; Sons</Nm></Dbtr>",
                    "<Dbtr><Pty><Nm>Ada &amp; Sons</Nm></Pty></Dbtr>")
                .replace(
                    "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">159.00</Amt></TxAmt></AmtDtls>",
                    "<Amt Ccy=\"EUR\">159.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>");
    var line =
        Taken.from(folder, SettlementFormat.CAMT_053, statement(version, newer)).lines().getFirst();
    assertThat(line.payer()).contains("Ada & Sons");
    assertThat(line.net()).isEqualTo(Money.of(15900, "EUR"));
  }

  @Test
  void a_batch_has_a_line_for_each_transaction_and_what_does_not_add_up_is_told() {
    var batch =
        ENTRY
            .replaceFirst("159.00", "30.00")
            .replace(
                "<NtryDtls>",
                "<NtryDtls><Btch><PmtInfId>B1</PmtInfId></Btch>" + detail("10.00", "A"))
            .replace(
                "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">159.00",
                "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">20.00");
    var lines = taken(batch).lines();
    assertThat(lines).extracting(line -> line.net().minor()).containsExactly(1000L, 2000L);
    assertThat(lines).extracting(SettlementLine::batchId).containsOnly(Optional.of("B1"));
    assertThat(lines).extracting(SettlementLine::key).doesNotHaveDuplicates();

    var wrong = taken(batch.replaceFirst("30.00", "31.00"));
    assertThat(wrong.lines()).hasSize(2);
    assertThat(wrong.reasons()).containsExactly("3 Amt NOT_ADDING_UP");
    assertThat(taken(batch.replaceFirst("10.00", "x")).reasons())
        .containsExactly("1 Amt BAD_AMOUNT");
  }

  private static String detail(String amount, String id) {
    return "<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><Amt Ccy=\"EUR\">%s</Amt></TxDtls>"
        .formatted(id, amount);
  }

  @Test
  void one_transaction_less_what_the_bank_keeps_is_gross_fee_and_net() {
    var line = taken(ENTRY.replaceFirst("159.00", "157.50")).lines().getFirst();
    assertThat(line.gross()).isEqualTo(Money.of(15900, "EUR"));
    assertThat(line.feeMinor()).isEqualTo(150);
    assertThat(line.net()).isEqualTo(Money.of(15750, "EUR"));
  }

  @Test
  void what_was_ordered_in_another_currency_comes_with_the_rate_of_the_bank() {
    var foreign =
        ENTRY.replace(
            "<AmtDtls>",
            "<AmtDtls><InstdAmt><Amt Ccy=\"USD\">200.00</Amt><CcyXchg><SrcCcy>USD</SrcCcy>"
                + "<TrgtCcy>EUR</TrgtCcy><UnitCcy>USD</UnitCcy><XchgRate>0.795</XchgRate></CcyXchg>"
                + "</InstdAmt>");
    var line = taken(foreign).lines().getFirst();
    assertThat(line.gross()).isEqualTo(Money.of(20000, "USD"));
    assertThat(line.net()).isEqualTo(Money.of(15900, "EUR"));
    assertThat(line.rate()).contains(new BigDecimal("0.795"));
  }

  @Test
  void entries_that_lack_something_are_put_aside() {
    var taken =
        taken(
            ENTRY.replace("BOOK", "HOPE")
                + ENTRY.replace("<CdtDbtInd>CRDT</CdtDbtInd>", "")
                + ENTRY.replaceFirst("159.00", "-159.00")
                + ENTRY.replaceFirst("EUR", "EUX")
                + ENTRY.replaceFirst("CRDT", "CREDIT")
                + ENTRY.replaceFirst("2026-01-05", "0026-01-05")
                + ENTRY.replaceFirst("159.00", "1000000000000")
                + ENTRY);
    assertThat(taken.reasons())
        .containsExactly(
            "1 Sts UNKNOWN_CODE",
            "2 CdtDbtInd MISSING",
            "3 Amt WRONG_SIGN",
            "4 Amt/@Ccy UNKNOWN_CURRENCY",
            "5 CdtDbtInd UNKNOWN_CODE",
            "6 BookgDt UNREASONABLE_DATE",
            "7 Amt AMOUNT_TOO_LARGE");
    assertThat(taken.lines()).extracting(SettlementLine::number).containsExactly(8);
  }

  @Test
  void entries_that_are_only_announced_are_no_lines_and_nothing_is_wrong_with_them() {
    var taken =
        taken(
            ENTRY.replace("<Sts>BOOK</Sts>", "<Sts>PDNG</Sts>")
                + ENTRY.replace("<Sts>BOOK</Sts>", "<Sts><Cd>INFO</Cd></Sts>")
                + ENTRY
                + ENTRY.replace("<Sts>BOOK</Sts>", "<Sts>FUTR</Sts>"));
    assertThat(taken.reasons())
        .containsExactly("1 Sts NOT_BOOKED", "2 Sts NOT_BOOKED", "4 Sts NOT_BOOKED");
    assertThat(taken.broken()).allMatch(QuarantinedRecord::isAnnounced);
    assertThat(taken.lines()).extracting(SettlementLine::number).containsExactly(3);
  }

  @Test
  void a_notification_of_the_same_entry_has_the_same_key() {
    var notification =
        statement("08", ENTRY.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>"))
            .replace("camt.053", "camt.054")
            .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
            .replace("Stmt>", "Ntfctn>");
    var told = Taken.from(folder, SettlementFormat.CAMT_054, notification).lines().getFirst();
    assertThat(told.key()).isEqualTo(taken(ENTRY).lines().getFirst().key());
  }

  @Test
  void the_same_end_to_end_id_a_thousand_times_is_a_thousand_lines() {
    var entries = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      entries.append(ENTRY.replace("2026010512345678", "NONREF"));
    }
    var lines = taken(entries.toString()).lines();
    assertThat(lines).hasSize(1000);
    assertThat(lines).extracting(SettlementLine::key).doesNotHaveDuplicates();
  }

  @Test
  void another_message_or_version_is_refused_with_what_was_found() {
    assertThatThrownBy(() -> Taken.from(folder, SettlementFormat.CAMT_054, statement("02", ENTRY)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            "The file is not a notification camt.054: its namespace is"
                + " \"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\", and versions 02 to 13 of"
                + " camt.054.001 are read.");
    assertThatThrownBy(() -> Taken.from(folder, SettlementFormat.CAMT_053, statement("99", ENTRY)))
        .hasMessageContaining("camt.053.001.99");
    assertThatThrownBy(
            () ->
                Taken.from(
                    folder,
                    SettlementFormat.CAMT_053,
                    statement("02", ENTRY).replaceAll("<Acct>.*</Acct>", "")))
        .hasMessageContaining("Id and Acct do not stand before the entries");
  }
}
