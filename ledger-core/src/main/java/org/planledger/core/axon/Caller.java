package org.planledger.core.axon;

import java.util.Optional;

/// Who asks. It stands in the metadata of every event that follows.
///
/// @param client the system that sends the command; idempotency keys are unique per client
/// @param actor the person or system that acts through it
/// @param traceparent the trace the request came in with, in the form of W3C Trace Context
public record Caller(String client, String actor, Optional<String> traceparent) {

  public Caller {
    if (client.isBlank() || actor.isBlank()) {
      throw new IllegalArgumentException("a caller names the client and the actor");
    }
  }
}
