package org.planledger.api.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.AnswerJson;
import org.planledger.core.store.backup.LedgerCopy;

/// Writes the rows of a copy into one file, table after table, and what they are at its end.
final class BackupWriter implements LedgerCopy.Sink, AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ROWS_TOLD = 1000;

  private final ZipOutputStream zip;
  private final LongConsumer written;
  private final List<Manifest.Entry> entries = new ArrayList<>();
  private @Nullable OpenEntry open;
  private long rows;

  /// @param out is closed with this
  /// @param written told how many rows have been written, now and then; it may throw to end
  BackupWriter(OutputStream out, LongConsumer written) {
    this.zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER_BYTES));
    this.zip.setLevel(Deflater.BEST_SPEED);
    this.written = written;
  }

  /// The entry that is being written.
  private static final class OpenEntry {
    private final String table;
    private final MessageDigest digest;
    private final OutputStream out;
    private long rows;

    private OpenEntry(String table, MessageDigest digest, OutputStream out) {
      this.table = table;
      this.digest = digest;
      this.out = out;
    }
  }

  @Override
  public void table(String name, List<String> columns) throws IOException {
    endEntry();
    zip.putNextEntry(new ZipEntry(Manifest.nameOf(name)));
    MessageDigest digest = sha256();
    OpenEntry entry =
        new OpenEntry(
            name,
            digest,
            new BufferedOutputStream(new DigestOutputStream(zip, digest), BUFFER_BYTES));
    open = entry;
    line(entry, columns);
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    OpenEntry entry = open;
    if (entry == null) {
      throw new IllegalStateException("a row belongs to a table");
    }
    line(entry, values);
    entry.rows++;
    rows++;
    if (rows % ROWS_TOLD == 0) {
      written.accept(rows);
    }
  }

  /// Writes what the file says of itself; nothing follows.
  Manifest end(LedgerCopy.Copied copied, BackupFacts facts, Instant at) throws IOException {
    endEntry();
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            at,
            facts.version(),
            facts.schema(),
            facts.database(),
            copied.extent(),
            copied.checkpoint(),
            copied.note(),
            facts.serialKey(),
            List.copyOf(entries));
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(AnswerJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    written.accept(rows);
    return manifest;
  }

  private static void line(OpenEntry entry, List<?> values) throws IOException {
    entry.out.write(AnswerJson.MAPPER.writeValueAsBytes(values));
    entry.out.write('\n');
  }

  private void endEntry() throws IOException {
    OpenEntry entry = open;
    if (entry != null) {
      entry.out.flush();
      zip.closeEntry();
      entries.add(
          new Manifest.Entry(
              entry.table, entry.rows, HexFormat.of().formatHex(entry.digest.digest())));
      open = null;
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
