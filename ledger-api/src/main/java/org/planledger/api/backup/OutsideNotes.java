package org.planledger.api.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.store.sealing.CheckpointFolder;

/// Checkpoints that were kept outside of the database: what a backup has to lead to.
public final class OutsideNotes {

  /// One of them.
  ///
  /// @param from where it lies
  record Outside(Path from, String text, SignedNote note, Checkpoint checkpoint) {}

  private final List<Outside> notes = new ArrayList<>();

  /// Takes the newest checkpoint of a folder, or the one in a file.
  ///
  /// @throws BackupRefusedException if there is none, or it cannot be read
  public void add(Path path) {
    if (addIfThere(path).isEmpty()) {
      throw new BackupRefusedException("There is no checkpoint in " + path);
    }
  }

  /// The same, where a folder may be missing or hold none.
  public Optional<Path> addIfThere(Path path) {
    Optional<String> text;
    try {
      text =
          Files.isRegularFile(path)
              ? Optional.of(Files.readString(path))
              : new CheckpointFolder(path).newest();
    } catch (IOException | UncheckedIOException e) {
      throw new BackupRefusedException("The checkpoint in " + path + " cannot be read", e);
    }
    text.ifPresent(note -> notes.add(outside(path, note)));
    return text.map(_ -> path);
  }

  private static Outside outside(Path path, String text) {
    try {
      SignedNote note = SignedNote.parse(text);
      return new Outside(path, text, note, Checkpoint.parse(note.body()));
    } catch (IllegalArgumentException e) {
      throw new BackupRefusedException("What lies in " + path + " is no checkpoint", e);
    }
  }

  public boolean isEmpty() {
    return notes.isEmpty();
  }

  List<Outside> all() {
    return List.copyOf(notes);
  }

  /// The one that covers the most.
  Optional<Outside> newest() {
    return notes.stream()
        .max(
            Comparator.comparingLong((Outside note) -> note.checkpoint().events().size())
                .thenComparing(note -> note.checkpoint().time()));
  }
}
