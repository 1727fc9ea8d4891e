package org.planledger.core.finance.matching;

/// Where a difference that a match leaves is booked.
public enum RemainderAccount {
  /// What a processor or a bank kept.
  PROCESSOR_COSTS,
  /// What an exchange rate made of it.
  EXCHANGE_DIFFERENCES,
  /// Too small to ask for.
  SMALL_DIFFERENCES,
  /// Given up by a person.
  WRITE_OFFS
}
