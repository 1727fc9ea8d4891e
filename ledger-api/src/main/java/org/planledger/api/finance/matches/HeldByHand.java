package org.planledger.api.finance.matches;

import java.util.Optional;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceEvent.MatchedByHand;
import org.planledger.core.finance.book.HandAct;

/// What people have decided about fees and lines, whether a run has carried it out yet or not.
final class HeldByHand {

  private HeldByHand() {}

  /// The decision that holds a fee or a line: a match that nobody has withdrawn, or of a fee its
  /// write-off.
  ///
  /// @param feeOrLine the id of a fee, or the key of a line in hexadecimal digits
  static Optional<String> by(FinanceBook book, String feeOrLine) {
    return book.writeOff(feeOrLine)
        .map(HandAct.WriteOff::decisionId)
        .or(
            () ->
                book.matchesByHand(Long.MAX_VALUE).reversed().stream()
                    .map(made -> made.event())
                    .filter(event -> holds(event, feeOrLine))
                    .map(MatchedByHand::matchId)
                    .findFirst());
  }

  /// Money that goes back leaves the payment of its fee as it is.
  private static boolean holds(MatchedByHand event, String feeOrLine) {
    return (event.amount().minor() > 0 && event.fees().contains(feeOrLine))
        || event.lines().stream().anyMatch(line -> line.hex().equals(feeOrLine));
  }
}
