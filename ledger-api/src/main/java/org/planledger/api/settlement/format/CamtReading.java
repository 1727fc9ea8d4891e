package org.planledger.api.settlement.format;

import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planledger.core.finance.settlement.LineKeys;

/// Reads ISO 20022 statements (camt.053) and notifications (camt.054). The namespace says which
/// message it is and in which version; from the second to the thirteenth version the parts that are
/// read here are the same, or lie a level deeper.
final class CamtReading {

  private static final Pattern NAMESPACE =
      Pattern.compile("urn:iso:std:iso:20022:tech:xsd:(camt\\.05[0-9])\\.001\\.([0-9]{2})");

  private static final int FIRST_VERSION = 2;
  private static final int LAST_VERSION = 13;

  private final SettlementFormat format;
  private final XmlPull xml;
  private final LineSink sink;
  private final LineKeys keys = new LineKeys("camt");

  CamtReading(SettlementFormat format, InputStream in, LineSink sink) {
    this.format = format;
    this.xml = new XmlPull(in, Long.MAX_VALUE, "The file");
    this.sink = sink;
  }

  /// Which message a namespace stands for.
  ///
  /// @return none if it is none that is read
  static Optional<SettlementFormat> formatOf(String namespace) {
    Matcher matcher = NAMESPACE.matcher(namespace);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int version = Integer.parseInt(matcher.group(2));
    if (version < FIRST_VERSION || version > LAST_VERSION) {
      return Optional.empty();
    }
    return switch (matcher.group(1)) {
      case "camt.053" -> Optional.of(SettlementFormat.CAMT_053);
      case "camt.054" -> Optional.of(SettlementFormat.CAMT_054);
      default -> Optional.empty();
    };
  }

  void read() {
    document();
    CamtEntries entries = new CamtEntries(xml, keys, sink);
    boolean headed = false;
    int parts = 0;
    while (xml.nextTag()) {
      if (xml.isStart("GrpHdr")) {
        headed = !XmlNode.read(xml).text("MsgId").isEmpty();
      } else if (xml.isStart(part())) {
        if (!headed) {
          throw wrong("GrpHdr with a MsgId does not stand before " + part());
        }
        parts++;
        part(entries);
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    if (parts == 0) {
      throw wrong("there is no " + part() + " in it");
    }
    sink.reached(xml.bytes());
  }

  /// The two outer elements.
  private void document() {
    if (!xml.nextTag() || !xml.isStart("Document")) {
      throw wrong("the outer element is no Document");
    }
    String namespace = xml.namespace();
    if (!formatOf(namespace).equals(Optional.of(format))) {
      throw wrong(
          "its namespace is \"%s\", and versions 02 to %d of %s are read"
              .formatted(
                  Texts.shown(namespace),
                  LAST_VERSION,
                  format == SettlementFormat.CAMT_053 ? "camt.053.001" : "camt.054.001"));
    }
    String message =
        format == SettlementFormat.CAMT_053 ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn";
    if (!xml.nextTag() || !xml.isStart(message)) {
      throw wrong("there is no " + message + " in the Document");
    }
  }

  private String part() {
    return format == SettlementFormat.CAMT_053 ? "Stmt" : "Ntfctn";
  }

  private void part(CamtEntries entries) {
    String id = "";
    String account = "";
    while (xml.nextTag() && !xml.isEnd(part())) {
      if (xml.isStart("Ntry")) {
        if (id.isEmpty() || account.isEmpty()) {
          throw wrong("Id and Acct do not stand before the entries of " + part());
        }
        entries.entry(account, id);
      } else if (xml.isStart("Id")) {
        id = XmlNode.read(xml).text();
      } else if (xml.isStart("Acct")) {
        account = account(XmlNode.read(xml));
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    if (id.isEmpty() || account.isEmpty()) {
      throw wrong(part() + " has no Id or no Acct");
    }
  }

  private static String account(XmlNode account) {
    String iban = account.text("Id", "IBAN");
    return iban.isEmpty() ? account.text("Id", "Othr", "Id") : iban.replace(" ", "");
  }

  private UnreadableFileException wrong(String found) {
    return UnreadableFileException.wrong(format, found);
  }
}
