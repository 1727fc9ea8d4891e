package org.planledger.api.finance.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.planledger.api.finance.books.ActMoments;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.HandAct;
import org.planledger.core.finance.matching.ByHand;
import org.springframework.stereotype.Component;

/// What people have decided, as a run takes it: what was withdrawn is not told, and what a closed
/// month has carried out is told by that month.
@Component
final class Decisions {

  private final ActMoments moments;

  Decisions(ActMoments moments) {
    this.moments = moments;
  }

  List<ByHand> of(FinanceBook book, RunInputs inputs) {
    var before = book.before(inputs);
    long settled = before.isEmpty() ? 0 : before.getLast().inputs().acts();
    var acts = book.acts(inputs.acts());
    var standing = new HashSet<>(book.matchesByHand(inputs.acts()));
    var takenBack = new HashSet<Long>();
    for (var act : acts) {
      if (act instanceof HandAct.WriteOffWithdrawal(_, var event, _)) {
        takenBack.add(event.writeOff());
      }
    }
    var decisions = new ArrayList<ByHand>();
    for (var act : acts) {
      switch (act) {
        case HandAct.Match made -> {
          if (made.number() > settled && standing.contains(made)) {
            var event = made.event();
            decisions.add(
                new ByHand.Paired(
                    event.matchId(),
                    event.fees(),
                    event.lines(),
                    event.remainder(),
                    event.reason(),
                    made.actor()));
          }
        }
        case HandAct.Withdrawal(var number, var event, var actor) -> {
          for (var fee : event.fees()) {
            for (var line : event.lines()) {
              decisions.add(
                  new ByHand.Withdrawn("withdrawn-" + number, fee, line, event.reason(), actor));
            }
          }
        }
        case HandAct.WriteOff given -> {
          if (!takenBack.contains(given.number())) {
            var event = given.event();
            decisions.add(
                new ByHand.WrittenOff(
                    given.decisionId(),
                    event.feeId(),
                    event.amount(),
                    moments.of(given.number()).position(),
                    event.chargedBack(),
                    event.reason(),
                    given.actor()));
          }
        }
        case HandAct.WriteOffWithdrawal _ -> {}
      }
    }
    return decisions;
  }
}
