package org.planledger.projections.movements;

/// A span of positions of the ledger, such as a period from one close to the next.
///
/// @param after the position after which it begins; 0 for the beginning of the ledger
/// @param upTo its last position
public record Span(long after, long upTo) {

  public Span {
    if (after < 0) {
      throw new IllegalArgumentException("positions begin with 1, not after " + after);
    }
  }

  /// Everything up to a position.
  public static Span upTo(long position) {
    return new Span(0, position);
  }
}
