package org.planledger.api.problem;

/// One thing that is wrong with a request, and where.
///
/// @param in which part of the request
/// @param pointer a JSON pointer (RFC 6901) into the body, or `/` and the name of a header or of a
///     parameter of the path or the query
/// @param code a stable word for programs
/// @param detail what is wrong and what would help, for people; it never repeats private values
public record Flaw(Place in, String pointer, FlawCode code, String detail) {

  /// A flaw in the body of a request.
  public static Flaw inBody(String pointer, FlawCode code, String detail) {
    return new Flaw(Place.BODY, pointer, code, detail);
  }

  /// A flaw in a parameter behind the question mark.
  public static Flaw inQuery(String name, FlawCode code, String detail) {
    return new Flaw(Place.QUERY, "/" + name, code, detail);
  }

  /// A flaw in a variable part of the path.
  public static Flaw inPath(String name, FlawCode code, String detail) {
    return new Flaw(Place.PATH, "/" + name, code, detail);
  }

  /// A flaw in a header.
  public static Flaw inHeader(String name, FlawCode code, String detail) {
    return new Flaw(Place.HEADER, "/" + name, code, detail);
  }

  /// The parts of a request.
  public enum Place {
    BODY,
    PATH,
    QUERY,
    HEADER
  }
}
