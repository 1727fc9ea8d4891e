package org.planledger.core.finance.book;

import java.util.Set;
import org.planledger.core.finance.book.FinanceEvent.FeeWrittenOff;
import org.planledger.core.finance.book.FinanceEvent.MatchWithdrawn;
import org.planledger.core.finance.book.FinanceEvent.MatchedByHand;
import org.planledger.core.finance.book.FinanceEvent.WriteOffWithdrawn;

/// What somebody has said that no run overrules.
public sealed interface HandAct {

  /// The number of the event that says it.
  long number();

  record Match(long number, MatchedByHand event, String actor) implements HandAct {}

  record Withdrawal(long number, MatchWithdrawn event, String actor) implements HandAct {

    /// Whether it is about a match by hand: by the id that was given to it, or by what it put
    /// together, since a run has its own id for that.
    boolean takesBack(Match made) {
      return event.matchId().equals(made.event().matchId())
          || (Set.copyOf(event.fees()).equals(Set.copyOf(made.event().fees()))
              && Set.copyOf(event.lines()).equals(Set.copyOf(made.event().lines())));
    }
  }

  record WriteOff(long number, FeeWrittenOff event, String actor) implements HandAct {

    /// Names the decision, in reports and to whoever is held up by it.
    public String decisionId() {
      return "written-off-" + number;
    }
  }

  record WriteOffWithdrawal(long number, WriteOffWithdrawn event, String actor)
      implements HandAct {}
}
