package org.planledger.api.settlement;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.store.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Puts the bodies of requests on disk, in bounded memory, and removes what earlier processes have
/// left there.
@Component
@EnableConfigurationProperties(SettlementSettings.class)
final class Uploads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private static final int BLOCK_BYTES = 1 << 16;

  private final SettlementSettings settings;
  private final UploadFolder folder;

  Uploads(SettlementSettings settings) {
    this.settings = settings;
    this.folder = new UploadFolder(settings.folder());
    try {
      folder.removeLeft();
    } catch (IOException e) {
      LOG.warn("What was left in {} could not be removed", settings.folder(), e);
    }
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
      Path file = folder.newFile();
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
