package org.planledger.core.evidence;

/// Where the map of streams is kept.
public interface MapSource {

  /// The stored form of a bucket; no bytes if it is empty.
  byte[] bucket(int number);

  /// 256 hashes, end to end: of layer 1, the roots of 256 buckets each; of layer 0, the roots of
  /// layer 1's tiles. No bytes if all of them are empty.
  ///
  /// @param number of layer 1's tile, from 0 to 255; 0 for layer 0's only one
  byte[] layer(int layer, int number);
}
