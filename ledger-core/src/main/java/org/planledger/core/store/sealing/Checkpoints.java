package org.planledger.core.store.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.evidence.VerifierKey;

/// The checkpoints and the keys that signed them, in one transaction.
final class Checkpoints {

  private static final String SELECT = "select number, note from log_checkpoint ";

  private final Work work;

  Checkpoints(Work work) {
    this.work = work;
  }

  /// Keeps everybody else from making a checkpoint until the end of the transaction.
  ///
  /// @return the newest checkpoint, if there is one
  /// @throws DamagedEvidenceException if it is not the one that was made last
  Optional<StoredCheckpoint> lock() throws SQLException {
    long made =
        work.first("select checkpoint from log_state where id = 1 for update", r -> r.getLong(1))
            .orElseThrow(() -> new DamagedEvidenceException("The state of the log is missing"));
    Optional<StoredCheckpoint> newest = newest();
    long found = newest.map(StoredCheckpoint::number).orElse(0L);
    if (found != made) {
      throw new DamagedEvidenceException(
          "The newest checkpoint is number " + found + ", and number " + made + " was made");
    }
    return newest;
  }

  Optional<StoredCheckpoint> newest() throws SQLException {
    return one("order by number desc limit 1");
  }

  Optional<StoredCheckpoint> byNumber(long number) throws SQLException {
    return one("where number = ?", number);
  }

  /// The last of those that cover so many events.
  Optional<StoredCheckpoint> bySize(long size) throws SQLException {
    return one("where size = ? order by number desc limit 1", size);
  }

  /// The first of those that cover so many events and attempts. Sizes never fall as numbers rise.
  Optional<StoredCheckpoint> covering(long size, long attempts) throws SQLException {
    return work.first(
        SELECT + "where size >= ? and attempts >= ? order by size, number limit 1",
        Checkpoints::checkpoint,
        size,
        attempts);
  }

  /// Those after a number, in order.
  List<StoredCheckpoint> after(long number, int limit) throws SQLException {
    return work.list(
        SELECT + "where number > ? order by number limit ?",
        Checkpoints::checkpoint,
        number,
        limit);
  }

  /// Those below a number, the newest first.
  List<StoredCheckpoint> before(long number, int limit) throws SQLException {
    return work.list(
        SELECT + "where number < ? order by number desc limit ?",
        Checkpoints::checkpoint,
        number,
        limit);
  }

  void add(StoredCheckpoint checkpoint) throws SQLException {
    work.update(
        "insert into log_checkpoint (number, size, attempts, reads, note, made_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        checkpoint.number(),
        checkpoint.head(LogName.EVENTS).size(),
        checkpoint.head(LogName.ATTEMPTS).size(),
        checkpoint.head(LogName.READS).size(),
        checkpoint.note(),
        checkpoint.checkpoint().time());
    work.update("update log_state set checkpoint = ? where id = 1", checkpoint.number());
  }

  /// All keys, the one in force last.
  List<LogKey> keys() throws SQLException {
    return work.list(
        "select number, name, public_key, from_checkpoint, from_size, since from log_key"
            + " order by number",
        row ->
            new LogKey(
                row.getLong("number"),
                new VerifierKey(row.getString("name"), row.getBytes("public_key")),
                row.getLong("from_checkpoint"),
                row.getLong("from_size"),
                Work.instant(row, "since")));
  }

  void add(LogKey key) throws SQLException {
    work.update(
        "insert into log_key (number, name, public_key, from_checkpoint, from_size, since)"
            + " values (?, ?, ?, ?, ?, ?)",
        key.number(),
        key.key().name(),
        key.key().publicKey(),
        key.fromCheckpoint(),
        key.fromSize(),
        key.since());
  }

  private Optional<StoredCheckpoint> one(String condition, Object... parameters)
      throws SQLException {
    return work.first(SELECT + condition, Checkpoints::checkpoint, parameters);
  }

  private static StoredCheckpoint checkpoint(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    try {
      return StoredCheckpoint.of(number, row.getString("note"));
    } catch (IllegalArgumentException e) {
      throw new DamagedEvidenceException(
          "Checkpoint " + number + " cannot be read: " + e.getMessage());
    }
  }
}
