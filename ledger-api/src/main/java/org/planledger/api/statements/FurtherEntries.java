package org.planledger.api.statements;

import java.util.List;
import java.util.stream.Stream;
import org.planledger.core.finance.accounts.GivenUp;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.TrialBalance;
import org.planledger.projections.movements.MovementsQueries.Span;

/// Entries of the fee ledger that follow from no event of a plan: money at processors and banks,
/// what was matched with fees, and write-offs.
public interface FurtherEntries {

  /// Those that belong to a span of the ledger, in a fixed order. They are read as the stream is
  /// consumed.
  Stream<JournalEntry> within(Span span);

  /// Adds what those of a span come to. They are not read for it.
  void addTo(TrialBalance balance, Span span);

  /// What of a span changes what customers owe.
  List<GivenUp> givenUp(Span span);
}
