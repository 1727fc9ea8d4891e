package org.planledger.core.store;

import java.time.Duration;

/// The store's limits.
///
/// @param batchUnits how many commands share one commit at most
/// @param queueUnits how many commands may wait for the next commit before others are turned away
/// @param rememberedStreams of how many streams the last hash is kept in memory
/// @param statementTimeout after which PostgreSQL gives up an append, having stored nothing
/// @param networkTimeout after which a silent PostgreSQL server counts as lost; longer than the
///     statement's, so that a slow answer is not taken for none
/// @param headInterval how often to look for what other processes have appended; zero where none
///     can, as on H2
public record StoreSettings(
    int batchUnits,
    int queueUnits,
    int rememberedStreams,
    Duration statementTimeout,
    Duration networkTimeout,
    Duration headInterval) {

  public StoreSettings {
    if (batchUnits < 1 || queueUnits < 1 || rememberedStreams < 0) {
      throw new IllegalArgumentException(
          "A batch and the queue hold at least one command, and no fewer than no streams are"
              + " remembered");
    }
    if (!statementTimeout.isPositive() || networkTimeout.compareTo(statementTimeout) <= 0) {
      throw new IllegalArgumentException(
          "The network's time-out must be longer than the statement's, and both positive");
    }
    if (headInterval.isNegative()) {
      throw new IllegalArgumentException("The ledger's head cannot be looked at in the past");
    }
  }

  /// What serves well on one database of either kind.
  public static StoreSettings defaults(DatabaseVendor vendor) {
    return new StoreSettings(
        256,
        2_048,
        50_000,
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        switch (vendor) {
          case H2 -> Duration.ZERO;
          case POSTGRESQL -> Duration.ofMillis(50);
        });
  }
}
