package org.planledger.api.finance.matches;

import java.util.List;
import org.planledger.api.finance.findings.ExceptionRow;
import org.planledger.api.finance.findings.MatchRow;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.web.Paging;

/// The place of a row among those of several runs.
public record RowKey(long run, long ordinal) {

  /// Where a page is to go on; throws [ProblemException] if its cursor is none of ours.
  public static RowKey of(Paging paging) {
    if (paging.after().isEmpty()) {
      return new RowKey(0, 0);
    }
    try {
      return new RowKey(
          Long.parseLong(paging.after().getFirst()), Long.parseLong(paging.after().getLast()));
    } catch (NumberFormatException e) {
      throw ProblemException.malformed(
          Flaw.inQuery("cursor", FlawCode.BAD_FORMAT, "this list gave out no such cursor"));
    }
  }

  /// What orders a match among all.
  public static List<String> of(MatchRow row) {
    return List.of(String.valueOf(row.run()), String.valueOf(row.ordinal()));
  }

  /// What orders an exception among all.
  public static List<String> of(ExceptionRow row) {
    return List.of(String.valueOf(row.run()), String.valueOf(row.ordinal()));
  }
}
