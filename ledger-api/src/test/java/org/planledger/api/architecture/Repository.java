package org.planledger.api.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of this repository, relative to its root: those that Git keeps or would keep. In a
/// copy without Git, all that lie there but for what is built or run into being.
final class Repository {

  private static final Set<Path> NOT_WRITTEN_BY_HAND =
      Stream.of(".git", "target", "data", ".idea", ".vscode").map(Path::of).collect(toSet());

  private static final Set<String> BINARY =
      Set.of(".png", ".jpg", ".gif", ".ico", ".pdf", ".jar", ".zip", ".gz", ".woff2");

  private static final Path ROOT = findRoot();
  private static final List<Path> FILES = findFiles();

  private Repository() {}

  /// The folder that holds the whole repository, wherever the tests are started.
  static Path root() {
    return ROOT;
  }

  /// Every text file; what a fuzzer begins with is bytes.
  static List<Path> textFiles() {
    return FILES.stream()
        .filter(file -> !file.toString().contains("FuzzingBundlesTestInputs"))
        .filter(file -> BINARY.stream().noneMatch(file.toString()::endsWith))
        .toList();
  }

  /// Every Java file.
  static List<Path> javaFiles() {
    return FILES.stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /// The Java files that are shipped.
  static List<Path> mainJavaFiles() {
    return javaFiles().stream().filter(file -> file.toString().contains("src/main/java")).toList();
  }

  /// The Java files that are shipped with the server. The verifier has a class path of its own.
  static List<Path> serverJavaFiles() {
    return mainJavaFiles().stream().filter(file -> !file.startsWith("ledger-verify")).toList();
  }

  /// The Java files that test.
  static List<Path> testJavaFiles() {
    return javaFiles().stream().filter(file -> file.toString().contains("src/test/java")).toList();
  }

  /// Whether a resource that is shipped contains the name.
  static boolean resourcesName(String name) {
    return textFiles().stream()
        .filter(file -> file.toString().contains("src/main/resources"))
        .anyMatch(file -> text(file).contains(name));
  }

  /// The lines of a file.
  static List<String> lines(Path file) {
    return text(file).lines().toList();
  }

  /// The text of a file, which must be UTF-8.
  static String text(Path file) {
    try {
      return Files.readString(ROOT.resolve(file), UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(file + " cannot be read as UTF-8", problem);
    }
  }

  private static Path findRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("The tests run outside of the repository.");
      }
    }
    return folder;
  }

  private static List<Path> findFiles() {
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "-z", "-co", "--exclude-standard")
              .directory(ROOT.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String names = new String(git.getInputStream().readAllBytes(), UTF_8);
      if (git.waitFor() == 0) {
        return Stream.of(names.split("\0"))
            .map(Path::of)
            .filter(file -> Files.isRegularFile(ROOT.resolve(file)))
            .sorted()
            .toList();
      }
    } catch (IOException noGitHere) {
      return walk();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    return walk();
  }

  private static List<Path> walk() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .map(ROOT::relativize)
          .filter(file -> !NOT_WRITTEN_BY_HAND.contains(file.getName(0)))
          .filter(file -> !file.startsWith(file.getName(0).resolve("target")))
          .sorted()
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
