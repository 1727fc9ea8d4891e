package org.planledger.api.statements;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine;

/// A movement with what it is in the accounts, and where to go from it.
@Schema(name = "PostedFeeMovement")
record PostedMovementAnswer(
    MovementAnswer movement,
    EntryAnswer entry,
    @Schema(description = "All that happened to the fee, oldest first.") List<MovementAnswer> ofFee,
    @Schema(
            description =
                "Addresses by what is there: the event, the fee, the case, the plan, and"
                    + " the decisions with their clauses.")
        Map<String, String> links) {

  /// A journal entry.
  @Schema(name = "JournalEntry")
  record EntryAnswer(
      String journalId,
      @Schema(example = "2026-03") String period,
      LocalDate postedOn,
      String currency,
      String text,
      List<LineAnswer> lines) {

    private static EntryAnswer of(JournalEntry entry) {
      return new EntryAnswer(
          entry.journalId(),
          entry.period(),
          entry.postedOn(),
          entry.currency().getCurrencyCode(),
          entry.text(),
          entry.lines().stream().map(LineAnswer::of).toList());
    }
  }

  /// A line of it, in minor units.
  @Schema(name = "JournalLine")
  record LineAnswer(
      Account account,
      @Schema(example = "1200") int number,
      String name,
      long debitMinor,
      long creditMinor,
      @Schema(description = "What it is called where it comes from.") @Nullable String sourceRef) {

    private static LineAnswer of(JournalLine line) {
      return new LineAnswer(
          line.account(),
          line.account().number(),
          line.account().title(),
          line.minorOn(JournalLine.Side.DEBIT),
          line.minorOn(JournalLine.Side.CREDIT),
          line.about().sourceRef().orElse(null));
    }
  }

  static PostedMovementAnswer of(FeeMovement movement, List<FeeMovement> ofFee) {
    var plan = "/v1/plans/" + movement.planId();
    var links = new LinkedHashMap<String, String>();
    links.put("event", "/v1/events?lastEventId=%d&pageSize=1".formatted(movement.position() - 1));
    links.put("fee", "/v1/fee-movements?feeId=" + movement.feeId());
    links.put("case", plan + "/cases/" + movement.caseId());
    links.put("plan", plan);
    links.put("decisions", plan + "/decisions");
    return new PostedMovementAnswer(
        MovementAnswer.of(movement),
        EntryAnswer.of(JournalEntry.of(movement)),
        ofFee.stream().map(MovementAnswer::of).toList(),
        links);
  }
}
