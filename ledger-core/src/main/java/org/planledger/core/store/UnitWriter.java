package org.planledger.core.store;

import java.util.List;

/// Stores the units of many callers in one go. Used by one thread at a time.
interface UnitWriter extends AutoCloseable {

  /// What became of one unit.
  sealed interface Outcome {
    /// It is durable.
    record Stored(Receipt receipt) implements Outcome {}

    /// Nothing of it was stored.
    record Failed(RuntimeException reason) implements Outcome {}
  }

  /// Stores the units so that they are durable when it returns, all in one commit; each that
  /// cannot be stored fails alone, with the reason.
  ///
  /// @return one outcome for each unit, in their order
  /// @throws OutcomeUnknownException if the connection was lost; the writer is then of no use
  ///     any more
  /// @throws LedgerStoreException if the database could store nothing, whatever was in the units;
  ///     the writer is then better given up
  List<Outcome> write(List<Unit> units);

  @Override
  void close();
}
