package org.planledger.api.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.AnswerJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A backup that somebody wants to put back. Nothing in it is believed: each entry has to be the
/// one that the manifest names, row for row, and what it says has to follow from what was signed.
public final class BackupFile implements AutoCloseable {

  private static final int ROWS_TOLD = 1000;

  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path path, ZipFile zip, Manifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Takes in the rows of an entry.
  public interface Taker {

    /// Takes the rows of a table.
    ///
    /// @param rows hands them out one by one; at the end, all of them have been looked at
    void take(String table, List<String> columns, Rows rows) throws IOException;
  }

  /// The rows of a table, one by one.
  @FunctionalInterface
  public interface Rows {

    /// The next row; none at the end.
    Optional<List<@Nullable Object>> next() throws IOException;
  }

  /// Opens a backup.
  ///
  /// @throws BackupRefusedException if it is none, or not whole
  public static BackupFile open(Path path) {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (IOException e) {
      throw new BackupRefusedException(
          path + " is no backup, or was cut short: " + e.getMessage(), e);
    }
    try {
      return new BackupFile(path, zip, manifest(path, zip));
    } catch (RuntimeException e) {
      close(zip);
      throw e;
    }
  }

  private static Manifest manifest(Path path, ZipFile zip) {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw new BackupRefusedException(path + " is no backup: it has no " + Manifest.NAME);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] text = in.readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(text);
      if (sum.getValue() != entry.getCrc()) {
        throw new IOException("it is not what was written");
      }
      Manifest manifest = AnswerJson.MAPPER.readValue(text, Manifest.class);
      if (!Manifest.FORMAT.equals(manifest.format())) {
        throw new BackupRefusedException(
            path + " is not of the form " + Manifest.FORMAT + ", which this program puts back");
      }
      return manifest;
    } catch (IOException | JacksonException e) {
      throw new BackupRefusedException(path + ": " + Manifest.NAME + " is damaged", e);
    }
  }

  /// What it says of itself.
  public Manifest manifest() {
    return manifest;
  }

  /// Reads every entry once.
  ///
  /// @param read told how many rows have been read, now and then
  /// @throws BackupRefusedException if an entry is missing, surplus or not the one it was; the
  ///     message names it and the row up to which it could be read
  public void readAll(Taker taker, LongConsumer read) {
    requireEntries();
    long before = 0;
    for (Manifest.Entry entry : manifest.entries()) {
      read(entry, taker, read, before);
      before += entry.rows();
      read.accept(before);
    }
  }

  private void requireEntries() {
    Set<String> named = new TreeSet<>(List.of(Manifest.NAME));
    manifest.entries().forEach(entry -> named.add(entry.name()));
    Set<String> found = new TreeSet<>();
    zip.stream().forEach(entry -> found.add(entry.getName()));
    for (String name : named) {
      if (!found.contains(name)) {
        throw new BackupRefusedException(path + ": " + name + " is missing");
      }
    }
    found.removeAll(named);
    if (!found.isEmpty()) {
      throw new BackupRefusedException(
          path + ": the manifest does not name " + String.join(", ", found));
    }
  }

  private void read(Manifest.Entry entry, Taker taker, LongConsumer read, long before) {
    MessageDigest digest = BackupWriter.sha256();
    long[] rows = {0};
    try (InputStream in = new DigestInputStream(stream(entry), digest);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> columns = columns(lines.readLine());
      taker.take(
          entry.table(),
          columns,
          () -> {
            String line = lines.readLine();
            if (line == null) {
              return Optional.empty();
            }
            List<@Nullable Object> row = row(line);
            rows[0]++;
            if (rows[0] % ROWS_TOLD == 0) {
              read.accept(before + rows[0]);
            }
            return Optional.of(row);
          });
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | JacksonException e) {
      throw damaged(entry, rows[0], "it cannot be read further", e);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
      throw damaged(entry, rows[0], "it is not what the manifest says", null);
    }
    if (rows[0] != entry.rows()) {
      throw damaged(
          entry, rows[0], "the manifest says that it has " + entry.rows() + " rows", null);
    }
  }

  private InputStream stream(Manifest.Entry entry) throws IOException {
    InputStream stream = zip.getInputStream(zip.getEntry(entry.name()));
    if (stream == null) {
      throw new IOException("no such entry");
    }
    return stream;
  }

  private BackupRefusedException damaged(
      Manifest.Entry entry, long rows, String what, @Nullable Exception cause) {
    String line =
        "%s was changed or damaged: %s, up to row %d: %s".formatted(path, entry.name(), rows, what);
    return cause == null
        ? new BackupRefusedException(line)
        : new BackupRefusedException(line, cause);
  }

  private static List<String> columns(@Nullable String line) throws IOException {
    if (line == null) {
      throw new IOException("the names of the columns are missing");
    }
    List<String> columns = new ArrayList<>();
    for (JsonNode name : AnswerJson.MAPPER.readTree(line)) {
      columns.add(name.asString(""));
    }
    return columns;
  }

  private static List<@Nullable Object> row(String line) throws IOException {
    JsonNode array = AnswerJson.MAPPER.readTree(line);
    if (!array.isArray()) {
      throw new IOException("a row is a list");
    }
    List<@Nullable Object> row = new ArrayList<>(array.size());
    for (JsonNode value : array) {
      row.add(
          switch (value.getNodeType()) {
            case NULL -> null;
            case STRING -> value.stringValue();
            case NUMBER -> value.asLong();
            case BOOLEAN -> value.booleanValue();
            case ARRAY, BINARY, MISSING, OBJECT, POJO ->
                throw new IOException("no value: " + value);
          });
    }
    return row;
  }

  @Override
  public void close() {
    close(zip);
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
