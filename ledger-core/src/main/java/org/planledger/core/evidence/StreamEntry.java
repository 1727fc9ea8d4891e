package org.planledger.core.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What the map holds of one stream: where it ends.
///
/// @param key the hash of the stream's id
/// @param lastSequence the sequence of its last event
/// @param streamHash which chains that event to all before it
public record StreamEntry(Hash key, long lastSequence, Hash streamHash) {

  static final int BYTES = 2 * Hash.BYTES + Long.BYTES;

  /// The entry of a stream.
  public static StreamEntry of(String streamId, long lastSequence, Hash streamHash) {
    return new StreamEntry(key(streamId), lastSequence, streamHash);
  }

  /// The place of a stream in the map: SHA-256 of its id in UTF-8.
  public static Hash key(String streamId) {
    return Hash.of(Sha256.digest().digest(streamId.getBytes(StandardCharsets.UTF_8)));
  }

  /// The hash that stands for it: SHA-256(0x03, key, last sequence, stream hash).
  Hash leaf() {
    return Sha256.of(Sha256.MAP_ENTRY, stored());
  }

  /// Key, sequence (eight bytes, big endian) and hash, end to end.
  byte[] stored() {
    return ByteBuffer.allocate(BYTES)
        .put(key.content())
        .putLong(lastSequence)
        .put(streamHash.content())
        .array();
  }

  static StreamEntry read(ByteBuffer stored) {
    byte[] key = new byte[Hash.BYTES];
    stored.get(key);
    long lastSequence = stored.getLong();
    byte[] streamHash = new byte[Hash.BYTES];
    stored.get(streamHash);
    return new StreamEntry(Hash.of(key), lastSequence, Hash.of(streamHash));
  }
}
