package org.planledger.projections.rebuild;

/// Told how far the building of a view is, again and again.
public interface RebuildProgress {

  /// What is done at a time.
  enum Phase {
    /// Events are folded into the set that is not live.
    FOLDING,
    /// Both sets are compared row by row.
    COMPARING,
    /// What was recorded meanwhile is folded, and the sets change places.
    SWITCHING
  }

  /// It has come so far.
  ///
  /// @param done events folded, or rows of both sides compared
  /// @param total how many there are, as far as that is known
  void reached(Phase phase, long done, long total);

  /// Whether it is to stop where it is.
  boolean ending();
}
