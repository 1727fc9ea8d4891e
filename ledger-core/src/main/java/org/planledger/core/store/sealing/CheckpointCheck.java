package org.planledger.core.store.sealing;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.SignedNote;

/// Looks at checkpoints one by one: whether each is signed with the key that was in force, says
/// what its row says, follows the one before it, and is the same outside of the database.
final class CheckpointCheck {

  /// A checkpoint as it lies in its row.
  record Row(long number, long size, long attempts, long reads, String note, Instant madeAt) {}

  private final List<LogKey> keys;
  private final CheckpointFolder folder;
  private final Findings findings;

  CheckpointCheck(List<LogKey> keys, CheckpointFolder folder, Findings findings) {
    this.keys = keys;
    this.folder = folder;
    this.findings = findings;
  }

  static List<Row> rows(Work work, long after, int limit) throws SQLException {
    return work.list(
        "select number, size, attempts, reads, note, made_at from log_checkpoint"
            + " where number > ? order by number limit ?",
        CheckpointCheck::row,
        after,
        limit);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        row.getLong("size"),
        row.getLong("attempts"),
        row.getLong("reads"),
        row.getString("note"),
        Work.instant(row, "made_at"));
  }

  /// Looks at one checkpoint.
  ///
  /// @param before the last one that was well, if any
  /// @return what the row holds, if it can be relied on
  Optional<StoredCheckpoint> check(Row row, Optional<StoredCheckpoint> before) {
    StoredCheckpoint checkpoint;
    SignedNote note;
    try {
      note = SignedNote.parse(row.note());
      checkpoint = StoredCheckpoint.of(row.number(), row.note());
    } catch (IllegalArgumentException e) {
      add(row, "its note cannot be read");
      return Optional.empty();
    }
    if (keys.stream()
        .filter(key -> key.fromCheckpoint() <= row.number())
        .reduce((_, last) -> last)
        .filter(key -> note.isSignedBy(key.key()))
        .filter(key -> key.key().name().equals(checkpoint.checkpoint().origin()))
        .isEmpty()) {
      add(row, "it is not signed with the key that was in force");
      return Optional.empty();
    }
    if (!row.equals(asRow(checkpoint))) {
      add(row, "its columns are not those of its note");
    }
    if (before.filter(earlier -> !follows(checkpoint, earlier)).isPresent()) {
      add(row, "it goes back behind the one before it");
    }
    try {
      if (folder.read(checkpoint).filter(text -> !text.equals(row.note())).isPresent()) {
        add(row, "outside of the database it is another one");
      }
    } catch (UncheckedIOException e) {
      add(row, String.valueOf(e.getMessage()));
    }
    return Optional.of(checkpoint);
  }

  private static Row asRow(StoredCheckpoint checkpoint) {
    return new Row(
        checkpoint.number(),
        checkpoint.head(LogName.EVENTS).size(),
        checkpoint.head(LogName.ATTEMPTS).size(),
        checkpoint.head(LogName.READS).size(),
        checkpoint.note(),
        checkpoint.checkpoint().time());
  }

  private static boolean follows(StoredCheckpoint later, StoredCheckpoint earlier) {
    boolean grown = !later.checkpoint().time().isBefore(earlier.checkpoint().time());
    for (LogName log : LogName.values()) {
      grown &= later.head(log).size() >= earlier.head(log).size();
    }
    return grown;
  }

  /// Whether the newest checkpoint outside of the database is one of those inside: after a part of
  /// the ledger was lost or put back, it is not.
  void newestOutside(Work work) throws SQLException {
    Optional<String> outside = folder.newest();
    if (outside.isEmpty()) {
      return;
    }
    String text = outside.get();
    try {
      long size = Checkpoint.parse(SignedNote.parse(text).body()).events().size();
      boolean inside =
          work.first(
                  "select number from log_checkpoint where size = ? and note = ?",
                  row -> row.getLong(1),
                  size,
                  text)
              .isPresent();
      if (!inside) {
        findings.add(
            "folder of checkpoints",
            "its newest checkpoint is not in the database, which has lost what came with it");
      }
    } catch (IllegalArgumentException e) {
      findings.add("folder of checkpoints", "its newest checkpoint cannot be read");
    }
  }

  private void add(Row row, String what) {
    findings.add("log_checkpoint " + row.number(), what);
  }
}
