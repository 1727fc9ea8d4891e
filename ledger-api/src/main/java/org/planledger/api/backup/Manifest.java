package org.planledger.api.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.planledger.core.store.backup.Extent;

/// What a backup says of itself.
///
/// @param format [#FORMAT]
/// @param version of the program that made it
/// @param schema the versions of the migrations of its database
/// @param database which kind of database it was read from; it can be put back into any
/// @param extent how far the logs go in it: exactly as far as the checkpoint covers
/// @param checkpoint the number of that checkpoint
/// @param note its signed text
/// @param serialKey the fingerprint of the key for serials, which is not in the backup
/// @param entries what else is in the file
public record Manifest(
    String format,
    Instant madeAt,
    String version,
    String schema,
    String database,
    Extent extent,
    long checkpoint,
    String note,
    String serialKey,
    List<Entry> entries) {

  /// Nothing is left out, whoever has written it.
  public Manifest {
    Stream.of(format, madeAt, version, schema, database, extent, note, serialKey)
        .forEach(Objects::requireNonNull);
    entries = List.copyOf(entries);
  }

  static final String FORMAT = "plan-ledger-backup/1";

  /// The name of the manifest in the file.
  static final String NAME = "manifest.json";

  private static final String SUFFIX = ".jsonl";

  /// The rows of a table: a first line with the names of the columns, and a line for each row.
  ///
  /// @param sha256 of the whole entry, in hexadecimal
  record Entry(String table, long rows, String sha256) {

    Entry {
      Stream.of(table, sha256).forEach(Objects::requireNonNull);
    }

    /// Its name in the file.
    String name() {
      return nameOf(table);
    }
  }

  static String nameOf(String table) {
    return table + SUFFIX;
  }

  /// How many rows there are in all.
  public long rows() {
    return entries.stream().mapToLong(Entry::rows).sum();
  }
}
