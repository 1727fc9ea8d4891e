package org.planledger.api.configuration;

/// This process among those that may work on the same ledger, with nothing left open.
///
/// @param id names it to the others
/// @param alone whether it may trust what it remembers, because nobody else writes
record Node(String id, boolean alone) {}
