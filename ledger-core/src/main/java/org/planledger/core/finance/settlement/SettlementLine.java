package org.planledger.core.finance.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.terms.Money;

/// One line of a settlement or of a bank statement, in the one form that all sources are brought
/// into. Amounts are whole minor units of their currency and carry their direction: above zero is
/// to us, below zero is from us.
///
/// @param number which record of the file it is, from 1: for a table the line where it begins, for
///     a statement the number of the transaction
/// @param key what it is known by in whichever file it stands
/// @param type what it is about
/// @param bookedOn the day of the source's books
/// @param valueOn the day from which the money counts
/// @param gross what the payer paid or got back
/// @param feeMinor what the processor kept of it, in the currency of `net`; below zero if it gave
///     something back
/// @param net what arrives, in the currency in which it is settled
/// @param rate how much of the currency of `net` is one of the currency of `gross`, if they differ
/// @param processorReference what the source calls the payment: a charge, a PSP reference, the
///     bank's reference
/// @param merchantReference what we call it: normally the id of a fee
/// @param endToEndId what goes with a payment from its order to its booking; not unique
/// @param relatedReference the payment that a refund or a chargeback belongs to
/// @param batchId the batch in which the source settled it
/// @param payoutId the payout that it is part of
/// @param payer who paid, as far as the source says so
/// @param description text for people
/// @param raw the record as it stood in the file; for XML its canonical fragment
public record SettlementLine(
    int number,
    LineKey key,
    LineType type,
    LocalDate bookedOn,
    Optional<LocalDate> valueOn,
    Money gross,
    long feeMinor,
    Money net,
    Optional<BigDecimal> rate,
    Optional<String> processorReference,
    Optional<String> merchantReference,
    Optional<String> endToEndId,
    Optional<String> relatedReference,
    Optional<String> batchId,
    Optional<String> payoutId,
    Optional<String> payer,
    Optional<String> description,
    String raw) {

  /// How many characters of a record are kept.
  public static final int RAW_CHARACTERS = 4000;

  /// Cuts the record to what is kept of it.
  ///
  /// @throws IllegalArgumentException if the number is below 1
  public SettlementLine {
    if (number < 1) {
      throw new IllegalArgumentException("the records of a file are counted from 1");
    }
    raw = raw.length() > RAW_CHARACTERS ? cut(raw) : raw;
  }

  /// The same line, apart from any payout or batch.
  public SettlementLine withoutPayout() {
    return new SettlementLine(
        number,
        key,
        type,
        bookedOn,
        valueOn,
        gross,
        feeMinor,
        net,
        rate,
        processorReference,
        merchantReference,
        endToEndId,
        relatedReference,
        Optional.empty(),
        Optional.empty(),
        payer,
        description,
        raw);
  }

  /// A character that takes two places is not cut in half: it could not be stored.
  private static String cut(String raw) {
    int end =
        Character.isHighSurrogate(raw.charAt(RAW_CHARACTERS - 1))
            ? RAW_CHARACTERS - 1
            : RAW_CHARACTERS;
    return raw.substring(0, end);
  }
}
