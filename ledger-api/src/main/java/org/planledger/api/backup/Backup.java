package org.planledger.api.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.JobFailedException;
import org.planledger.core.store.LedgerStoreException;
import org.planledger.core.store.backup.LedgerCopy;
import org.planledger.core.store.sealing.Sealer;
import org.planledger.core.store.sealing.SealingStoppedException;

/// Makes one backup: seals what has been recorded, and writes the ledger as that checkpoint covers
/// it. The file has its name when it is whole and on disk, and not before.
final class Backup implements Job.Task {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// What came of it.
  record Made(Path file, long bytes, Manifest manifest) {}

  private final LedgerCopy copy;
  private final Sealer sealer;
  private final BackupFacts facts;
  private final Path folder;
  private final InstantSource clock;
  private volatile long done;
  private volatile long total;
  private volatile @Nullable Made made;

  Backup(LedgerCopy copy, Sealer sealer, BackupFacts facts, Path folder, InstantSource clock) {
    this.copy = copy;
    this.sealer = sealer;
    this.facts = facts;
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void run(BooleanSupplier ending) {
    try {
      var sealed = sealer.seal().checkpoint();
      total = sealed.events().size() + sealed.attempts().size() + sealed.reads().size();
      made = write(ending);
    } catch (SealingStoppedException e) {
      throw new JobFailedException(
          "What is recorded does not lead to what was signed: " + e.getMessage());
    } catch (IOException e) {
      throw new JobFailedException("The backup cannot be written: " + e.getMessage());
    } catch (LedgerStoreException e) {
      throw new JobFailedException(String.valueOf(e.getMessage()));
    }
  }

  private Made write(BooleanSupplier ending) throws IOException {
    Files.createDirectories(folder, forOwner("rwx------"));
    Path draft = Files.createTempFile(folder, "unfinished", ".part", forOwner("rw-------"));
    try {
      Manifest manifest;
      Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE);
          OutputStream out = Channels.newOutputStream(file);
          BackupWriter writer = new BackupWriter(out, rows -> wrote(rows, ending))) {
        manifest = writer.end(copy.read(writer), facts, at);
        file.force(true);
      }
      Path named =
          folder.resolve(
              String.format(
                  Locale.ROOT,
                  "ledger-%012d-%s.backup.zip",
                  manifest.checkpoint(),
                  STAMP.format(at)));
      Files.move(draft, named, StandardCopyOption.ATOMIC_MOVE);
      return new Made(named.toAbsolutePath().normalize(), Files.size(named), manifest);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void wrote(long rows, BooleanSupplier ending) {
    // What is private, and the tiles, are counted when they come.
    total = Math.max(total, rows);
    done = rows;
    if (ending.getAsBoolean()) {
      throw new JobFailedException("The program ended before the backup was written.");
    }
  }

  /// What lies in a backup is nobody else's business.
  private static FileAttribute<?>[] forOwner(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  long done() {
    return done;
  }

  long total() {
    return total;
  }

  /// None before the end.
  Optional<Made> made() {
    return Optional.ofNullable(made);
  }
}
