package org.planledger.api.settlement;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.store.Bytes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Puts the bodies of requests on disk, in bounded memory, and removes what earlier processes have
/// left there.
@Component
@EnableConfigurationProperties(SettlementSettings.class)
final class Uploads {

  private static final String PREFIX = "upload";
  private static final String SUFFIX = ".part";
  private static final int BLOCK_BYTES = 1 << 16;

  /// Longer than any import takes.
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final SettlementSettings settings;
  private final InstantSource clock;

  Uploads(SettlementSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// What was received.
  record Received(Path file, Bytes sha256, long bytes) {}

  /// Refuses a body that says of itself that it is too large, before anything of it is read.
  void requireSmall(HttpServletRequest request) {
    if (request.getContentLengthLong() > settings.maxBytes()) {
      throw tooLarge();
    }
  }

  /// Receives the body of a request.
  Received receive(HttpServletRequest request) {
    requireSmall(request);
    try {
      Files.createDirectories(settings.folder(), forOwner("rwx------"));
      removeForgotten();
      Path file = Files.createTempFile(settings.folder(), PREFIX, SUFFIX, forOwner("rw-------"));
      boolean whole = false;
      try {
        Received received = receive(request, file);
        whole = true;
        return received;
      } finally {
        if (!whole) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw ProblemException.malformed(
          Flaw.inBody("", FlawCode.MISSING, "the body broke off before its end, or has no room"));
    }
  }

  private Received receive(HttpServletRequest request, Path file) throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    byte[] block = new byte[BLOCK_BYTES];
    try (InputStream in = request.getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        bytes += read;
        // A length need not be told, and need not be true.
        if (bytes > settings.maxBytes()) {
          throw tooLarge();
        }
        digest.update(block, 0, read);
        out.write(block, 0, read);
      }
    }
    return new Received(file, Bytes.of(digest.digest()), bytes);
  }

  private ProblemException tooLarge() {
    return ProblemException.of(
        ProblemType.TOO_LARGE,
        "A settlement file has at most %,d bytes here (ledger.settlement.max-bytes)."
            .formatted(settings.maxBytes()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void removeForgotten() throws IOException {
    Instant past = clock.instant().minus(FORGOTTEN);
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(settings.folder(), PREFIX + "*" + SUFFIX)) {
      for (Path each : left) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(past)) {
          Files.deleteIfExists(each);
        }
      }
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
}
