package org.planledger.core.simulation;

/// How much a simulation may hold in memory.
///
/// @param plans how many plans the book may have: each is kept folded, with its devices
/// @param listed how many entries each list of the report names; what is beyond is counted
public record Limits(int plans, int listed) {

  public Limits {
    if (plans < 1 || listed < 1) {
      throw new IllegalArgumentException("a simulation needs room for one plan and one entry");
    }
  }
}
