package org.planledger.core.store.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.core.evidence.DamagedEvidenceException;

/// Keeps every checkpoint outside of the database, one file each in a folder for each day (UTC), to
/// be carried to where nobody of the ledger can change it. A file that is there is never written
/// again.
public final class CheckpointFolder {

  private static final String SUFFIX = ".checkpoint";

  private final Path folder;

  /// @param folder is made when it is missing
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  private Path file(StoredCheckpoint checkpoint) {
    LocalDate day = checkpoint.checkpoint().time().atOffset(ZoneOffset.UTC).toLocalDate();
    return folder
        .resolve(day.toString())
        .resolve(String.format(Locale.ROOT, "%012d%s", checkpoint.number(), SUFFIX));
  }

  /// Writes a checkpoint that is not there yet, and waits until it is on disk.
  ///
  /// @return whether it was missing
  /// @throws DamagedEvidenceException if another checkpoint of this number is there
  boolean write(StoredCheckpoint checkpoint) throws IOException {
    Path file = file(checkpoint);
    if (Files.exists(file)) {
      if (!Files.readString(file).equals(checkpoint.note())) {
        throw new DamagedEvidenceException(
            "The folder of checkpoints holds another checkpoint " + checkpoint.number());
      }
      return false;
    }
    Path day = Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(day, "draft", ".tmp");
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(checkpoint.note());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /// The text that is there of a checkpoint; none if somebody has carried it away.
  Optional<String> read(StoredCheckpoint checkpoint) {
    return read(file(checkpoint));
  }

  /// The newest checkpoint that is there.
  public Optional<String> newest() {
    return last(folder, "\\d{4}-\\d{2}-\\d{2}")
        .flatMap(day -> last(day, "\\d{12}\\" + SUFFIX))
        .flatMap(CheckpointFolder::read);
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("A checkpoint cannot be read: " + file.getFileName(), e);
    }
  }

  private static Optional<Path> last(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .max(Comparator.comparing(file -> file.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoints cannot be listed", e);
    }
  }
}
