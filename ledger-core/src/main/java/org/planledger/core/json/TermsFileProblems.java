package org.planledger.core.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong with one document. Places that could not be read are remembered, so that
/// whoever compares one part of the document with another can leave out what would only follow from
/// them.
final class TermsFileProblems {

  private final String file;
  private final List<TermsFileException.Problem> found = new ArrayList<>();
  private final Set<String> unreadable = new LinkedHashSet<>();

  TermsFileProblems(String file) {
    this.file = file;
  }

  void add(String path, String reason) {
    found.add(new TermsFileException.Problem(path, reason));
  }

  /// Records the problem unless the condition holds.
  void require(boolean condition, String path, String reason) {
    if (!condition) {
      add(path, reason);
    }
  }

  /// As [#require], but only where the place could be read: what is wrong with a value that is not
  /// there is known already.
  void expect(boolean condition, String path, String reason) {
    require(condition || !readable(path), path, reason);
  }

  /// Records a problem that leaves nothing to read at its place.
  void unreadable(String path, String reason) {
    add(path, reason);
    unreadable.add(path);
  }

  /// Records that an object lacks a field.
  void missing(String path, String name, String pathOfField) {
    add(path, "field '" + name + "' is missing");
    unreadable.add(pathOfField);
  }

  /// Whether everything at these places could be read.
  boolean readable(String... paths) {
    return List.of(paths).stream()
        .allMatch(
            path -> unreadable.stream().noneMatch(bad -> within(bad, path) || within(path, bad)));
  }

  /// Whether nothing is wrong at these places or inside of them.
  boolean sound(String... paths) {
    return readable(paths)
        && List.of(paths).stream()
            .allMatch(path -> found.stream().noneMatch(problem -> within(problem.path(), path)));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new TermsFileException(file, found);
    }
  }

  private static boolean within(String path, String outer) {
    return path.equals(outer) || path.startsWith(outer + "/");
  }
}
