package org.planledger.projections.fold;

/// A row of a view.
public interface Row {

  /// The position of the last event that changed the row. An event at or below it has been dealt
  /// with, which is what makes handling an event twice harmless.
  long position();
}
