package org.planledger.api.finance.runs;

import java.time.YearMonth;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;

/// Months as requests write them.
public final class Months {
  static final String FORM = "20[0-9]{2}-(0[1-9]|1[0-2])";
  static final String IN_WORDS = "a month such as 2026-10";

  private Months() {}

  /// The month in a path; throws [ProblemException] if it is none.
  public static YearMonth ofPath(String text) {
    if (!text.matches(FORM)) {
      throw ProblemException.of(ProblemType.UNKNOWN_PERIOD);
    }
    return YearMonth.parse(text);
  }
}
