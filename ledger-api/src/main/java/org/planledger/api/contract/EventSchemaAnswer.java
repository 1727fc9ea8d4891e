package org.planledger.api.contract;

import io.swagger.v3.oas.annotations.media.Schema;

/// One revision of the form of an event.
@Schema(name = "EventSchema")
record EventSchemaAnswer(
    @Schema(description = "The name under which such events are stored.") String type,
    @Schema(description = "The revision of the form, from 1.") String revision,
    @Schema(description = "Whether events are written in it now; an older one is still read.")
        boolean newest,
    @Schema(description = "Where its JSON Schema is.") String href) {

  static EventSchemaAnswer of(String type, int revision, int newest) {
    return new EventSchemaAnswer(
        type,
        String.valueOf(revision),
        revision == newest,
        "/v1/event-schemas/%s/%d".formatted(type, revision));
  }
}
