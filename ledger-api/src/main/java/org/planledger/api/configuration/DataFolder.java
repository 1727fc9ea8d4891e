package org.planledger.api.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.api.start.StartRefusedException;

/// The folder of the embedded default: the ledger's file, and the secrets that open it.
record DataFolder(Path path) {

  private static final String NAME = "ledger";

  /// What H2 makes of the name.
  private static final String FILE = NAME + ".mv.db";

  /// Is there while a ledger is being put back from a backup.
  private static final String UNFINISHED = "restore-unfinished";

  private static final String OPTION = "--ledger.data.folder=<folder>";

  /// Opens a data folder, and makes it if it is missing, for its owner alone.
  ///
  /// @throws StartRefusedException if there can be none of that name
  static DataFolder open(Path named) {
    DataFolder folder = made(named);
    if (Files.exists(folder.path.resolve(UNFINISHED))) {
      throw new StartRefusedException(
          "The ledger in "
              + folder.path
              + " was being put back from a backup, and that was cut short: delete the folder and"
              + " put it back again");
    }
    return folder;
  }

  /// Opens a folder for a ledger that is put back from a backup; nobody starts on it before
  /// [#restored].
  ///
  /// @throws StartRefusedException if there is anything in it
  static DataFolder openForRestore(Path named) {
    DataFolder folder = made(named);
    try {
      try (Stream<Path> files = Files.list(folder.path)) {
        if (files.findAny().isPresent()) {
          throw new StartRefusedException(
              "The data folder "
                  + folder.path
                  + " is not empty, and nothing is ever put back over something: name another with "
                  + OPTION);
        }
      }
      Files.createFile(folder.path.resolve(UNFINISHED));
      return folder;
    } catch (IOException e) {
      throw new StartRefusedException(
          "The data folder " + folder.path + " cannot be used: " + e, e);
    }
  }

  /// What was put back is whole.
  void restored() {
    try {
      Files.delete(path.resolve(UNFINISHED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Throws away what was being put back: the folder was empty before.
  void discard() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        // The mark goes last, with the folder.
        if (!each.equals(path) && !each.endsWith(UNFINISHED)) {
          Files.delete(each);
        }
      }
      Files.delete(path.resolve(UNFINISHED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataFolder made(Path named) {
    Path path = named.toAbsolutePath().normalize();
    // In an H2 address a semicolon begins the settings, and the ledger would lie elsewhere.
    if (path.toString().contains(";")) {
      throw new StartRefusedException(
          "The data folder " + path + " has a semicolon in its name: name another with " + OPTION);
    }
    try {
      if (!Files.isDirectory(path)) {
        Path parent = path.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectory(path, forOwnerOnly("rwx------"));
      }
    } catch (IOException e) {
      throw new StartRefusedException(
          "The data folder " + path + " cannot be made: name another with " + OPTION, e);
    }
    if (!Files.isWritable(path)) {
      throw new StartRefusedException(
          "The data folder " + path + " cannot be written to: name another with " + OPTION);
    }
    return new DataFolder(path);
  }

  /// Whether there is a ledger in it already.
  boolean holdsALedger() {
    return Files.exists(path.resolve(FILE));
  }

  /// Where the ledger is, for whoever connects.
  String url() {
    // The program closes the database itself, after all that writes to it. Without `retry`, one
    // interrupted thread would close the file for all the others.
    return "jdbc:h2:retry:" + path.resolve(NAME) + ";DB_CLOSE_ON_EXIT=FALSE";
  }

  /// Throws the ledger in it away, its checkpoints too; the secrets stay, and serve the next one.
  ///
  /// @throws StartRefusedException if a running program has it open
  void reset() {
    Path file = path.resolve(FILE);
    try {
      if (Files.exists(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock()) {
          if (lock == null) {
            throw inUse(null);
          }
          Files.delete(file);
        }
      }
      Files.deleteIfExists(path.resolve(NAME + ".trace.db"));
      deleteCheckpoints();
    } catch (OverlappingFileLockException e) {
      throw inUse(e);
    } catch (IOException e) {
      throw new StartRefusedException("The ledger in " + path + " cannot be reset: " + e, e);
    }
  }

  /// Where checkpoints lie unless they are to lie elsewhere.
  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  private void deleteCheckpoints() throws IOException {
    if (Files.isDirectory(checkpoints())) {
      try (Stream<Path> files = Files.walk(checkpoints())) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /// Says that another program has the ledger open.
  StartRefusedException inUse(@Nullable Exception cause) {
    return new StartRefusedException(
        "The ledger in "
            + path
            + " is in use by another program: stop that one, or name another folder with "
            + OPTION,
        cause);
  }

  /// What lies here is nobody else's business. Where the system knows no such permissions, those
  /// of the folder above have to do.
  static FileAttribute<?>[] forOwnerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
