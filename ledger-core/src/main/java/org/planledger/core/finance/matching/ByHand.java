package org.planledger.core.finance.matching;

import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.terms.Money;

/// What people decided. It comes before all passes, and no pass overrules it. Whoever asks for a
/// run hands over the decisions that are in force: one that was taken back is not among them.
public sealed interface ByHand {

  /// Names the decision.
  String decisionId();

  /// Why, in the words of who decided.
  String reason();

  /// Who decided.
  String by();

  /// These lines are for these fees.
  ///
  /// @param remainder where a difference is booked; with none it stays an exception
  record Paired(
      String decisionId,
      List<String> feeIds,
      List<LineKey> lines,
      Optional<RemainderAccount> remainder,
      String reason,
      String by)
      implements ByHand {

    /// Takes the lists as they are.
    ///
    /// @throws IllegalArgumentException if there is no fee or no line
    public Paired {
      feeIds = List.copyOf(feeIds);
      lines = List.copyOf(lines);
      if (feeIds.isEmpty() || lines.isEmpty()) {
        throw new IllegalArgumentException("a match by hand has a fee and a line");
      }
    }
  }

  /// This line is not for this fee: a match of the two was withdrawn, and none is made again.
  record Withdrawn(String decisionId, String feeId, LineKey line, String reason, String by)
      implements ByHand {}

  /// So much of a fee is given up.
  ///
  /// @param amount how much, above zero, in the currency of the fee
  /// @param position where the ledger was when it was decided
  /// @param chargedBack whether the money had come, and the payer's bank took it back
  record WrittenOff(
      String decisionId,
      String feeId,
      Money amount,
      long position,
      boolean chargedBack,
      String reason,
      String by)
      implements ByHand {

    /// Checks the amount.
    ///
    /// @throws IllegalArgumentException if it is not above zero
    public WrittenOff {
      if (amount.minor() <= 0) {
        throw new IllegalArgumentException("what is written off is above zero");
      }
    }
  }
}
