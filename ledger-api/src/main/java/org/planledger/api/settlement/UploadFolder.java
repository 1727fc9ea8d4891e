package org.planledger.api.settlement;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where files lie while they are imported. Several processes may use the same folder: each holds a
/// lock on a file of its own, whose name the names of its uploads begin with. A lock goes with its
/// process, however that ends, so what a lock is not held for is left over.
final class UploadFolder implements AutoCloseable {

  private static final String LOCK = ".lock";
  private static final String PART = ".part";
  private static final int NAME_CHARACTERS = 36;

  private final Path folder;
  private final String name = UUID.randomUUID().toString();
  private @Nullable FileChannel held;

  UploadFolder(Path folder) {
    this.folder = folder;
  }

  /// A new file for an upload; the folder is made if it is missing.
  synchronized Path newFile() throws IOException {
    Files.createDirectories(folder, forOwner("rwx------"));
    if (held == null) {
      held = lock(folder.resolve(name + LOCK));
    }
    removeLeft();
    return Files.createTempFile(folder, name + "-", PART, forOwner("rw-------"));
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  /// Removes what processes have left here that are no more.
  synchronized void removeLeft() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*-*" + PART)) {
      for (Path part : parts) {
        String owner = String.valueOf(part.getFileName());
        if (owner.length() > NAME_CHARACTERS && isLeft(owner.substring(0, NAME_CHARACTERS))) {
          Files.deleteIfExists(part);
        }
      }
    }
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "*" + LOCK)) {
      for (Path lock : locks) {
        String owner = String.valueOf(lock.getFileName());
        if (isLeft(owner.substring(0, owner.length() - LOCK.length()))) {
          Files.deleteIfExists(lock);
        }
      }
    }
  }

  /// Whether nobody holds the lock of that name.
  private boolean isLeft(String owner) throws IOException {
    if (owner.equals(name)) {
      return false;
    }
    try (FileChannel channel =
            FileChannel.open(folder.resolve(owner + LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another ledger in this very process.
      return false;
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  /// What lies in a settlement is nobody else's business.
  private static FileAttribute<?>[] forOwner(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public synchronized void close() throws IOException {
    var open = held;
    if (open != null) {
      held = null;
      Files.deleteIfExists(folder.resolve(name + LOCK));
      open.close();
    }
  }
}
