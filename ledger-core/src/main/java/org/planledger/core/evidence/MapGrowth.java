package org.planledger.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts entries into the map of streams, and keeps what changes by it until it is stored. Used by
/// one thread at a time.
public final class MapGrowth implements MapSource {

  private final MapSource stored;
  private final Map<Integer, byte[]> buckets = new TreeMap<>();
  private final Map<Integer, byte[]> lowerTiles = new TreeMap<>();
  private byte[] upperTile = new byte[0];

  /// @param stored the map as it is
  public MapGrowth(MapSource stored) {
    this.stored = stored;
  }

  /// Puts entries in, each for the first time or in place of the one its stream had. The last of
  /// several with one key stays.
  ///
  /// @throws DamagedEvidenceException if what is stored cannot be read
  public void put(Collection<StreamEntry> entries) {
    Map<Integer, List<StreamEntry>> byBucket = new TreeMap<>();
    for (StreamEntry entry : entries) {
      byBucket
          .computeIfAbsent(StreamBucket.numberOf(entry.key()), _ -> new ArrayList<>())
          .add(entry);
    }
    byBucket.forEach(this::put);
    upperTile = StreamMap.whole(0, 0, layer(0, 0)).clone();
    lowerTiles.forEach((number, tile) -> StreamMap.fold(tile).copyTo(upperTile, number));
  }

  private void put(int number, List<StreamEntry> entries) {
    StreamBucket bucket = StreamBucket.of(number, bucket(number)).with(entries);
    buckets.put(number, bucket.stored());
    byte[] above =
        lowerTiles.computeIfAbsent(
            number / TileId.WIDTH, tile -> StreamMap.whole(1, tile, stored.layer(1, tile)).clone());
    bucket.root().copyTo(above, number % TileId.WIDTH);
  }

  /// The root of the map as it is now.
  public Hash root() {
    return new StreamMap(this).root();
  }

  /// The buckets that have to be stored, by number.
  public Map<Integer, byte[]> buckets() {
    return buckets;
  }

  /// The tiles that have to be stored, by layer and number.
  public Map<Integer, Map<Integer, byte[]>> layers() {
    Map<Integer, Map<Integer, byte[]>> layers = new HashMap<>();
    if (upperTile.length > 0) {
      layers.put(0, Map.of(0, upperTile));
      layers.put(1, lowerTiles);
    }
    return layers;
  }

  @Override
  public byte[] bucket(int number) {
    byte[] changed = buckets.get(number);
    return changed == null ? stored.bucket(number) : changed;
  }

  @Override
  public byte[] layer(int layer, int number) {
    byte[] changed = layer == 0 ? upperTile : lowerTiles.getOrDefault(number, new byte[0]);
    return changed.length == 0 ? stored.layer(layer, number) : changed;
  }
}
