package org.planledger.core.store.sealing;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.StreamBucket;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.evidence.StreamMap;
import org.planledger.core.evidence.TileId;

/// Holds the map of streams against the streams, and against the checkpoint that it belongs to.
final class MapCheck {

  private final StoredMap stored;
  private final Work work;
  private final EventCheck events;
  private final Findings findings;
  private final Map<Integer, Map<Hash, StreamEntry>> expected = new HashMap<>();
  private final boolean full;

  /// @param events has looked at all streams, or at those that changed
  /// @param full whether it has looked at all
  MapCheck(Work work, EventCheck events, boolean full, Findings findings) {
    this.work = work;
    this.stored = new StoredMap(work);
    this.events = events;
    this.findings = findings;
    this.full = full;
    for (StreamEntry entry : events.ends()) {
      expected
          .computeIfAbsent(StreamBucket.numberOf(entry.key()), _ -> new HashMap<>())
          .put(entry.key(), entry);
    }
  }

  /// Looks at the whole map.
  ///
  /// @param checkpoint the newest, and nobody makes another one meanwhile
  void run(StoredCheckpoint checkpoint) throws SQLException {
    byte[] upper = tile(0, 0);
    if (!StreamMap.fold(upper).equals(checkpoint.checkpoint().map())) {
      findings.add(
          "log_map_tile layer 0 number 0",
          "the map's root is not that of checkpoint " + checkpoint.number());
    }
    for (int number = 0; number < TileId.WIDTH; number++) {
      byte[] lower = tile(1, number);
      if (!StreamMap.fold(lower).equals(Hash.at(upper, number))) {
        findings.add("log_map_tile layer 1 number " + number, "it is not what the tile above says");
      }
      buckets(number * TileId.WIDTH, lower);
    }
  }

  private byte[] tile(int layer, int number) {
    byte[] tile = stored.layer(layer, number);
    if (tile.length == TileId.WIDTH * Hash.BYTES) {
      return tile;
    }
    if (tile.length != 0) {
      findings.add("log_map_tile layer " + layer + " number " + number, "it is cut off");
    }
    return new byte[TileId.WIDTH * Hash.BYTES];
  }

  private void buckets(int from, byte[] above) throws SQLException {
    Map<Integer, byte[]> rows = StoredMap.buckets(work, from, from + TileId.WIDTH - 1);
    for (int number = from; number < from + TileId.WIDTH; number++) {
      byte[] row = rows.getOrDefault(number, new byte[0]);
      try {
        StreamBucket bucket = StreamBucket.of(number, row);
        if (!bucket.root().equals(Hash.at(above, number - from))) {
          findings.add("log_map_bucket " + number, "it is not what the tile above says");
        }
        entries(number, bucket);
      } catch (DamagedEvidenceException e) {
        findings.add("log_map_bucket " + number, String.valueOf(e.getMessage()));
      }
    }
  }

  private void entries(int number, StreamBucket bucket) {
    Map<Hash, StreamEntry> wanted = expected.getOrDefault(number, Map.of());
    wanted.forEach(
        (key, entry) -> {
          Optional<StreamEntry> found = bucket.entry(key);
          if (found.filter(entry::equals).isEmpty()) {
            findings.add(
                "log_map_bucket " + number,
                "stream "
                    + events.named(key).orElse("unknown")
                    + " ends with sequence "
                    + entry.lastSequence()
                    + found
                        .map(
                            other ->
                                other.lastSequence() == entry.lastSequence()
                                    ? ", and the map has another hash of it"
                                    : ", and the map says " + other.lastSequence())
                        .orElse(", and the map does not have it"));
          }
        });
    if (full && bucket.entries().stream().anyMatch(entry -> !wanted.containsKey(entry.key()))) {
      findings.add("log_map_bucket " + number, "it has an entry of no stream");
    }
  }
}
