package org.planledger.bench;

/// Sends commands one after the other.
@FunctionalInterface
interface Client {

  /// Sends a command and returns when it is durable.
  ///
  /// @return false if there was none left to send
  boolean send();
}
