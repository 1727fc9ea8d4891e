package org.planledger.core.finance.matching;

/// How long fees are looked for that together make the amount of a line. It only ever proposes.
///
/// @param feesAtMost how many fees may make one amount
/// @param stepsPerLine how many sums are tried for one line
/// @param stepsPerRun how many are tried in one run; the lines come in the order of their keys
public record GroupSearch(int feesAtMost, int stepsPerLine, long stepsPerRun) {

  /// Checks that there is something to try.
  ///
  /// @throws IllegalArgumentException if not even two fees may be added
  public GroupSearch {
    if (feesAtMost < 2 || stepsPerLine < 0 || stepsPerRun < 0) {
      throw new IllegalArgumentException("a group has two fees or more, and steps are counted");
    }
  }
}
