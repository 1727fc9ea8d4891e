package org.planledger.core.store.sealing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.TileGrowth;
import org.planledger.core.evidence.TileId;
import org.planledger.core.evidence.TreeRange;

/// Holds one log, entry by entry, against its tiles and against every checkpoint on the way.
///
/// The leaves are computed from the rows and compared with the sealed ones in the tiles. Where they
/// differ, the next checkpoint's root tells which of the two is the one that was signed. From there
/// on the check goes by what was signed, so that one changed row is one finding.
final class LogCheck {

  private static final int NAMED = 20;

  private final LogName log;
  private final StoredTiles stored;
  private final Findings findings;
  private final TileGrowth growth;
  private TreeRange rows;
  private TreeRange sealed;
  private byte[] tile = new byte[0];
  private final List<Long> differences = new ArrayList<>();
  private long size;

  /// @param from the size up to which all is known to be well
  LogCheck(Work work, LogName log, long from, Findings findings) {
    this.log = log;
    this.stored = new StoredTiles(work, log);
    this.findings = findings;
    this.size = from;
    this.growth = new TileGrowth(stored, from);
    this.rows = TreeRange.of(stored, from);
    this.sealed = rows.copy();
  }

  /// Up to where it has come.
  long size() {
    return size;
  }

  /// Takes the next entry.
  ///
  /// @param leaf from the stored bytes
  /// @return whether it is the one that was sealed
  boolean next(Hash leaf) {
    Hash sealedLeaf = sealedLeaf(size);
    size++;
    rows.append(leaf);
    sealed.append(sealedLeaf);
    if (!leaf.equals(sealedLeaf)) {
      differences.add(size);
    }
    try {
      growth.append(sealedLeaf);
      compare(growth.takeFull());
    } catch (DamagedEvidenceException e) {
      findings.add(place(), String.valueOf(e.getMessage()));
    }
    return leaf.equals(sealedLeaf);
  }

  /// The next entry is not there: the check goes on by what was sealed of it.
  void missing() {
    findings.add(entry(size + 1), "it is missing");
    next(sealedLeaf(size));
  }

  /// The next entry holds what the ledger never wrote.
  void unreadable() {
    findings.add(entry(size + 1), "it holds what the ledger never wrote");
    next(sealedLeaf(size));
  }

  private Hash sealedLeaf(long index) {
    int offset = (int) (index % TileId.WIDTH);
    if (offset == 0 || tile.length == 0) {
      tile = stored.tile(new TileId(0, index / TileId.WIDTH));
    }
    // A leaf that the tile has lost is none that anything could be equal to.
    return tile.length < (offset + 1) * Hash.BYTES ? Hash.ZERO : Hash.at(tile, offset);
  }

  private void compare(Map<TileId, byte[]> expected) {
    expected.forEach(
        (id, hashes) -> {
          byte[] found = stored.tile(id);
          if (!Arrays.equals(
              hashes, 0, hashes.length, found, 0, Math.min(found.length, hashes.length))) {
            findings.add(
                "log_tile " + log + " level " + id.level() + " number " + id.number(),
                "it does not follow from the tiles below it");
          }
        });
  }

  /// A checkpoint covers what has been taken so far.
  void checkpoint(StoredCheckpoint checkpoint) {
    Hash signed = checkpoint.head(log).root();
    boolean sealedIsSigned = sealed.root().equals(signed);
    boolean rowsAreSigned = rows.root().equals(signed);
    if (rowsAreSigned) {
      differences.stream()
          .limit(NAMED)
          .forEach(
              number ->
                  findings.add(
                      "log_tile " + log + " level 0 number " + (number - 1) / TileId.WIDTH,
                      "its hash of entry " + number + " is not the one that was signed"));
    } else if (sealedIsSigned) {
      differences.stream()
          .limit(NAMED)
          .forEach(number -> findings.add(entry(number), "it is not what was sealed"));
    } else {
      findings.add(
          "log_checkpoint " + checkpoint.number(),
          "its root of the log of " + log + " is not that of the entries up to " + size);
      differences.stream()
          .limit(NAMED)
          .forEach(number -> findings.add(entry(number), "it is not what its tile says"));
    }
    if (rowsAreSigned) {
      sealed = rows.copy();
    } else {
      rows = sealed.copy();
    }
    differences.clear();
  }

  /// All that was sealed has been looked at.
  void end() {
    compare(growth.changed());
  }

  private String entry(long number) {
    return switch (log) {
      case EVENTS -> "ledger_event position " + number;
      case ATTEMPTS -> "ledger_attempt number " + number;
      case READS -> "ledger_read number " + number;
    };
  }

  private String place() {
    return "log_tile " + log;
  }
}
