package org.planledger.projections.page;

/// Of when a list tells.
public sealed interface AsOf {

  /// Of now, as far as the view has come.
  record Now() implements AsOf {}

  /// Of when the event at a position was the last of the ledger. The view must have seen it.
  record Position(long position) implements AsOf {

    public Position {
      if (position < 1) {
        throw new IllegalArgumentException("positions begin with 1, not with " + position);
      }
    }
  }

  static AsOf now() {
    return new Now();
  }

  static AsOf position(long position) {
    return new Position(position);
  }
}
