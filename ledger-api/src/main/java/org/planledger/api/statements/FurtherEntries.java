package org.planledger.api.statements;

import java.util.stream.Stream;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.projections.movements.MovementsQueries.Span;

/// Entries of the fee ledger that follow from no event of a plan: money at the bank, what a
/// processor kept, differences and write-offs.
@FunctionalInterface
public interface FurtherEntries {

  /// Those that belong to a span of the ledger, in a fixed order. It is to be closed.
  Stream<JournalEntry> within(Span span);
}
