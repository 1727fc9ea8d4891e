package org.planledger.bench;

import org.planledger.core.store.testing.LedgerDatabase;

/// The ways of storing commands that are measured beside each other.
enum Contestant {
  /// The floor: what the database gives to whoever inserts one event and commits.
  RAW("raw insert and commit"),
  /// The same when waiting clients share one commit: what is left for a ledger to reach.
  RAW_SHARED("raw, shared commits"),
  /// The framework as its manual sets it up.
  STOCK("Axon JDBC"),
  /// The framework with its own cache.
  STOCK_CACHED("Axon JDBC, cache"),
  /// Ours, from the door to the disk.
  LEDGER("Plan Ledger");

  private final String label;

  Contestant(String label) {
    this.label = label;
  }

  /// How tables call it.
  String label() {
    return label;
  }

  /// Opens it on an empty database.
  ///
  /// @param connections how many connections it may hold
  /// @param plans how many plans, or streams, its clients share out among them
  Contender open(LedgerDatabase database, int connections, int plans) {
    return switch (this) {
      case RAW -> RawStreams.committingEach(database, connections, plans);
      case RAW_SHARED -> RawStreams.sharingCommits(database, plans);
      case STOCK -> new StockContender(database, connections, plans, false);
      case STOCK_CACHED -> new StockContender(database, connections, plans, true);
      case LEDGER -> new LedgerContender(database, connections, plans);
    };
  }
}
