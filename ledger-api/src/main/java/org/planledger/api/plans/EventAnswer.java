package org.planledger.api.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.plans.EventsQuery.Expansion;
import org.planledger.api.state.Difference;
import org.planledger.api.state.PlanState;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import tools.jackson.databind.JsonNode;

/// One event of a plan, as it is recorded.
@Schema(name = "PlanEvent")
record EventAnswer(
    @Schema(description = "Its place in the history of the plan, from 0.") long sequence,
    @Schema(description = "Its place in the whole ledger, from 1.") long position,
    String eventId,
    String type,
    @Schema(description = "The revision of the form in which it is stored.") String revision,
    @Schema(description = "When it happened in the customer's world.") Instant at,
    Instant recordedAt,
    @Schema(description = "Whether it was recorded on a later contract day than it happened.")
        boolean enteredLate,
    String client,
    String actor,
    @Nullable String traceparent,
    @Schema(description = "The event itself; private values by reference.", type = "object")
        JsonNode payload,
    @Schema(
            description =
                "The revision of the form in which it is shown: always the newest, whatever is"
                    + " stored.")
        String payloadRevision,
    @Schema(description = "The number of the decision it follows from.")
        @Nullable Long decisionNumber,
    @JsonInclude(Include.NON_NULL) @Nullable DecisionRecord decision,
    @Schema(description = "The plan after it.") @JsonInclude(Include.NON_NULL)
        @Nullable PlanState state,
    @Schema(description = "What it changed in that state.") @JsonInclude(Include.NON_NULL)
        @Nullable List<Difference> diff) {

  /// The event as it is shown.
  ///
  /// @param before the plan before it; null before it was sold
  /// @param decided the decision it follows from
  static EventAnswer of(
      RecordedEvent<PlanEvent> recorded,
      @Nullable Plan before,
      Plan after,
      @Nullable Attempt decided,
      EventsQuery query) {
    var event = recorded.event();
    var on = query.on().orElse(after.day(event.at()));
    // Both states are of the same day, so that the difference is the event's and not the day's.
    var state = PlanState.of(after, on);
    var was = before == null ? null : PlanState.of(before, on);
    return new EventAnswer(
        recorded.sequence(),
        recorded.position(),
        recorded.eventId(),
        recorded.type(),
        recorded.revision(),
        event.at(),
        recorded.recordedAt(),
        after.day(event.at()).isBefore(after.day(recorded.recordedAt())),
        recorded.client(),
        recorded.actor(),
        recorded.traceparent().orElse(null),
        LedgerJson.mapper().valueToTree(event),
        EventCatalogue.of(event.getClass()).revision(),
        decided == null ? null : decided.number(),
        decided != null && query.shows(Expansion.decision) ? DecisionRecord.of(decided) : null,
        query.shows(Expansion.state) ? state : null,
        query.shows(Expansion.diff) ? Difference.between(was, state) : null);
  }
}
