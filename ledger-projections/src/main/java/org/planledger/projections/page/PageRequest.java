package org.planledger.projections.page;

import java.util.Optional;

/// Which part of a list is asked for.
///
/// @param after the place that the part before named; none for the beginning
/// @param rows how many rows at most
public record PageRequest(Optional<String> after, int rows) {

  /// The most rows a page has.
  public static final int MAX_ROWS = 1000;

  public PageRequest {
    if (rows < 1 || rows > MAX_ROWS) {
      throw new IllegalArgumentException("a page has 1 to " + MAX_ROWS + " rows, not " + rows);
    }
  }

  public static PageRequest first(int rows) {
    return new PageRequest(Optional.empty(), rows);
  }
}
