package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.projections.history.HistoryView;

/// An event in the history across all plans.
@Schema(name = "HistoryRow")
record HistoryRowAnswer(
    long position,
    @Schema(description = "Its place in the history of the plan or device it belongs to.")
        long sequence,
    String eventId,
    String type,
    @Schema(description = "When it happened in the customer's world.") Instant at,
    Instant recordedAt,
    UUID planId,
    @Nullable UUID caseId,
    @Nullable String deviceId,
    String client,
    String actor,
    @Schema(description = "What all that was recorded in one trace has in common.")
        @Nullable String traceId) {

  static HistoryRowAnswer of(HistoryView view) {
    return new HistoryRowAnswer(
        view.position(),
        view.sequence(),
        view.eventId(),
        view.type(),
        view.at(),
        view.recordedAt(),
        view.planId().value(),
        view.caseId().map(CaseId::value).orElse(null),
        view.deviceId().map(DeviceId::value).orElse(null),
        view.client(),
        view.actor(),
        view.traceId().orElse(null));
  }
}
