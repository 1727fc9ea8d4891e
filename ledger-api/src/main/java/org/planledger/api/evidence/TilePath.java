package org.planledger.api.evidence;

import java.util.Optional;
import java.util.regex.Pattern;
import org.planledger.core.evidence.TileId;

/// The address of a tile (C2SP tlog-tiles): its level, its place in groups of three digits of which
/// all but the last begin with an `x`, and the number of its hashes where it is not full.
///
/// @param width how many hashes are asked for, 1 to 256
record TilePath(TileId id, int width) {

  private static final Pattern LEVEL = Pattern.compile("0|[1-9]\\d?");
  private static final Pattern PLACE =
      Pattern.compile("/((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

  /// A tree of 2^63 leaves has no more levels of tiles.
  private static final int HIGHEST_LEVEL = 7;

  /// Reads an address; nothing if it cannot be one.
  ///
  /// @param place what follows the level, with the slash before it
  static Optional<TilePath> of(String level, String place) {
    var found = PLACE.matcher(place);
    if (!LEVEL.matcher(level).matches() || !found.matches()) {
      return Optional.empty();
    }
    String groups = found.group(1);
    // Every number has one address: none begins with a group of zeros but that of a small one.
    boolean padded = groups.startsWith("x000/");
    String partial = found.group(2);
    int width = partial == null ? TileId.WIDTH : Integer.parseInt(partial);
    int height = Integer.parseInt(level);
    if (padded || height > HIGHEST_LEVEL || (partial != null && width >= TileId.WIDTH)) {
      return Optional.empty();
    }
    long number = Long.parseLong(groups.replaceAll("[x/]", ""));
    return Optional.of(new TilePath(new TileId(height, number), width));
  }

  /// How many hashes of this tile a tree of so many leaves has.
  long coveredBy(long size) {
    long hashes = size >>> (Byte.SIZE * id.level());
    return Math.clamp(hashes - id.number() * TileId.WIDTH, 0, TileId.WIDTH);
  }
}
