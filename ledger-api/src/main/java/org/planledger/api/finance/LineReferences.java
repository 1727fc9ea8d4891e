package org.planledger.api.finance;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.settlement.SettlementLine;

/// What the lines of a run refer to: only these can mean a fee of long ago. Few are kept as they
/// are, so that fees can be looked up by them; of many only a hash of eight bytes each is kept. If
/// two of them ever had the same, a fee would be looked at that nothing refers to.
final class LineReferences {

  private static final int FEWEST = 1 << 10;

  private final int most;
  private @Nullable Set<String> texts = new HashSet<>();
  private long[] hashes = new long[FEWEST];
  private int size;

  /// @param most how many are kept as they are
  LineReferences(int most) {
    this.most = most;
  }

  void add(SettlementLine line) {
    line.merchantReference().ifPresent(this::add);
    line.relatedReference().ifPresent(this::add);
    line.processorReference().ifPresent(this::add);
    line.endToEndId().ifPresent(this::add);
  }

  private void add(String reference) {
    if (reference.isBlank()) {
      return;
    }
    keep(hash(reference));
    var kept = texts;
    if (kept != null) {
      kept.add(reference);
      if (kept.size() > most) {
        texts = null;
      }
    }
  }

  private void keep(long hash) {
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      hashes[slot] = hash;
      size++;
      if (2 * size > hashes.length) {
        grow();
      }
    }
  }

  /// Whether a line refers to it.
  boolean has(String reference) {
    var kept = texts;
    return kept != null ? kept.contains(reference) : hashes[slot(hash(reference))] != 0;
  }

  /// All of them; none if there are too many.
  Optional<Set<String>> texts() {
    return Optional.ofNullable(texts);
  }

  private static long hash(String text) {
    long hash = 0x243f6a8885a308d3L ^ text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    hash *= 0xbf58476d1ce4e5b9L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }

  private int slot(long hash) {
    int slot = (int) hash & hashes.length - 1;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & hashes.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] before = hashes;
    hashes = new long[before.length * 2];
    for (long hash : before) {
      if (hash != 0) {
        hashes[slot(hash)] = hash;
      }
    }
  }
}
