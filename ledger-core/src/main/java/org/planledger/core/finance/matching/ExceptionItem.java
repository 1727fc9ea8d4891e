package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.terms.Money;

/// Something that does not go together, and what to do about it.
///
/// @param exceptionId made from kind, fee and line: the same trouble has the same id in every run
/// @param kind what it is
/// @param feeId the fee it is about, if it is about one
/// @param lines the lines it is about; of those that are said again, the first thousand
/// @param amount how much money it is about, above zero; of lines that are said again nothing, and
///     of what could not be read nothing in the currency XXX
/// @param since the day from which its age is counted
/// @param candidates what could be meant, best first
/// @param reason what is wrong, for people
/// @param nextStep what to do next, for people
public record ExceptionItem(
    String exceptionId,
    ExceptionKind kind,
    Optional<String> feeId,
    List<LineKey> lines,
    Money amount,
    LocalDate since,
    List<Candidate> candidates,
    String reason,
    String nextStep) {

  /// Takes the lists as they are.
  public ExceptionItem {
    lines = List.copyOf(lines);
    candidates = List.copyOf(candidates);
  }

  /// Whether it is told for completeness, and all its money is where it belongs.
  boolean isWithoutDoubt() {
    return kind == ExceptionKind.DUPLICATE && amount.minor() == 0;
  }
}
