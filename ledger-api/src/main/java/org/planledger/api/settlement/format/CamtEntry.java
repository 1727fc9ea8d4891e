package org.planledger.api.settlement.format;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.planledger.core.terms.Money;

/// What an entry says of all its transactions.
///
/// @param amount what was booked, below zero if it left the account
/// @param reference the bank's own, if it is one
record CamtEntry(
    Money amount,
    LocalDate bookedOn,
    Optional<LocalDate> valueOn,
    Optional<String> reference,
    String text) {

  /// The entry with these parts.
  ///
  /// @throws BrokenRecordException if it is not booked, or lacks what every entry has
  static CamtEntry of(XmlNode entry) {
    String status = entry.text("Sts");
    if (status.isEmpty()) {
      status = entry.text("Sts", "Cd");
    }
    if (entry.find("Sts").isEmpty()) {
      throw missing("Sts");
    }
    requireBooked(status);
    if (entry.find("BkTxCd").isEmpty()) {
      throw missing("BkTxCd");
    }
    Money amount =
        signed(
            money(entry.find("Amt").orElseThrow(() -> missing("Amt"))),
            entry.text("CdtDbtInd"),
            "CdtDbtInd");
    LocalDate bookedOn =
        day(entry, "BookgDt").or(() -> day(entry, "ValDt")).orElseThrow(() -> missing("BookgDt"));
    return new CamtEntry(
        amount,
        bookedOn,
        day(entry, "ValDt"),
        own(entry.text("AcctSvcrRef"), "AcctSvcrRef"),
        entry.text("AddtlNtryInf"));
  }

  private static void requireBooked(String status) {
    switch (status) {
      case "BOOK" -> {}
      case "PDNG", "INFO", "FUTR" ->
          throw BrokenRecordException.in(
              "Sts",
              QuarantineReason.NOT_BOOKED,
              "the status is %s: it is money when the bank has booked it".formatted(status));
      default ->
          throw BrokenRecordException.in(
              "Sts",
              QuarantineReason.UNKNOWN_CODE,
              "\"%s\" is none of BOOK, PDNG, INFO and FUTR".formatted(Texts.shown(status)));
    }
  }

  /// An amount, which is never below zero: its direction stands beside it.
  static Money money(XmlNode amount) {
    Currency currency = Currencies.of(amount.attribute("Ccy"), "Amt/@Ccy");
    String text = amount.text();
    if (text.startsWith("-")) {
      throw BrokenRecordException.in(
          "Amt",
          QuarantineReason.WRONG_SIGN,
          "the direction stands in CdtDbtInd and not in a sign");
    }
    return new Money(DecimalForm.PLAIN.minor(text, currency, "Amt"), currency);
  }

  static Money signed(Money amount, String indicator, String column) {
    return switch (indicator) {
      case "CRDT" -> amount;
      case "DBIT" -> new Money(-amount.minor(), amount.currency());
      case "" -> throw missing(column);
      default ->
          throw BrokenRecordException.in(
              column,
              QuarantineReason.UNKNOWN_CODE,
              "\"%s\" is neither CRDT nor DBIT".formatted(Texts.shown(indicator)));
    };
  }

  /// A reference, unless it says that there is none.
  static Optional<String> own(String text, String column) {
    return Texts.reference(text, column)
        .filter(reference -> !reference.equalsIgnoreCase("NOTPROVIDED"))
        .filter(reference -> !reference.equalsIgnoreCase("NONREF"));
  }

  /// A day, or the day of a moment as the bank writes it, in its own zone.
  private static Optional<LocalDate> day(XmlNode entry, String part) {
    String day = entry.text(part, "Dt");
    String text = day.isEmpty() ? entry.text(part, "DtTm") : day;
    return text.isEmpty() ? Optional.empty() : Optional.of(Days.iso(text, part));
  }

  private static BrokenRecordException missing(String part) {
    return BrokenRecordException.in(part, QuarantineReason.MISSING, "every entry has it");
  }
}
