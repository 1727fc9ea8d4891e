package org.planledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;

/// What the figures were measured on.
///
/// @param date the day in UTC
/// @param processor its name, as far as the system tells it
/// @param cores how many of it the run could use
/// @param memoryGib the machine's memory
/// @param system the operating system
/// @param java the virtual machine
/// @param heapMib the most memory the virtual machine takes for objects
/// @param fileSystem where the databases lay
/// @param forceMicros how long the disk takes for one forced write of 4 KiB, at the median
/// @param databases the version of each
record Machine(
    LocalDate date,
    String processor,
    int cores,
    long memoryGib,
    String system,
    String java,
    long heapMib,
    String fileSystem,
    long forceMicros,
    Map<String, String> databases) {

  private static final int PAGE_LENGTH_BYTES = 4_096;
  private static final int FORCED_WRITES = 200;

  /// Whether nothing that was forced to disk ever got there.
  boolean inMemory() {
    return fileSystem.equals("tmpfs");
  }

  /// Looks at the machine, and makes sure that the databases keep what they acknowledge.
  ///
  /// @throws IllegalStateException if one of them is set not to
  static Machine describe(List<DatabaseVendor> vendors) {
    try {
      Path folder = Files.createTempDirectory("ledger-bench");
      try {
        return new Machine(
            LocalDate.now(ZoneOffset.UTC),
            procLine("/proc/cpuinfo", "model name", "unknown"),
            Runtime.getRuntime().availableProcessors(),
            readMemoryGib(),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            System.getProperty("java.vm.name") + " " + Runtime.version(),
            Runtime.getRuntime().maxMemory() >> 20,
            Files.getFileStore(folder).type(),
            measureForceMicros(folder.resolve("forced")),
            versions(vendors));
      } finally {
        Files.deleteIfExists(folder.resolve("forced"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("there is no place for the databases", e);
    }
  }

  private static long readMemoryGib() {
    String kib = procLine("/proc/meminfo", "MemTotal", "0 kB").split(" ", 2)[0];
    return Math.round(Long.parseLong(kib) / 1_048_576.0);
  }

  /// What stands behind a name and a colon in a file that only some systems have.
  private static String procLine(String file, String name, String otherwise) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }

  private static long measureForceMicros(Path file) throws IOException {
    var latencies = new Latencies();
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < FORCED_WRITES; i++) {
        long from = System.nanoTime();
        channel.write(ByteBuffer.allocate(PAGE_LENGTH_BYTES));
        channel.force(false);
        latencies.add(System.nanoTime() - from);
      }
    }
    return Math.round(latencies.percentileMillis(0.5) * 1_000);
  }

  private static Map<String, String> versions(List<DatabaseVendor> vendors) {
    Map<String, String> versions = new TreeMap<>();
    for (var vendor : vendors) {
      try (var database = LedgerDatabase.fresh(vendor);
          var connection = database.owner().getConnection()) {
        requireDurable(database);
        String version = connection.getMetaData().getDatabaseProductVersion();
        versions.put(Names.of(vendor), version + durability(vendor) + buffers(database));
      } catch (SQLException e) {
        throw new IllegalStateException("the database cannot be asked: " + e.getMessage(), e);
      }
    }
    return versions;
  }

  private static String durability(DatabaseVendor vendor) {
    return switch (vendor) {
      case POSTGRESQL -> ", fsync and synchronous_commit on";
      case H2 -> ", file, CHECKPOINT SYNC before every acknowledgement";
    };
  }

  /// How much of the data the server may hold in memory, where that can be asked.
  private static String buffers(LedgerDatabase database) throws SQLException {
    return database.vendor() == DatabaseVendor.POSTGRESQL
        ? ", shared_buffers " + setting(database, "shared_buffers")
        : "";
  }

  private static String setting(LedgerDatabase database, String name) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("show " + name)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void requireDurable(LedgerDatabase database) throws SQLException {
    if (database.vendor() == DatabaseVendor.POSTGRESQL) {
      for (var required : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        if (!setting(database, required).toLowerCase(Locale.ROOT).equals("on")) {
          throw new IllegalStateException(required + " is off: nothing measured would count");
        }
      }
    }
  }
}
