package org.planledger.api.finance.matches;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.api.finance.findings.MatchRow;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.MatchState;
import org.planledger.core.finance.matching.PayoutName;
import org.planledger.core.finance.matching.Remainder;
import org.planledger.core.finance.matching.RemainderAccount;
import org.planledger.core.finance.matching.RunnerUp;
import org.planledger.core.finance.settlement.LineKey;

/// Lines that belong to fees, and why.
@Schema(name = "Match")
public record MatchAnswer(
    String matchId,
    @Schema(description = "The run that made it.") long run,
    MatchState state,
    List<String> feeIds,
    @Schema(description = "The keys of its lines.") List<String> lineKeys,
    @Schema(description = "Where its first line stands.") @Nullable LinePlaceAnswer firstLine,
    MoneyAnswer matched,
    @Schema(description = "The rule that made it.") String rule,
    @Schema(description = "What speaks for it, heaviest first.") List<SignalAnswer> signals,
    int score,
    @Schema(description = "The best of those that were not taken.")
        @Nullable RunnerUpAnswer runnerUp,
    @Schema(description = "What it leaves that is no exception.") List<RemainderAnswer> remainders,
    @Schema(description = "The payout or batch, if the lines are those of one.")
        @Nullable String group,
    String reason,
    @Schema(description = "Whether somebody has withdrawn it since.") boolean withdrawn,
    @Schema(description = "What people have decided about it, its fees and lines since that run.")
        List<DecidedAnswer> decidedSince,
    @Schema(description = "Where to look next.") Map<String, String> links) {

  /// Where a line stands.
  @Schema(name = "LinePlace")
  public record LinePlaceAnswer(long file, int line) {}

  /// The best of those that were not taken.
  @Schema(name = "RunnerUp")
  record RunnerUpAnswer(
      @Nullable String feeId, @Nullable String lineKey, int score, String whyItLost) {

    static RunnerUpAnswer of(RunnerUp other) {
      return new RunnerUpAnswer(
          other.feeId().orElse(null),
          other.line().map(LineKey::hex).orElse(null),
          other.score(),
          other.whyItLost());
    }
  }

  /// What is due and did not arrive, or arrived and is not due, and is explained.
  @Schema(name = "MatchRemainder")
  record RemainderAnswer(
      MoneyAnswer amount,
      RemainderAccount account,
      String explanation,
      @Schema(description = "Whether a write-off has booked it already, and the match does not.")
          boolean bookedByAct) {

    static RemainderAnswer of(Remainder left) {
      return new RemainderAnswer(
          MoneyAnswer.of(left.amount()), left.account(), left.explanation(), left.bookedByAct());
    }
  }

  /// As it is told.
  public static MatchAnswer of(MatchRow row, boolean withdrawn, List<DecidedAnswer> decidedSince) {
    Match match = row.match();
    var place =
        row.file()
            .flatMap(file -> row.line().map(line -> new LinePlaceAnswer(file, line)))
            .orElse(null);
    return new MatchAnswer(
        match.matchId(),
        row.run(),
        match.state(),
        match.feeIds(),
        match.lines().stream().map(LineKey::hex).toList(),
        place,
        MoneyAnswer.of(match.matched()),
        match.ruleId(),
        match.signals().stream().map(SignalAnswer::of).toList(),
        match.score(),
        match.runnerUp().map(RunnerUpAnswer::of).orElse(null),
        match.remainders().stream().map(RemainderAnswer::of).toList(),
        match.group().map(PayoutName::id).orElse(null),
        match.reason(),
        withdrawn,
        decidedSince,
        Links.of(match.feeIds(), place));
  }
}
