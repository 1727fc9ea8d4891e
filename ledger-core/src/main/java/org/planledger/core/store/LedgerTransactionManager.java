package org.planledger.core.store;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// The command bus's transaction manager. It opens no transaction: it sees to it that the root
/// unit of work has a [Unit], which is appended when the root commits.
///
/// Commit handlers run in the reverse order of their registration and the bus starts its
/// transaction first, so on a command that came by itself the append is the very last: nothing
/// can veto what is durable, and when the append fails, the unit of work still rolls back. A
/// command sent from another's handler joins its root's unit. A command sent by an event handler
/// is appended before the handler's own transaction commits; if that fails, the events are
/// handled again, and the command's key, derived from the event, keeps it from being stored
/// twice.
public final class LedgerTransactionManager implements TransactionManager {

  private final Appender appender;

  LedgerTransactionManager(Appender appender) {
    this.appender = appender;
  }

  /// @throws IllegalStateException outside any unit of work
  @Override
  public Transaction startTransaction() {
    if (!CurrentUnitOfWork.isStarted()) {
      throw new IllegalStateException(
          "The ledger stores what a unit of work gathers, and there is none: send a command");
    }
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    if (Unit.of(root) == null) {
      Unit unit = new Unit();
      Unit.attach(unit, root);
      root.onCommit(committing -> appender.append(unit));
    }
    return NothingToEnd.INSTANCE;
  }

  private enum NothingToEnd implements Transaction {
    INSTANCE;

    @Override
    public void commit() {
      // The root's commit handler appends the unit.
    }

    @Override
    public void rollback() {
      // A unit that is not appended leaves no trace.
    }
  }
}
