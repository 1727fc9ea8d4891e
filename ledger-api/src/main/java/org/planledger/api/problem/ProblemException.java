package org.planledger.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Ends a request with a problem that is not the refusal of a rule.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient List<Flaw> flaws;
  private final transient Map<String, String> headers;

  private ProblemException(
      ProblemType type, String detail, List<Flaw> flaws, Map<String, String> headers) {
    // Without a stack trace: this is an answer, and a client must not be able to make it dear.
    super(detail, null, false, false);
    this.type = type;
    this.flaws = List.copyOf(flaws);
    this.headers = Map.copyOf(headers);
  }

  /// A problem of which there is nothing more to say than what it means.
  public static ProblemException of(ProblemType type) {
    return of(type, type.meaning());
  }

  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of(), Map.of());
  }

  /// A request of the wrong form.
  ///
  /// @param flaws at least one
  public static ProblemException malformed(List<Flaw> flaws) {
    if (flaws.isEmpty()) {
      throw new IllegalArgumentException("a malformed request has a flaw");
    }
    var first = flaws.getFirst();
    var detail =
        flaws.size() == 1
            ? first.pointer() + ": " + first.detail()
            : flaws.size() + " flaws, the first at " + first.pointer() + ": " + first.detail();
    return new ProblemException(ProblemType.MALFORMED_REQUEST, detail, flaws, Map.of());
  }

  public static ProblemException malformed(Flaw flaw) {
    return malformed(List.of(flaw));
  }

  /// What the books do not allow.
  ///
  /// @param grounds at least one
  public static ProblemException refused(ProblemType type, List<Flaw> grounds) {
    return new ProblemException(
        type,
        grounds.stream().map(Flaw::detail).collect(Collectors.joining(" ")),
        grounds,
        Map.of());
  }

  /// The same problem with a header in its answer.
  public ProblemException with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ProblemException(type, detail(), flaws, more);
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Flaw> flaws() {
    return flaws;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
