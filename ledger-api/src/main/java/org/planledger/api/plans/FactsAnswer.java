package org.planledger.api.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.plan.FactCorrection;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.BindingCorrected;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.reference.Commitment;
import tools.jackson.databind.JsonNode;

/// The facts of a plan, with when they are valid and when they were held.
@Schema(name = "Facts")
record FactsAnswer(
    UUID planId,
    @Schema(description = "The contract day of which the facts are; null for any day.")
        @Nullable LocalDate on,
    @Schema(description = "The sequence of the last event that is in it.") long sequence,
    @Schema(description = "The place of that event in the whole ledger.") long position,
    @Schema(
            description =
                "In the order of recording: bindings, links and their removals, receipts and"
                    + " assessments, each as it was held for a time.")
        List<FactAnswer> facts) {

  /// One fact, as it was told by one event.
  @Schema(name = "Fact")
  record FactAnswer(
      @Schema(
              description =
                  "The sequence of the event that recorded the fact first; it names the fact"
                      + " however often that is corrected.")
          long factSequence,
      @Schema(description = "The kind of the fact, called like the event that tells of it.")
          String type,
      @JsonInclude(Include.NON_NULL) @Nullable UUID caseId,
      @Schema(description = "What is told; private values by reference.", type = "object")
          JsonNode told,
      @Schema(description = "When it began or happened in the customer's world.") Instant validFrom,
      @Schema(
              description =
                  "When it ended there: a binding by the next one, a link by its removal; null"
                      + " where nothing is known of an end.")
          @Nullable Instant validUntil,
      @Schema(description = "The sequence of the event that told it so.") long sequence,
      @Schema(description = "Since when it was held.") Instant recordedAt,
      @Schema(description = "Who told it so.") String actor,
      @Schema(
              description =
                  "Since when it is held no more, because it was corrected or because the case was"
                      + " assessed again; null while it is held.")
          @Nullable Instant supersededAt,
      @Schema(description = "What said that it had been told wrongly; null if nothing did.")
          @Nullable CorrectedBy correctedBy) {

    static FactAnswer of(FactVersion version) {
      var recorded = version.recorded();
      var told = version.told();
      var superseded = version.superseded();
      return new FactAnswer(
          version.fact(),
          EventCatalogue.of(told.getClass()).name(),
          told instanceof CaseEvent inCase ? inCase.caseId().value() : null,
          LedgerJson.mapper().valueToTree(told),
          told.at(),
          version.validUntil().orElse(null),
          recorded.sequence(),
          recorded.recordedAt(),
          recorded.actor(),
          superseded.map(RecordedEvent::recordedAt).orElse(null),
          superseded.filter(_ -> version.corrected()).map(CorrectedBy::of).orElse(null));
    }
  }

  /// The correction by which a fact is held no more.
  @Schema(name = "CorrectedBy")
  record CorrectedBy(
      @Schema(description = "The sequence of the correction.") long sequence,
      Instant recordedAt,
      @Schema(description = "Whether the fact never was, so that nothing holds in its place.")
          boolean neverWas,
      @Schema(description = "Who asked for it.") String actor,
      @Schema(description = "Who agreed.") String approvedBy,
      @Schema(description = "Stands for the private value that says why.") UUID reason) {

    static CorrectedBy of(RecordedEvent<PlanEvent> correction) {
      var event = correction.event();
      if (event instanceof BindingCorrected c) {
        return of(correction, false, c.approvedBy(), c.reason());
      }
      if (event instanceof FactCorrection c) {
        return of(correction, c.neverWas(), c.approvedBy(), c.reason());
      }
      throw new IllegalStateException(event.getClass() + " corrects nothing");
    }

    private static CorrectedBy of(
        RecordedEvent<PlanEvent> correction,
        boolean neverWas,
        String approvedBy,
        Commitment reason) {
      return new CorrectedBy(
          correction.sequence(),
          correction.recordedAt(),
          neverWas,
          correction.actor(),
          approvedBy,
          reason.reference());
    }
  }
}
