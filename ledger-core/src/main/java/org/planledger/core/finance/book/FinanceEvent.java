package org.planledger.core.finance.book;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.finance.matching.RemainderAccount;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.terms.Money;

/// What happened in the books. Nothing is ever taken back: a match that was withdrawn was made, a
/// month that was opened again was closed.
public sealed interface FinanceEvent {

  /// What a run went by. Two runs with the same inputs lead to the same report, byte for byte.
  ///
  /// @param fromRun the run that closed the month before; 0 if none was closed
  /// @param fromPosition the last position of the ledger that an earlier month has settled
  /// @param cutOff the last position of the ledger that the run has seen
  /// @param fromFile the last file that belongs to an earlier month
  /// @param toFile the last file that the run has seen
  /// @param acts the last act in the books that the run has seen
  /// @param asOf the day by which ages are counted
  /// @param rules the version of the rules of matching
  record RunInputs(
      YearMonth period,
      long fromRun,
      long fromPosition,
      long cutOff,
      long fromFile,
      long toFile,
      long acts,
      LocalDate asOf,
      String rules) {}

  /// What a run came to.
  ///
  /// @param matches how many matches it has made
  /// @param exceptions how many exceptions it has found, by kind
  record RunTotals(
      long fees, long lines, long matches, long inTransit, Map<String, Long> exceptions) {
    public RunTotals {
      exceptions = Map.copyOf(exceptions);
    }
  }

  /// Fees and payments of a month were matched.
  ///
  /// @param run its number
  /// @param report the SHA-256 of its report in lower-case hexadecimal digits
  record FeesReconciled(long run, RunInputs inputs, RunTotals totals, String report)
      implements FinanceEvent {}

  /// Somebody has said what belongs together.
  ///
  /// @param lines the keys of the settlement lines
  /// @param amount what the lines come to
  /// @param remainder where a difference is booked; with none it stays an exception
  record MatchedByHand(
      String matchId,
      YearMonth period,
      List<String> fees,
      List<LineKey> lines,
      Money amount,
      Optional<RemainderAccount> remainder,
      String reason,
      Optional<String> approvedBy)
      implements FinanceEvent {
    public MatchedByHand {
      fees = List.copyOf(fees);
      lines = List.copyOf(lines);
    }
  }

  /// Somebody has said that what was matched does not belong together. The pairs are not matched
  /// again by a run.
  record MatchWithdrawn(
      String matchId,
      YearMonth period,
      List<String> fees,
      List<LineKey> lines,
      String reason,
      Optional<String> approvedBy)
      implements FinanceEvent {
    public MatchWithdrawn {
      fees = List.copyOf(fees);
      lines = List.copyOf(lines);
    }
  }

  /// What is open of a fee was given up.
  ///
  /// @param chargedBack whether the money had come, and the payer's bank took it back
  record FeeWrittenOff(
      String feeId,
      YearMonth period,
      Money amount,
      boolean chargedBack,
      String reason,
      Optional<String> approvedBy)
      implements FinanceEvent {}

  /// What was given up of a fee is waited for again.
  ///
  /// @param writeOff the number of the event that gave it up
  /// @param period the month in which it is taken back
  /// @param amount what was given up then
  record WriteOffWithdrawn(
      String feeId,
      long writeOff,
      YearMonth period,
      Money amount,
      String reason,
      Optional<String> approvedBy)
      implements FinanceEvent {}

  /// Exceptions were given to somebody.
  record ExceptionsAssigned(List<String> exceptions, String owner) implements FinanceEvent {
    public ExceptionsAssigned {
      exceptions = List.copyOf(exceptions);
    }
  }

  /// An exception waits for something outside.
  record ExceptionPended(String exceptionId, String waitsFor) implements FinanceEvent {}

  /// Somebody has explained an exception.
  record ExceptionResolved(String exceptionId, String reason) implements FinanceEvent {}

  /// An exception that was explained is looked at again.
  record ExceptionReopened(String exceptionId, String reason) implements FinanceEvent {}

  /// Somebody has written something down about an exception.
  record ExceptionNoted(String exceptionId, String text) implements FinanceEvent {}

  /// A month was closed by its last run. What comes later belongs to the next month.
  ///
  /// @param exceptions how many exceptions go over into the next month
  record PeriodClosed(YearMonth period, long run, RunInputs inputs, String report, long exceptions)
      implements FinanceEvent {}

  /// A closed month was opened again.
  record PeriodReopened(YearMonth period, String reason, String approvedBy)
      implements FinanceEvent {}
}
