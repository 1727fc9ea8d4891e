package org.planledger.core.store.sealing;

import java.time.Duration;

/// When the sealer works, and how much it takes on at a time.
///
/// @param interval after which new events are sealed at the latest, if there is time
/// @param events how many new events are sealed without waiting for the interval's end
/// @param perCheckpoint how many events, attempts and reads one checkpoint adds at most
/// @param page how many of them are held in memory at once
public record SealerSettings(Duration interval, long events, int perCheckpoint, int page) {

  public SealerSettings {
    if (!interval.isPositive() || events < 1 || perCheckpoint < 1 || page < 1) {
      throw new IllegalArgumentException("A sealer that never seals is none");
    }
  }

  /// Every so often, in pages that serve well.
  public static SealerSettings of(Duration interval, long events) {
    return new SealerSettings(interval, events, 50_000, 2_000);
  }
}
