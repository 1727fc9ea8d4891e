package org.planledger.core.store.sealing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.LogTree;
import org.planledger.core.evidence.TileId;

/// Reads what was sealed: checkpoints, keys, and proofs about the logs. Safe for use by many
/// threads; each call sees what is committed when it is made.
public final class SealedLog {

  private final DataSource application;

  /// @param application connects as the application's user
  public SealedLog(DataSource application) {
    this.application = application;
  }

  /// The checkpoint that was made last; none before the first.
  public Optional<StoredCheckpoint> newest() {
    return Work.inTransaction(application, work -> new Checkpoints(work).newest());
  }

  /// The last of the checkpoints that cover so many events.
  public Optional<StoredCheckpoint> bySize(long size) {
    return Work.inTransaction(application, work -> new Checkpoints(work).bySize(size));
  }

  /// The first of the checkpoints that cover so many events and so many attempts.
  public Optional<StoredCheckpoint> covering(long size, long attempts) {
    return Work.inTransaction(application, work -> new Checkpoints(work).covering(size, attempts));
  }

  /// Checkpoints in the order of their numbers, from after a number on; 0 for the start.
  public List<StoredCheckpoint> after(long number, int limit) {
    return Work.inTransaction(application, work -> new Checkpoints(work).after(number, limit));
  }

  /// All keys that have signed, the one in force last.
  public List<LogKey> keys() {
    return Work.inTransaction(application, work -> new Checkpoints(work).keys());
  }

  /// The proof that a log has an entry.
  ///
  /// @param number of the entry, from 1: for events, the position
  /// @param size of the tree that the proof is for, at most that of the newest checkpoint
  /// @throws DamagedEvidenceException if the proof does not lead to one root
  public InclusionProof inclusion(LogName log, long number, long size) {
    return Work.inTransaction(
        application,
        work -> {
          StoredTiles tiles = new StoredTiles(work, log);
          LogTree tree = new LogTree(tiles, size);
          InclusionProof proof =
              new InclusionProof(leaf(tiles, log, number), tree.inclusion(number - 1, size));
          if (!LogTree.rootOf(proof.leaf(), number - 1, size, proof.path())
              .equals(tree.root(size))) {
            throw new DamagedEvidenceException("The tiles of " + log + " contradict each other");
          }
          return proof;
        });
  }

  /// The proof that the log as it was at a size is the beginning of the log at another.
  ///
  /// @throws DamagedEvidenceException if a tile is missing
  public List<Hash> consistency(LogName log, long from, long to) {
    return Work.inTransaction(
        application, work -> new LogTree(new StoredTiles(work, log), to).consistency(from, to));
  }

  /// The first hashes of a tile, end to end.
  ///
  /// @param width how many, no more than a checkpoint covers
  /// @throws DamagedEvidenceException if they are missing
  public byte[] hashes(LogName log, TileId id, int width) {
    byte[] tile = Work.inTransaction(application, work -> new StoredTiles(work, log).tile(id));
    if (tile.length < width * Hash.BYTES) {
      throw new DamagedEvidenceException(
          "Tile %d of level %d of the log of %s is cut off"
              .formatted(id.number(), id.level(), log));
    }
    return Arrays.copyOf(tile, width * Hash.BYTES);
  }

  static Hash leaf(StoredTiles tiles, LogName log, long number) {
    long index = number - 1;
    byte[] tile = tiles.tile(new TileId(0, index / TileId.WIDTH));
    int offset = (int) (index % TileId.WIDTH);
    if (tile.length < (offset + 1) * Hash.BYTES) {
      throw new DamagedEvidenceException("The tree of " + log + " has no leaf " + number);
    }
    return Hash.at(tile, offset);
  }
}
