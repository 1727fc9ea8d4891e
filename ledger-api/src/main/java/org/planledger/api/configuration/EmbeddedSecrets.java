package org.planledger.api.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.planledger.api.start.StartRefusedException;

/// What the embedded default keeps to itself beside its file: the passwords of the two users, the
/// key that serials are hashed with, and the one that checkpoints are signed with. All are drawn
/// once and lie in the data folder, readable by its owner alone. Without them the file beside
/// cannot be used any more, so they are on disk before it is.
record EmbeddedSecrets(
    String ownerPassword,
    String applicationPassword,
    String serialKey,
    String signingKey,
    Optional<String> previousSigningKey) {

  private static final String FILE = "secrets.properties";
  private static final int SECRET_BYTES = 32;
  private static final String OWNER_PASSWORD = "owner-password";
  private static final String APPLICATION_PASSWORD = "application-password";
  private static final String SERIAL_KEY = "serial-key";
  private static final String SIGNING_KEY = "signing-key";

  /// An operator who replaces the signing key keeps the one before under this name.
  private static final String PREVIOUS_SIGNING_KEY = "previous-signing-key";

  /// Reads the secrets of a data folder, or draws them for a new ledger.
  ///
  /// @throws StartRefusedException if they are damaged, or missing beside a ledger that is there
  static EmbeddedSecrets in(DataFolder folder) {
    Path file = folder.path().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        if (folder.holdsALedger()) {
          throw new StartRefusedException(
              "The ledger in "
                  + folder.path()
                  + " cannot be opened without its secrets: put "
                  + FILE
                  + " back from a backup");
        }
        write(folder.path(), file, drawn());
      }
      return read(file);
    } catch (IOException e) {
      throw new StartRefusedException("The secrets in " + file + " are out of reach: " + e, e);
    }
  }

  /// Takes the keys of another folder over; the passwords are drawn anew.
  ///
  /// @throws StartRefusedException if they cannot be read
  static void take(DataFolder folder, Path from) {
    try {
      EmbeddedSecrets drawn = drawn();
      EmbeddedSecrets taken = read(from);
      write(
          folder.path(),
          folder.path().resolve(FILE),
          new EmbeddedSecrets(
              drawn.ownerPassword(),
              drawn.applicationPassword(),
              taken.serialKey(),
              taken.signingKey(),
              taken.previousSigningKey()));
    } catch (IOException e) {
      throw new StartRefusedException("The secrets in " + from + " are out of reach: " + e, e);
    }
  }

  private static EmbeddedSecrets drawn() {
    SecureRandom random = new SecureRandom();
    return new EmbeddedSecrets(
        drawn(random), drawn(random), drawn(random), drawn(random), Optional.empty());
  }

  private static String drawn(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void write(Path folder, Path file, EmbeddedSecrets secrets) throws IOException {
    Path draft = Files.createTempFile(folder, FILE, "", forOwner());
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(secrets.text());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    try {
      // Not over another's: of two first starts at once, one draws and both read.
      Files.move(draft, file);
    } catch (FileAlreadyExistsException quicker) {
      Files.delete(draft);
    }
    forceEntries(folder);
  }

  private static FileAttribute<?>[] forOwner() {
    return DataFolder.forOwnerOnly("rw-------");
  }

  /// The name of a file is on disk when the folder is; where a folder cannot be opened, the system
  /// sees to that itself.
  private static void forceEntries(Path folder) throws IOException {
    if (forOwner().length > 0) {
      try (FileChannel entries = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
        entries.force(true);
      }
    }
  }

  private String text() {
    return """
    # The ledger beside this file cannot be used without it. Keep both together, also in backups,
    # and show this one to nobody.
    %s=%s
    %s=%s
    %s=%s
    %s=%s
    """
            .formatted(
                OWNER_PASSWORD,
                ownerPassword,
                APPLICATION_PASSWORD,
                applicationPassword,
                SERIAL_KEY,
                serialKey,
                SIGNING_KEY,
                signingKey)
        + previousSigningKey.map(key -> PREVIOUS_SIGNING_KEY + "=" + key + "\n").orElse("");
  }

  private static EmbeddedSecrets read(Path file) throws IOException {
    Properties entries = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      entries.load(reader);
    }
    return new EmbeddedSecrets(
        entry(entries, file, OWNER_PASSWORD),
        entry(entries, file, APPLICATION_PASSWORD),
        entry(entries, file, SERIAL_KEY),
        entry(entries, file, SIGNING_KEY),
        entries.containsKey(PREVIOUS_SIGNING_KEY)
            ? Optional.of(entry(entries, file, PREVIOUS_SIGNING_KEY))
            : Optional.empty());
  }

  private static String entry(Properties entries, Path file, String name) {
    String value = entries.getProperty(name, "");
    // The passwords stand in a migration, where a quotation mark would end them.
    if (!value.matches("[0-9a-f]{" + 2 * SECRET_BYTES + "}")) {
      throw new StartRefusedException(
          "The entry " + name + " in " + file + " is damaged: put the file back from a backup");
    }
    return value;
  }

  /// Secrets are never shown.
  @Override
  public String toString() {
    return "EmbeddedSecrets";
  }
}
