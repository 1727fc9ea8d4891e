package org.planledger.core.finance.matching;

import org.planledger.core.terms.Money;

/// What is due and did not arrive, or arrived and is not due, and is no exception.
///
/// @param amount what is due less what arrived: below zero if more arrived
/// @param account where it is booked
/// @param explanation why it may be booked there, for people
public record Remainder(Money amount, RemainderAccount account, String explanation) {}
