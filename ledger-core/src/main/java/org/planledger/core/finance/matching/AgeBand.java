package org.planledger.core.finance.matching;

/// How old an exception is, in working days.
public enum AgeBand {
  /// Of today or the working day before.
  DAYS_0_TO_1(1, Severity.LOW),
  /// Two or three.
  DAYS_2_TO_3(3, Severity.LOW),
  /// Four to seven.
  DAYS_4_TO_7(7, Severity.MEDIUM),
  /// Eight to thirty.
  DAYS_8_TO_30(30, Severity.HIGH),
  /// More than thirty.
  DAYS_OVER_30(Integer.MAX_VALUE, Severity.CRITICAL);

  private final int upToDays;
  private final Severity severity;

  AgeBand(int upToDays, Severity severity) {
    this.upToDays = upToDays;
    this.severity = severity;
  }

  /// The band of an age in working days.
  public static AgeBand of(int workingDays) {
    for (var band : values()) {
      if (workingDays <= band.upToDays) {
        return band;
      }
    }
    throw new IllegalStateException("the last band has no end");
  }

  /// How urgent this age alone makes it.
  Severity severity() {
    return severity;
  }
}
