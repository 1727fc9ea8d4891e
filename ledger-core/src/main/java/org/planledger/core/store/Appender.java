package org.planledger.core.store;

import org.axonframework.modelling.command.ConcurrencyException;

/// The one way into the ledger. Units of many callers share one commit.
public interface Appender extends AutoCloseable {

  /// Stores the unit whole or not at all, and returns when it is durable. The unit keeps the
  /// receipt too. Called once per unit of work, in its commit phase, on the caller's thread,
  /// which waits without being interruptible.
  ///
  /// @throws LedgerBusyException if too many units wait already; nothing was written
  /// @throws ConcurrencyException (a [StreamConflictException]) if another unit has taken the
  ///     place of one of its events; nothing was written
  /// @throws DuplicateIdempotencyKeyException if its attempt's key is taken; nothing was written
  /// @throws OutcomeUnknownException if the connection was lost: the unit may be stored or not,
  ///     and the client finds out by repeating the command with its key
  /// @throws LedgerStoreException if the database refused it for another reason; nothing was
  ///     written
  Receipt append(Unit unit);

  /// Refuses further units, waits for those that are queued, and lets the connections go.
  @Override
  void close();
}
