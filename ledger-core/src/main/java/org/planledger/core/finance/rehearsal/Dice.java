package org.planledger.core.finance.rehearsal;

import java.util.UUID;

/// Numbers that look like chance and follow from a seed and a place alone (SplitMix64), so that any
/// part of a book can be made without those before it.
final class Dice {

  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private long state;

  Dice(long seed, long place) {
    state = mix(seed) ^ mix(place * STEP + 1);
  }

  private static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  long next() {
    state += STEP;
    return mix(state);
  }

  /// From 0 to one below the bound.
  int below(int bound) {
    return (int) Math.floorMod(next(), (long) bound);
  }

  /// An id as the ledger gives them at that moment.
  String id(long millis) {
    long high = (millis << 16) | VERSION_7 | (next() & 0xfffL);
    return new UUID(high, VARIANT | (next() >>> 2)).toString();
  }
}
