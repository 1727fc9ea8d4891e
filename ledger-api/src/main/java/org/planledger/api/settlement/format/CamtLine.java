package org.planledger.api.settlement.format;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Makes a line of an entry, or of one transaction of it.
///
/// @param account the account that was booked on
/// @param statement the id of the statement
/// @param entry what holds for all its transactions
/// @param detail the transaction; none if the entry tells no more
/// @param batch what the entry says of all its transactions together
/// @param place of the transaction in its entry, from 1
record CamtLine(
    String account,
    String statement,
    CamtEntry entry,
    Optional<XmlNode> detail,
    Optional<XmlNode> batch,
    int place) {

  /// The line.
  ///
  /// @param alone whether the entry has no other transaction, so that its amount is this one's
  /// @throws BrokenRecordException if it is none
  SettlementLine line(int number, LineKeys keys, String raw, boolean alone) {
    Optional<Money> own = ownAmount();
    if (own.isEmpty() && !alone) {
      throw BrokenRecordException.in(
          "TxDtls/Amt", QuarantineReason.MISSING, "one of several transactions has an amount");
    }
    Money net = alone ? entry.amount() : own.orElseThrow();
    Money gross = own.filter(money -> money.currency().equals(net.currency())).orElse(net);
    Optional<Money> foreign = instructed(net);
    Money paid = foreign.orElse(gross);
    long fee = foreign.isPresent() ? 0 : gross.minor() - net.minor();
    LineDraft draft =
        new LineDraft(
            net.minor() < 0 ? LineType.BANK_DEBIT : LineType.BANK_CREDIT,
            entry.bookedOn(),
            paid,
            fee,
            net);
    draft.valueOn = entry.valueOn();
    draft.rate = foreign.flatMap(money -> rate(money, net));
    texts(draft, net.minor() < 0);
    requireClean(raw);
    return draft.line(number, key(keys, raw, net), raw);
  }

  private static void requireClean(String raw) {
    if (!Texts.isClean(raw)) {
      throw BrokenRecordException.of(
          QuarantineReason.BAD_CHARACTER, "a character that is no text stands in it");
    }
  }

  /// The amount of the transaction itself: directly, as newer versions have it, or among details.
  private Optional<Money> ownAmount() {
    Optional<XmlNode> amount =
        detail.flatMap(node -> node.find("Amt").or(() -> node.find("AmtDtls", "TxAmt", "Amt")));
    String indicator = detail.map(node -> node.text("CdtDbtInd")).orElse("");
    boolean out = entry.amount().minor() < 0;
    return amount.map(
        node ->
            CamtEntry.signed(
                CamtEntry.money(node),
                indicator.isEmpty() ? (out ? "DBIT" : "CRDT") : indicator,
                "TxDtls/CdtDbtInd"));
  }

  /// What the payer ordered, where that was in another currency.
  private Optional<Money> instructed(Money net) {
    return detail
        .flatMap(node -> node.find("AmtDtls", "InstdAmt", "Amt"))
        .map(CamtEntry::money)
        .filter(money -> !money.currency().equals(net.currency()))
        .map(money -> net.minor() < 0 ? new Money(-money.minor(), money.currency()) : money);
  }

  /// The bank's rate if it is one of what was ordered; otherwise what both amounts make.
  private Optional<BigDecimal> rate(Money paid, Money net) {
    Currency from = paid.currency();
    Optional<XmlNode> exchange = detail.flatMap(node -> exchange(node));
    return exchange
        .filter(node -> node.text("UnitCcy").equals(from.getCurrencyCode()))
        .map(node -> Rates.of(node.text("XchgRate"), "XchgRate", '.'))
        .or(() -> LineDraft.rateOf(paid.minor(), from, net.minor(), net.currency()));
  }

  private static Optional<XmlNode> exchange(XmlNode node) {
    return node.find("AmtDtls", "InstdAmt", "CcyXchg")
        .or(() -> node.find("AmtDtls", "TxAmt", "CcyXchg"));
  }

  private void texts(LineDraft draft, boolean out) {
    XmlNode node = detail.orElseGet(() -> new XmlNode("TxDtls"));
    draft.processorReference =
        CamtEntry.own(node.text("Refs", "AcctSvcrRef"), "Refs/AcctSvcrRef")
            .or(entry::reference)
            .or(() -> CamtEntry.own(node.text("Refs", "TxId"), "Refs/TxId"));
    draft.endToEndId = CamtEntry.own(node.text("Refs", "EndToEndId"), "Refs/EndToEndId");
    draft.merchantReference =
        CamtEntry.own(
            node.text("RmtInf", "Strd", "CdtrRefInf", "Ref"), "RmtInf/Strd/CdtrRefInf/Ref");
    draft.payoutId = CamtEntry.own(node.text("Refs", "InstrId"), "Refs/InstrId");
    draft.batchId =
        CamtEntry.own(node.text("Refs", "PmtInfId"), "Refs/PmtInfId")
            .or(() -> batch.flatMap(b -> CamtEntry.own(b.text("PmtInfId"), "Btch/PmtInfId")));
    draft.relatedReference = CamtEntry.own(original(node), "Refs/Prtry/Ref");
    String party = out ? "Cdtr" : "Dbtr";
    String named = node.text("RltdPties", party, "Nm");
    draft.payer = Texts.prose(named.isEmpty() ? node.text("RltdPties", party, "Pty", "Nm") : named);
    draft.description = Texts.prose(remittance(node));
  }

  /// What a return gives back, where the bank names it.
  private static String original(XmlNode node) {
    return node.find("RtrInf").isPresent() ? node.text("Refs", "Prtry", "Ref") : "";
  }

  private String remittance(XmlNode node) {
    StringBuilder text = new StringBuilder();
    node.find("RmtInf")
        .ifPresent(
            information ->
                information.children().stream()
                    .filter(child -> child.name().equals("Ustrd"))
                    .forEach(child -> text.append(child.text()).append(' ')));
    return text.isEmpty() ? node.text("AddtlTxInf") + " " + entry.text() : text.toString();
  }

  /// The bank's reference is the id of an entry. Some banks give the same one to several, so amount
  /// and day belong to it.
  private LineKey key(LineKeys keys, String raw, Money net) {
    return entry
        .reference()
        .map(
            reference ->
                keys.ofId(
                    account,
                    reference,
                    String.valueOf(place),
                    String.valueOf(net.minor()),
                    net.currency().getCurrencyCode(),
                    entry.bookedOn().toString()))
        .orElseGet(() -> keys.ofText(account + '\n' + statement + '\n' + raw));
  }
}
