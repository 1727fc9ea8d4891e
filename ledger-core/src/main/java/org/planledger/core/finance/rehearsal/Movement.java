package org.planledger.core.finance.rehearsal;

import org.planledger.core.finance.settlement.SettlementLine;

/// One movement as its origin reports it.
///
/// @param origin who reports it
/// @param line what it says
/// @param broken whether a file should have it in a form that cannot be read
public record Movement(Origin origin, SettlementLine line, boolean broken) {}
