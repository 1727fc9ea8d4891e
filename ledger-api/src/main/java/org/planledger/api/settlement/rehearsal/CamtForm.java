package org.planledger.api.settlement.rehearsal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// A bank statement or a notification, of version 08.
final class CamtForm implements RehearsalFile.Form {

  private final BufferedWriter out;
  private final String message;
  private final String part;
  private int entries;

  CamtForm(SettlementFormat format, Path file) throws IOException {
    boolean statement = format == SettlementFormat.CAMT_053;
    message = statement ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn";
    part = statement ? "Stmt" : "Ntfctn";
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s.001.08">
        <%s>
        <GrpHdr><MsgId>REHEARSAL</MsgId><CreDtTm>2026-01-01T00:00:00</CreDtTm></GrpHdr>
        <%s>
        <Id>REHEARSAL-1</Id>
        <CreDtTm>2026-01-01T00:00:00</CreDtTm>
        <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
        """
            .formatted(statement ? "camt.053" : "camt.054", message, part));
  }

  @Override
  public void write(SettlementLine line, boolean unreadable) throws IOException {
    Money net = line.net();
    out.write("<Ntry><NtryRef>" + ++entries + "</NtryRef>");
    amount("Amt", net, unreadable);
    out.write(indicator(net));
    out.write("<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + line.bookedOn() + "</Dt></BookgDt>");
    if (line.valueOn().isPresent()) {
      out.write("<ValDt><Dt>" + line.valueOn().get() + "</Dt></ValDt>");
    }
    element("AcctSvcrRef", line.processorReference());
    out.write("<BkTxCd><Prtry><Cd>REHEARSAL</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>");
    references(line);
    amounts(line);
    parties(line);
    remittance(line);
    out.write("</TxDtls></NtryDtls></Ntry>\n");
  }

  private void references(SettlementLine line) throws IOException {
    out.write("<Refs>");
    element("PmtInfId", line.batchId());
    element("InstrId", line.payoutId());
    element("EndToEndId", line.endToEndId());
    out.write("</Refs>");
  }

  private void amounts(SettlementLine line) throws IOException {
    if (line.gross().currency().equals(line.net().currency())) {
      amount("Amt", line.gross(), false);
      out.write(indicator(line.gross()));
      return;
    }
    amount("Amt", line.net(), false);
    out.write(indicator(line.net()));
    out.write("<AmtDtls><InstdAmt>");
    amount("Amt", line.gross(), false);
    if (line.rate().isPresent()) {
      String from = line.gross().currency().getCurrencyCode();
      String to = line.net().currency().getCurrencyCode();
      out.write(
          "<CcyXchg><SrcCcy>%s</SrcCcy><TrgtCcy>%s</TrgtCcy><UnitCcy>%s</UnitCcy>"
              .formatted(from, to, from));
      out.write("<XchgRate>" + line.rate().get().toPlainString() + "</XchgRate></CcyXchg>");
    }
    out.write("</InstdAmt></AmtDtls>");
  }

  private void parties(SettlementLine line) throws IOException {
    if (line.payer().isPresent()) {
      String party = line.net().minor() < 0 ? "Cdtr" : "Dbtr";
      out.write("<RltdPties><" + party + "><Pty>");
      element("Nm", line.payer());
      out.write("</Pty></" + party + "></RltdPties>");
    }
  }

  private void remittance(SettlementLine line) throws IOException {
    if (line.description().isPresent() || line.merchantReference().isPresent()) {
      out.write("<RmtInf>");
      element("Ustrd", line.description());
      if (line.merchantReference().isPresent()) {
        out.write("<Strd><CdtrRefInf>");
        element("Ref", line.merchantReference());
        out.write("</CdtrRefInf></Strd>");
      }
      out.write("</RmtInf>");
    }
  }

  private void amount(String element, Money money, boolean unreadable) throws IOException {
    out.write("<" + element + " Ccy=\"" + money.currency().getCurrencyCode() + "\">");
    out.write(
        unreadable ? Written.NO_AMOUNT : Written.amount(Math.abs(money.minor()), money.currency()));
    out.write("</" + element + ">");
  }

  private static String indicator(Money money) {
    return money.minor() < 0 ? "<CdtDbtInd>DBIT</CdtDbtInd>" : "<CdtDbtInd>CRDT</CdtDbtInd>";
  }

  private void element(String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      out.write("<" + name + ">");
      out.write(text.get().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
      out.write("</" + name + ">");
    }
  }

  @Override
  public void close() throws IOException {
    out.write("</%s>\n</%s>\n</Document>\n".formatted(part, message));
    out.close();
  }
}
