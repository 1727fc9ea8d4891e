package org.planledger.core.finance.book;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.matching.RemainderAccount;
import org.planledger.core.finance.settlement.LineKey;

/// What somebody wants to be done in the books.
public sealed interface FinanceCommand {

  /// Says what belongs together.
  ///
  /// @param lines the keys of settlement lines
  /// @param remainder where a difference is to be booked; with none it stays an exception
  /// @param approvedBy who agreed; needed above the limit
  record MatchByHand(
      List<String> fees,
      List<LineKey> lines,
      Optional<RemainderAccount> remainder,
      String reason,
      String actor,
      Optional<String> approvedBy)
      implements FinanceCommand {
    public MatchByHand {
      fees = List.copyOf(fees);
      lines = List.copyOf(lines);
    }
  }

  /// Says that what was matched does not belong together.
  record WithdrawMatch(String matchId, String reason, String actor, Optional<String> approvedBy)
      implements FinanceCommand {}

  /// Gives up what is open of a fee.
  record WriteOffFee(String feeId, String reason, String actor, Optional<String> approvedBy)
      implements FinanceCommand {}

  /// Waits again for what was given up of a fee.
  record WithdrawWriteOff(String feeId, String reason, String actor, Optional<String> approvedBy)
      implements FinanceCommand {}

  /// Gives exceptions to somebody.
  record AssignExceptions(List<String> exceptions, String owner) implements FinanceCommand {
    public AssignExceptions {
      exceptions = List.copyOf(exceptions);
    }
  }

  /// Has an exception wait for something outside.
  record PendException(String exceptionId, String waitsFor) implements FinanceCommand {}

  /// Explains an exception.
  record ResolveException(String exceptionId, String reason) implements FinanceCommand {}

  /// Looks at an exception again.
  record ReopenException(String exceptionId, String reason) implements FinanceCommand {}

  /// Writes something down about an exception.
  record NoteException(String exceptionId, String text) implements FinanceCommand {}

  /// Closes a month.
  ///
  /// @param carryingOver whether exceptions that are open may go over into the next month
  /// @param today the day on which it is asked for
  record ClosePeriod(YearMonth period, boolean carryingOver, LocalDate today)
      implements FinanceCommand {}

  /// Opens a closed month again.
  record ReopenPeriod(YearMonth period, String reason, String actor, String approvedBy)
      implements FinanceCommand {}
}
