package org.planledger.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.planledger.core.store.UnitWriter.Outcome.Failed;
import org.planledger.core.store.UnitWriter.Outcome.Stored;

/// Writes batches on one connection that it keeps to itself. Used by one thread at a time.
///
/// Every batch starts by moving the head row, which makes all writers of the ledger, wherever
/// they run, take turns until their commit. Isolation is READ COMMITTED, and no constraint is
/// deferred: what fails, fails before the commit.
abstract class BatchWriter implements UnitWriter {

  private final Connection connection;
  private final Violations violations;

  BatchWriter(Connection connection) {
    this.connection = connection;
    this.violations = new Violations(connection);
  }

  Connection connection() {
    return connection;
  }

  @Override
  public final List<Outcome> write(List<Unit> units) {
    try {
      Batch batch = new Batch(units);
      HeadRow before = writeAtOnce(batch);
      return batch.receipts(before).stream().<Outcome>map(Stored::new).toList();
    } catch (SQLException e) {
      if (SqlErrors.isConnectionLost(e)) {
        throw new OutcomeUnknownException(e);
      }
      if (!SqlErrors.isInTheRows(e)) {
        throw LedgerStoreException.nothingStored(e);
      }
      return writeWinners(units);
    }
  }

  /// Inserts a batch and makes it durable.
  ///
  /// @throws SQLException if nothing was stored, or if the connection was lost
  /// @throws OutcomeUnknownException if it is not known whether it was stored
  abstract HeadRow writeAtOnce(Batch batch) throws SQLException;

  /// Moves the head and inserts a batch in the transaction that is open, or in one of its own if
  /// the connection commits by itself.
  ///
  /// @return the head as it stood before
  abstract HeadRow insert(Batch batch) throws SQLException;

  /// Returns when all that was committed is on disk.
  abstract void force() throws SQLException;

  /// Ends the transaction, durably. Once a commit was tried and failed, nobody knows.
  final void commitAndForce() {
    try {
      connection.commit();
      force();
    } catch (SQLException e) {
      throw new OutcomeUnknownException(e);
    }
  }

  /// Stores the units in one transaction, halving what fails until only the losers are left out.
  /// A single loser among many costs a few statements, and every unit keeps its turn.
  private List<Outcome> writeWinners(List<Unit> units) {
    try {
      connection.setAutoCommit(false);
      List<Outcome> outcomes = new ArrayList<>(units.size());
      writeHalving(units, outcomes);
      commitAndForce();
      restoreAutoCommit();
      return outcomes;
    } catch (SQLException e) {
      if (SqlErrors.isConnectionLost(e)) {
        throw new OutcomeUnknownException(e);
      }
      // The transaction is open still and goes with the connection, which is given up.
      throw LedgerStoreException.nothingStored(e);
    }
  }

  private void writeHalving(List<Unit> units, List<Outcome> outcomes) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      Batch batch = new Batch(units);
      HeadRow head = insert(batch);
      connection.releaseSavepoint(before);
      batch.receipts(head).forEach(receipt -> outcomes.add(new Stored(receipt)));
    } catch (SQLException e) {
      if (!SqlErrors.isInTheRows(e)) {
        throw e;
      }
      connection.rollback(before);
      if (units.size() == 1) {
        outcomes.add(new Failed(violations.explain(e, units.getFirst())));
      } else {
        int half = units.size() / 2;
        writeHalving(units.subList(0, half), outcomes);
        writeHalving(units.subList(half, units.size()), outcomes);
      }
    }
  }

  /// Puts the connection back into the mode in which [#writeAtOnce] expects it.
  abstract void restoreAutoCommit() throws SQLException;
}
