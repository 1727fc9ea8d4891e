package org.planledger.core.finance.matching;

import org.planledger.core.terms.Money;

/// What is due and did not arrive, or arrived and is not due, and is no exception.
///
/// @param amount what is due less what arrived: below zero if more arrived
/// @param account where it is booked
/// @param explanation why it may be booked there, for people
/// @param bookedByAct whether the act that gave it up has booked it, so that the match does not
public record Remainder(
    Money amount, RemainderAccount account, String explanation, boolean bookedByAct) {

  /// One that the match books.
  static Remainder ofMatch(Money amount, RemainderAccount account, String explanation) {
    return new Remainder(amount, account, explanation, false);
  }
}
