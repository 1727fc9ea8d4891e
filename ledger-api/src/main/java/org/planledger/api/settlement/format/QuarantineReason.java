package org.planledger.api.settlement.format;

/// Why a record is no line.
public enum QuarantineReason {
  /// Another number of fields than the head of the table has columns.
  FIELD_COUNT,
  /// A quotation mark that is not closed, or text behind a closed one.
  BROKEN_QUOTE,
  /// Longer than any record, or any text in it, may be.
  TOO_LONG,
  /// Bytes that are no text in the encoding of the file, or a control character.
  BAD_CHARACTER,
  /// Something that every record of its kind has is not there.
  MISSING,
  /// Not a decimal number in the form that is expected.
  BAD_AMOUNT,
  /// A million millions or more.
  AMOUNT_TOO_LARGE,
  /// More decimal places than the currency has.
  TOO_PRECISE,
  /// ISO 4217 has no such currency, or one without minor units.
  UNKNOWN_CURRENCY,
  /// Not a day in the form that is expected.
  BAD_DATE,
  /// A day of another century.
  UNREASONABLE_DATE,
  /// A payment that takes, a refund that gives, a negative amount where only positive ones stand.
  WRONG_SIGN,
  /// Gross less fee is not net, or the parts of an entry are not its sum.
  NOT_ADDING_UP,
  /// Not a rate of exchange.
  BAD_RATE,
  /// A code that the format does not have.
  UNKNOWN_CODE,
  /// The bank has announced the entry and not booked it: nothing is wrong with it.
  NOT_BOOKED
}
