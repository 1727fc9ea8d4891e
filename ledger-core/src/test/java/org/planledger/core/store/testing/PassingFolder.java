package org.planledger.core.store.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders for files that no test has to look after: they go when the process ends.
public final class PassingFolder {

  private PassingFolder() {}

  /// A new, empty folder.
  ///
  /// @param name what its name begins with
  public static Path create(String name) {
    try {
      Path folder = Files.createTempDirectory(name);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// At the end of the process somebody may still write into it.
  private static void leave(Path folder) {
    try {
      delete(folder);
    } catch (UncheckedIOException e) {
      System.err.println("Left behind: " + folder);
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
