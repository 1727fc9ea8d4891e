package org.planledger.core.axon;

import java.util.LinkedHashMap;
import java.util.Map;

/// What stands in the metadata of every event: who caused it, through which client, under which
/// key, in which trace. All of it is text, because nothing else comes back as what it was.
public final class EventMetadata {

  /// The system that sent the command.
  public static final String CLIENT = "client";

  /// The person or system that acted through it.
  public static final String ACTOR = "actor";

  /// The client's key for the command; the two name the attempt that the event follows from.
  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /// When the ledger took the command in, the same on all its events and on its attempt.
  public static final String RECORDED_AT = "recordedAt";

  /// The trace the command came in with; left out where there was none.
  public static final String TRACEPARENT = "traceparent";

  private EventMetadata() {}

  static Map<String, String> of(Submission submission) {
    var caller = submission.caller();
    var metadata = new LinkedHashMap<String, String>();
    metadata.put(CLIENT, caller.client());
    metadata.put(ACTOR, caller.actor());
    metadata.put(IDEMPOTENCY_KEY, submission.idempotencyKey());
    metadata.put(RECORDED_AT, submission.recordedAt().toString());
    caller.traceparent().ifPresent(trace -> metadata.put(TRACEPARENT, trace));
    return metadata;
  }
}
