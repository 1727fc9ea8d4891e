package org.planledger.core.store;

import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/// What our tables are called, in the terms of Axon's JDBC classes.
public final class AxonSchemas {

  private AxonSchemas() {}

  /// The table of events, for reading: the appender alone writes it.
  static EventSchema events() {
    return EventSchema.builder()
        .eventTable("ledger_event")
        .globalIndexColumn("position")
        .timestampColumn("recorded_at")
        .eventIdentifierColumn("event_id")
        .aggregateIdentifierColumn("stream_id")
        .sequenceNumberColumn("sequence")
        .typeColumn("stream_type")
        .payloadTypeColumn("type")
        .payloadRevisionColumn("revision")
        .payloadColumn("payload")
        .metaDataColumn("metadata")
        .build();
  }

  /// The table of the views' tokens.
  public static TokenSchema tokens() {
    return TokenSchema.builder()
        .setTokenTable("view_token")
        .setProcessorNameColumn("processor_name")
        .setSegmentColumn("segment")
        .setTokenColumn("token")
        .setTokenTypeColumn("token_type")
        .setTimestampColumn("claimed_at")
        .setOwnerColumn("owner")
        .build();
  }

  /// The table of the views' dead letters.
  public static DeadLetterSchema deadLetters() {
    return DeadLetterSchema.builder()
        .deadLetterTable("dead_letter")
        .deadLetterIdentifierColumn("dead_letter_id")
        .processingGroupColumn("processing_group")
        .sequenceIdentifierColumn("sequence_id")
        .sequenceIndexColumn("sequence_index")
        .messageTypeColumn("message_type")
        .eventIdentifierColumn("event_id")
        .timestampColumn("recorded_at")
        .payloadTypeColumn("type")
        .payloadRevisionColumn("revision")
        .payloadColumn("payload")
        .metaDataColumn("metadata")
        .aggregateTypeColumn("stream_type")
        .aggregateIdentifierColumn("stream_id")
        .sequenceNumberColumn("sequence")
        .tokenTypeColumn("token_type")
        .tokenColumn("token")
        .enqueuedAtColumn("enqueued_at")
        .lastTouchedColumn("last_touched_at")
        .processingStartedColumn("processing_started_at")
        .causeTypeColumn("cause_type")
        .causeMessageColumn("cause_message")
        .diagnosticsColumn("diagnostics")
        .build();
  }
}
