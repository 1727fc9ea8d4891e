package org.planledger.core.json;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/// A document of terms cannot be used. All of its problems are named at once, as far as the first
/// ones leave the others readable.
public final class TermsFileException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String file;
  private final Problem[] problems;

  /// One thing that is wrong.
  ///
  /// @param path where, as a JSON pointer; empty for the document as a whole
  /// @param reason what is wrong and what would be right
  public record Problem(String path, String reason) implements Serializable {}

  TermsFileException(String file, List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> file + " " + problem.path() + ": " + problem.reason())
            .collect(Collectors.joining("\n")));
    this.file = file;
    this.problems = problems.toArray(Problem[]::new);
  }

  /// The name of the document.
  public String file() {
    return file;
  }

  /// Everything that is wrong, in the order of reading.
  public List<Problem> problems() {
    return List.of(problems);
  }
}
