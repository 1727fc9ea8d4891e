package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.StreamType;
import tools.jackson.databind.JsonNode;

/// One event of the ledger, as it is stored.
@Schema(name = "LedgerEvent")
record LedgerEventAnswer(
    @Schema(description = "Its place in the whole ledger, from 1 and without gaps.") long position,
    StreamType streamType,
    @Schema(description = "The id of the plan or the device it belongs to.") String streamId,
    @Schema(description = "Its place in that history, from 0 and without gaps.") long sequence,
    String eventId,
    String type,
    @Schema(description = "The revision of the form in which it is stored.") String revision,
    Instant recordedAt,
    @Nullable String client,
    @Nullable String actor,
    @Nullable String traceparent,
    @Schema(description = "The event itself; private values by reference.", type = "object")
        JsonNode payload) {

  static LedgerEventAnswer of(EventRow row) {
    var metadata = LedgerJson.mapper().readTree(row.metadata().toArray());
    return new LedgerEventAnswer(
        row.position(),
        row.streamType(),
        row.streamId(),
        row.sequence(),
        row.eventId(),
        row.type(),
        row.revision(),
        row.recordedAt(),
        text(metadata, "client"),
        text(metadata, "actor"),
        text(metadata, "traceparent"),
        LedgerJson.mapper().readTree(row.payload().toArray()));
  }

  private static @Nullable String text(JsonNode metadata, String name) {
    var value = metadata.get(name);
    return value == null ? null : value.stringValue();
  }
}
