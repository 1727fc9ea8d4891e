package org.planledger.api.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.evidence.TreeHead;
import org.planledger.core.evidence.VerifierKey;
import org.planledger.core.store.backup.Extent;

/// Looks through a backup before anything is put back: whether it is whole, says of itself what it
/// holds, and belongs to the ledger whose checkpoints were kept outside.
public final class BackupProof implements BackupFile.Taker {

  private final BackupFile backup;
  private final OutsideNotes outside;
  private final Map<String, Long> rows = new HashMap<>();
  private final List<VerifierKey> keys = new ArrayList<>();
  private final Set<String> found = new HashSet<>();
  private final Set<String> wanted = new HashSet<>();
  private String lastNote = "";
  private long lastNumber;

  /// @param outside empty if the backup is to be taken at its own word
  public BackupProof(BackupFile backup, OutsideNotes outside) {
    this.backup = backup;
    this.outside = outside;
    outside.all().forEach(note -> wanted.add(note.text()));
  }

  /// What a backup lacks that the newest checkpoint outside covers.
  public record Missing(long events, long attempts, long reads) {

    @Override
    public String toString() {
      return "%d events, %d attempts and %d reads".formatted(events, attempts, reads);
    }
  }

  /// Looks through it.
  ///
  /// @param read told how many rows have been read
  /// @return what it lacks; nothing if it goes as far as the newest checkpoint outside
  /// @throws BackupRefusedException if it cannot be trusted, with the place
  public Optional<Missing> run(LongConsumer read) {
    backup.readAll(this, read);
    requireItself();
    Optional<Missing> missing = Optional.empty();
    for (OutsideNotes.Outside note : outside.all()) {
      Optional<Missing> lacks = lacks(note);
      missing = outside.newest().filter(note::equals).isPresent() ? lacks : missing;
    }
    return missing;
  }

  @Override
  public void take(String table, List<String> columns, BackupFile.Rows source) throws IOException {
    long count = 0;
    for (var row = source.next(); row.isPresent(); row = source.next()) {
      count++;
      switch (table) {
        case "log_key" -> keys.add(key(columns, row.get()));
        case "log_checkpoint" -> checkpoint(columns, row.get());
        default -> {
          // Looked at once it is in the database.
        }
      }
    }
    rows.put(table, count);
  }

  private static VerifierKey key(List<String> columns, List<@Nullable Object> row)
      throws IOException {
    try {
      return new VerifierKey(
          text(columns, row, "name"), Base64.getDecoder().decode(text(columns, row, "public_key")));
    } catch (IllegalArgumentException e) {
      throw new IOException("this is no key", e);
    }
  }

  private void checkpoint(List<String> columns, List<@Nullable Object> row) throws IOException {
    String note = text(columns, row, "note");
    if (wanted.contains(note)) {
      found.add(note);
    }
    if (row.get(columns.indexOf("number")) instanceof Long number && number > lastNumber) {
      lastNumber = number;
      lastNote = note;
    }
  }

  private static String text(List<String> columns, List<@Nullable Object> row, String column)
      throws IOException {
    int index = columns.indexOf(column);
    if (index >= 0 && index < row.size() && row.get(index) instanceof String text) {
      return text;
    }
    throw new IOException("a row has no " + column);
  }

  private void requireItself() {
    Manifest manifest = backup.manifest();
    if (lastNumber != manifest.checkpoint() || !lastNote.equals(manifest.note())) {
      throw new BackupRefusedException(
          "The backup was changed: its last checkpoint is %d, and the manifest names %d"
              .formatted(lastNumber, manifest.checkpoint()));
    }
    Checkpoint says;
    SignedNote note;
    try {
      note = SignedNote.parse(lastNote);
      says = Checkpoint.parse(note.body());
    } catch (IllegalArgumentException e) {
      throw new BackupRefusedException("The backup was changed: its checkpoint cannot be read", e);
    }
    if (keys.stream().noneMatch(note::isSignedBy)) {
      throw new BackupRefusedException(
          "The backup was changed: its checkpoint is not signed with a key of the ledger");
    }
    Extent extent = manifest.extent();
    requireAll("ledger_event", extent.events(), says.events());
    requireAll("ledger_attempt", extent.attempts(), says.attempts());
    requireAll("ledger_read", extent.reads(), says.reads());
  }

  private void requireAll(String table, long extent, TreeHead signed) {
    long has = rows.getOrDefault(table, 0L);
    if (has != signed.size() || extent != signed.size()) {
      throw new BackupRefusedException(
          "The backup was changed: %s has %d rows, and %d were signed"
              .formatted(table, has, signed.size()));
    }
  }

  /// Compares it with a checkpoint that was kept outside.
  private Optional<Missing> lacks(OutsideNotes.Outside note) {
    if (keys.stream().noneMatch(note.note()::isSignedBy)) {
      throw new BackupRefusedException(
          "The backup is of another ledger: the checkpoint in %s is from %s and signed with a key"
                  .formatted(note.from(), note.checkpoint().origin())
              + " that the backup does not know");
    }
    Extent extent = backup.manifest().extent();
    Checkpoint there = note.checkpoint();
    Missing missing =
        new Missing(
            Math.max(0, there.events().size() - extent.events()),
            Math.max(0, there.attempts().size() - extent.attempts()),
            Math.max(0, there.reads().size() - extent.reads()));
    if (missing.events() + missing.attempts() + missing.reads() > 0) {
      return Optional.of(missing);
    }
    if (!found.contains(note.text())) {
      throw new BackupRefusedException(
          "The backup has another history: the checkpoint in %s over %d events is not in it"
              .formatted(note.from(), there.events().size()));
    }
    return Optional.empty();
  }
}
