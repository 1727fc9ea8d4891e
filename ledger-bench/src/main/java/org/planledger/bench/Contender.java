package org.planledger.bench;

/// One way of storing commands durably, on an empty database of its own.
interface Contender extends AutoCloseable {

  /// A client that is one of so many. Clients share nothing: each writes to streams of its own, so
  /// that none waits for another but in the database.
  ///
  /// @param number from 0
  /// @param clients how many there are in all
  Client client(int number, int clients);

  /// Makes ready for a race in which about so many commands are acknowledged.
  void prepare(long commands) throws InterruptedException;

  /// What has been acknowledged to all clients, seeding included.
  Acknowledged acknowledged();

  /// Compares what was acknowledged with what is stored. Called when this contender is closed, so
  /// that nothing is seen but what is in the database.
  ///
  /// @throws LostCommandsException if they are not the same
  void verify();

  /// Lets all connections go.
  @Override
  void close();
}
