package org.planledger.core.finance.matching;

import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.terms.Money;

/// Lines that belong to fees, and why.
///
/// @param matchId made from fees, lines and rule: the same match has the same id in every run
/// @param state how the lines stand to the fees
/// @param feeIds the fees by their order in the ledger; none if a bank line pays out what lines of
///     a processor have already brought
/// @param lines the lines in the order in which they were booked
/// @param matched what the lines bring, in all; below zero if money went back
/// @param ruleId the rule that made it, one of those in `docs/MATCHING.md`
/// @param signals what speaks for it, heaviest first
/// @param score the sum of their weights
/// @param runnerUp the best of those that were not taken, if any other had a sign
/// @param remainder what it leaves that is no exception
/// @param group the payout or batch, if the lines are those of one
/// @param reason all of it in a sentence, for people
public record Match(
    String matchId,
    MatchState state,
    List<String> feeIds,
    List<LineKey> lines,
    Money matched,
    String ruleId,
    List<Signal> signals,
    int score,
    Optional<RunnerUp> runnerUp,
    Optional<Remainder> remainder,
    Optional<String> group,
    String reason) {

  /// Takes the lists as they are.
  public Match {
    feeIds = List.copyOf(feeIds);
    lines = List.copyOf(lines);
    signals = List.copyOf(signals);
  }
}
