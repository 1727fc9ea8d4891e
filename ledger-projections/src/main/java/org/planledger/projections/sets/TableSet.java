package org.planledger.projections.sets;

/// One of the two sets of tables that each view has.
public enum TableSet {
  A(""),
  B("_b");

  private final String suffix;

  TableSet(String suffix) {
    this.suffix = suffix;
  }

  public TableSet other() {
    return this == A ? B : A;
  }

  /// What a table of a view is called in this set.
  ///
  /// @param table its name in the view, which is that in the first set
  public String nameOf(String table) {
    return table + suffix;
  }
}
