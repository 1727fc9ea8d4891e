package org.planledger.api.finance.trails;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.api.finance.matches.DecidedAnswer;
import org.planledger.api.finance.matches.MatchAnswer;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.MovementKind;

/// A fee with all that happened to it and the money that came for it, from the clause of the terms
/// to the line of the bank.
@Schema(name = "FeeTrail")
record FeeTrailAnswer(
    String feeId,
    UUID planId,
    UUID caseId,
    @Schema(description = "What happened to it, oldest first.") List<MovementAnswer> movements,
    @Schema(description = "What counts of it now: its payment, and what went back of that.")
        List<MatchAnswer> matches,
    @Schema(description = "The lines of these matches, as they were imported.")
        List<TrailLineAnswer> lines,
    @Schema(description = "What the newest run has found wrong with it.") List<String> exceptionIds,
    @Schema(description = "Who has given it up, and why; null if nobody has.")
        @Nullable DecidedAnswer writtenOff,
    @Schema(description = "What people have decided about it since the newest run.")
        List<DecidedAnswer> decidedSince,
    @Schema(description = "Where to look next.") Map<String, String> links) {

  /// Something that happened to a fee.
  @Schema(name = "TrailMovement")
  record MovementAnswer(
      MovementKind kind,
      MoneyAnswer amount,
      Instant effectiveAt,
      long position,
      String eventId,
      @Schema(description = "The clause of the terms that it rests on.") String clause,
      @Nullable String paymentReference) {

    static MovementAnswer of(FeeMovement movement) {
      return new MovementAnswer(
          movement.kind(),
          MoneyAnswer.of(movement.amount()),
          movement.effectiveAt(),
          movement.position(),
          movement.eventId(),
          movement.clause(),
          movement.paymentReference().orElse(null));
    }
  }

  /// The trail of a fee.
  ///
  /// @param movements at least one
  static FeeTrailAnswer of(
      List<FeeMovement> movements,
      List<MatchAnswer> matches,
      List<TrailLineAnswer> lines,
      List<String> exceptionIds,
      @Nullable DecidedAnswer writtenOff,
      List<DecidedAnswer> decidedSince) {
    var first = movements.getFirst();
    var plan = first.planId().value();
    var links = new TreeMap<String, String>();
    links.put("plan", "/v1/plans/" + plan);
    links.put("case", "/v1/plans/" + plan + "/cases/" + first.caseId().value());
    links.put("devices", "/v1/plans/" + plan + "/lineage");
    links.put("history", "/v1/plans/" + plan + "/history");
    links.put("proof", "/v1/plans/" + plan + "/proof");
    links.put("movements", "/v1/fee-movements?feeId=" + first.feeId());
    return new FeeTrailAnswer(
        first.feeId(),
        plan,
        first.caseId().value(),
        movements.stream().map(MovementAnswer::of).toList(),
        matches,
        lines,
        exceptionIds,
        writtenOff,
        decidedSince,
        links);
  }
}
