package org.planledger.api.settlement.format;

import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Reads entries one by one. An entry that stands for many transactions has a line for each of
/// them, which is told before the next one is read: a batch may be of any length.
final class CamtEntries {

  private final XmlPull xml;
  private final LineKeys keys;
  private final LineSink sink;
  private int number;

  CamtEntries(XmlPull xml, LineKeys keys, LineSink sink) {
    this.xml = xml;
    this.keys = keys;
    this.sink = sink;
  }

  /// Reads the entry that begins here.
  void entry(String account, String statement) {
    Open entry = new Open(account, statement);
    while (xml.nextTag() && !xml.isEnd("Ntry")) {
      if (xml.isStart("NtryDtls")) {
        details(entry);
      } else if (xml.isStart()) {
        entry.part();
      }
    }
    entry.close();
    sink.reached(xml.bytes());
  }

  private void details(Open entry) {
    while (xml.nextTag() && !xml.isEnd("NtryDtls")) {
      if (xml.isStart("TxDtls")) {
        entry.detail();
      } else if (xml.isStart()) {
        entry.batch();
      }
    }
  }

  /// An entry that is being read.
  private final class Open {
    private final String account;
    private final String statement;
    private final XmlNode head = new XmlNode("Ntry");
    private Optional<BrokenRecordException> fault = Optional.empty();
    private @Nullable CamtEntry entry;
    private @Nullable XmlNode first;
    private Optional<XmlNode> batch = Optional.empty();
    private int details;
    private int brokenDetails;
    private int told;
    private long sum;

    Open(String account, String statement) {
      this.account = account;
      this.statement = statement;
    }

    void part() {
      try {
        head.add(XmlNode.read(xml));
      } catch (BrokenRecordException e) {
        fault = Optional.of(e);
      }
    }

    void batch() {
      try {
        batch = Optional.of(XmlNode.read(xml));
      } catch (BrokenRecordException e) {
        fault = Optional.of(e);
      }
    }

    void detail() {
      details++;
      try {
        XmlNode detail = XmlNode.read(xml);
        if (details == 1) {
          first = detail;
          return;
        }
        tellFirst();
        tell(Optional.of(detail), false);
      } catch (BrokenRecordException e) {
        tellFirst();
        brokenDetails++;
        sink.quarantined(e.at(++number, raw(Optional.empty())));
      }
    }

    private void tellFirst() {
      if (first != null) {
        XmlNode detail = first;
        first = null;
        tell(Optional.of(detail), false);
      }
    }

    /// The end of the entry: if there was one transaction or none, it is the entry.
    void close() {
      if (details == 0 || (details == 1 && first != null)) {
        tell(Optional.ofNullable(first), true);
        return;
      }
      if (brokenDetails == 0 && fault.isEmpty()) {
        try {
          Money whole = entry().amount();
          if (whole.minor() != sum) {
            throw BrokenRecordException.in(
                "Amt",
                QuarantineReason.NOT_ADDING_UP,
                "the entry is %d minor units and its transactions, which are imported, are %d"
                    .formatted(whole.minor(), sum));
          }
        } catch (BrokenRecordException e) {
          sink.quarantined(e.at(++number, raw(Optional.empty())));
        }
      }
    }

    private void tell(Optional<XmlNode> detail, boolean alone) {
      number++;
      String raw = raw(detail);
      SettlementLine line;
      try {
        if (fault.isPresent()) {
          throw fault.get();
        }
        CamtLine made = new CamtLine(account, statement, entry(), detail, batch, ++told);
        line = made.line(number, keys, raw, alone);
      } catch (BrokenRecordException e) {
        brokenDetails++;
        sink.quarantined(e.at(number, raw));
        return;
      }
      if (!alone) {
        sum = Math.addExact(sum, inCurrencyOfEntry(line));
      }
      sink.line(line);
    }

    private long inCurrencyOfEntry(SettlementLine line) {
      Currency currency = entry().amount().currency();
      return line.net().currency().equals(currency) ? line.net().minor() : 0;
    }

    private CamtEntry entry() {
      if (entry == null) {
        entry = CamtEntry.of(head);
      }
      return entry;
    }

    private String raw(Optional<XmlNode> detail) {
      StringBuilder raw = new StringBuilder(1024);
      head.open(raw);
      head.children().forEach(part -> part.write(raw));
      if (detail.isPresent() || batch.isPresent()) {
        raw.append("<NtryDtls>");
        batch.ifPresent(node -> node.write(raw));
        detail.ifPresent(node -> node.write(raw));
        raw.append("</NtryDtls>");
      }
      head.close(raw);
      return raw.toString();
    }
  }
}
