package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.api.state.Difference;
import org.planledger.api.state.PlanState;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;

/// A plan at two points of its recorded past, with what lies between them.
@Schema(name = "Comparison")
record ComparisonAnswer(
    UUID planId,
    @Schema(
            description =
                "FORWARD from an earlier end to a later one, BACKWARD the other way round, SAME if"
                    + " both ends are one point.")
        Direction direction,
    EndAnswer from,
    EndAnswer to,
    @Schema(description = "Every field that differs, as it leads from the first end to the second.")
        List<ChangeAnswer> difference,
    @Schema(description = "The plan's events between the ends, oldest first either way.")
        List<EventAnswer> events,
    @Schema(
            description =
                "Every command on the plan that was decided between the ends, accepted or refused,"
                    + " in the order of their numbers either way.")
        List<DecisionRecord> decisions) {

  /// Which way a comparison leads.
  enum Direction {
    FORWARD,
    BACKWARD,
    SAME
  }

  /// One of the two points.
  @Schema(name = "ComparedEnd")
  record EndAnswer(
      @Schema(description = "The sequence of the plan's last event; null before it was sold.")
          @Nullable Long sequence,
      @Schema(description = "The last position of the ledger.") long position,
      @Schema(description = "The moment of recording.") Instant asOf,
      @Schema(description = "The contract day for which the state was worked out.") LocalDate on,
      @Schema(description = "Null before the plan was sold.") @Nullable PlanState state) {}

  /// One field that differs, with the newest fact that accounts for it.
  @Schema(name = "ComparedField")
  record ChangeAnswer(
      @Schema(description = "A JSON pointer (RFC 6901) into the state.") String pointer,
      @Schema(description = "Null where it is not there at the first end.") @Nullable Object before,
      @Schema(description = "Null where it is not there at the second end.") @Nullable Object after,
      @Schema(
              description =
                  "The newest event between the ends that changed the field; null where only the"
                      + " contract day did.")
          @Nullable AccountAnswer account) {

    static ChangeAnswer of(Difference difference, @Nullable AccountAnswer account) {
      return new ChangeAnswer(
          difference.pointer(), difference.before(), difference.after(), account);
    }
  }

  /// An event with the decision that it follows from.
  @Schema(name = "Account")
  record AccountAnswer(
      long sequence,
      long position,
      String type,
      Instant at,
      @Schema(description = "The number of the decision it follows from.")
          @Nullable Long decisionNumber,
      @Schema(description = "The rules that the decision rests on, in catalogue order.")
          List<RuleAnswer> rules) {

    static AccountAnswer of(RecordedEvent<PlanEvent> event, @Nullable Attempt decided) {
      return new AccountAnswer(
          event.sequence(),
          event.position(),
          event.type(),
          event.event().at(),
          decided == null ? null : decided.number(),
          Stream.ofNullable(decided).flatMap(RuleAnswer::of).distinct().toList());
    }
  }

  /// A rule and the clause of the terms that it comes from.
  @Schema(name = "RuleAndClause")
  record RuleAnswer(String rule, String clause) {

    private static Stream<RuleAnswer> of(Attempt decided) {
      return decided.decision().conditions().stream()
          .map(condition -> new RuleAnswer(condition.rule().id(), condition.rule().clause()));
    }
  }
}
