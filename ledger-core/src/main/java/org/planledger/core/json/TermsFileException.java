package org.planledger.core.json;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/// Documents of terms cannot be used. All of their problems are named at once; only what would
/// follow from a place that cannot be read is left out.
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

  private TermsFileException(String message, String file, Problem[] problems) {
    super(message);
    this.file = file;
    this.problems = problems;
  }

  /// Several documents refused at once.
  static TermsFileException together(List<TermsFileException> refused) {
    return refused.size() == 1
        ? refused.getFirst()
        : new TermsFileException(
            refused.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")),
            refused.stream().map(TermsFileException::file).collect(Collectors.joining(", ")),
            refused.stream().flatMap(one -> one.problems().stream()).toArray(Problem[]::new));
  }

  /// The name of the document, or of each of them.
  public String file() {
    return file;
  }

  /// Everything that is wrong, in the order of reading.
  public List<Problem> problems() {
    return List.of(problems);
  }
}
