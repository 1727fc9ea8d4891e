package org.planledger.bench;

/// One way of making a view anew from all events.
interface Rebuilder extends AutoCloseable {

  /// Folds all events into the view's empty table, and returns when all of it is stored.
  void rebuild() throws InterruptedException;

  @Override
  default void close() {}
}
