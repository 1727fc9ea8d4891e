package org.planledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// How much memory another virtual machine has needed.
///
/// @param heapMib the most that was left of its heap after a full collection; if there was none,
///     after any
/// @param residentMib the most that the system has given to the process; 0 where it does not tell
record MemoryUse(long heapMib, long residentMib) {

  private static final Pattern COLLECTED = Pattern.compile("Pause (\\w+).* \\d+M->(\\d+)M\\(");

  /// Why a collection was made that says nothing about the heap.
  private static final String OF_CLASSES = "Metadata GC Threshold";

  private static final String PEAK = "VmHWM:";

  /// What a machine has to be told so that it can be looked at.
  static List<String> watched(Path log) {
    return List.of("-Xlog:gc:file=" + log + ":time:filecount=0");
  }

  static MemoryUse of(long pid, Path log) {
    try {
      long full = 0;
      long any = 0;
      for (var line : Files.readAllLines(log)) {
        var collected = COLLECTED.matcher(line);
        if (collected.find() && !line.contains(OF_CLASSES)) {
          long left = Long.parseLong(collected.group(2));
          any = Math.max(any, left);
          full = collected.group(1).equals("Full") ? Math.max(full, left) : full;
        }
      }
      return new MemoryUse(full == 0 ? any : full, residentMib(pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long residentMib(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(PEAK))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }
}
