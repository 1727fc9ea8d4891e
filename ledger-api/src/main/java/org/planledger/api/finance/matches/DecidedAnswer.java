package org.planledger.api.finance.matches;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.book.HandAct;

/// Something that people have decided after the run that shows what it is about.
@Schema(name = "DecidedSince")
public record DecidedAnswer(
    @Schema(description = "The entry of the books.") long entry,
    Kind kind,
    @Schema(description = "Who it was.") String by,
    @Schema(description = "Who else has agreed.") @Nullable String approvedBy,
    Instant at,
    String reason,
    @Schema(description = "The match that was made by hand or withdrawn.") @Nullable String matchId,
    List<String> feeIds,
    @Schema(
            description =
                "Whether a newer run has gone by it; else it counts from the next run of its"
                    + " month.")
        boolean counted,
    @Schema(description = "Where the entry is.") String link) {

  /// What was decided.
  @Schema(name = "DecidedKind")
  enum Kind {
    MATCHED_BY_HAND,
    WITHDRAWN,
    WRITTEN_OFF,
    /// It is waited for again.
    WRITE_OFF_WITHDRAWN
  }

  static DecidedAnswer of(HandAct act, Instant at, boolean counted) {
    String link = "/v1/book-entries/" + act.number();
    return switch (act) {
      case HandAct.Match(var number, var event, var actor) ->
          new DecidedAnswer(
              number,
              Kind.MATCHED_BY_HAND,
              actor,
              event.approvedBy().orElse(null),
              at,
              event.reason(),
              event.matchId(),
              event.fees(),
              counted,
              link);
      case HandAct.Withdrawal(var number, var event, var actor) ->
          new DecidedAnswer(
              number,
              Kind.WITHDRAWN,
              actor,
              event.approvedBy().orElse(null),
              at,
              event.reason(),
              event.matchId(),
              event.fees(),
              counted,
              link);
      case HandAct.WriteOff(var number, var event, var actor) ->
          new DecidedAnswer(
              number,
              Kind.WRITTEN_OFF,
              actor,
              event.approvedBy().orElse(null),
              at,
              event.reason(),
              null,
              List.of(event.feeId()),
              counted,
              link);
      case HandAct.WriteOffWithdrawal(var number, var event, var actor) ->
          new DecidedAnswer(
              number,
              Kind.WRITE_OFF_WITHDRAWN,
              actor,
              event.approvedBy().orElse(null),
              at,
              event.reason(),
              null,
              List.of(event.feeId()),
              counted,
              link);
    };
  }
}
