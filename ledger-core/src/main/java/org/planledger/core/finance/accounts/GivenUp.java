package org.planledger.core.finance.accounts;

import java.time.LocalDate;
import java.util.Currency;

/// A fee that a customer owed and somebody has given up, or waits for again. No event of a plan
/// says so: it is told by whoever keeps the books.
///
/// @param quote what made the fee, which says what it belongs to
/// @param position the ledger's position at which it was decided; not before that of the quote
/// @param postedMonth the month it is posted in, such as `2026-03`
/// @param postedOn the day it is posted on; not before that of the quote
/// @param minor how much was given up, in minor units of the fee's currency; below zero if it is
///     waited for again
public record GivenUp(
    FeeMovement quote, long position, String postedMonth, LocalDate postedOn, long minor) {

  /// In which currency that is.
  public Currency currency() {
    return quote.amount().currency();
  }
}
