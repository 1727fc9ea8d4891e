package org.planledger.core.finance.book;

import org.planledger.core.finance.book.FinanceEvent.FeeWrittenOff;
import org.planledger.core.finance.book.FinanceEvent.MatchWithdrawn;
import org.planledger.core.finance.book.FinanceEvent.MatchedByHand;
import org.planledger.core.finance.book.FinanceEvent.WriteOffWithdrawn;

/// What somebody has said that no run overrules.
public sealed interface HandAct {

  /// The number of the event that says it.
  long number();

  record Match(long number, MatchedByHand event, String actor) implements HandAct {}

  record Withdrawal(long number, MatchWithdrawn event, String actor) implements HandAct {}

  record WriteOff(long number, FeeWrittenOff event, String actor) implements HandAct {}

  record WriteOffWithdrawal(long number, WriteOffWithdrawn event, String actor)
      implements HandAct {}
}
