package org.planledger.core.axon;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An event with what the ledger recorded about it.
///
/// @param position its place in the whole ledger, from 1 and without gaps
/// @param sequence its place in its own stream, from 0 and without gaps
/// @param type the stable name of the event
/// @param revision the revision of the form in which it is stored; that of the newest form where a
///     processor brought it
/// @param recordedAt when the ledger recorded it, which may be later than when it happened
/// @param client the system that sent the command it follows from
/// @param actor the person or system that acted through it
/// @param idempotencyKey the client's key for the command: with the client, it names the attempt
public record RecordedEvent<E>(
    long position,
    long sequence,
    String eventId,
    String type,
    String revision,
    Instant recordedAt,
    String client,
    String actor,
    Optional<String> traceparent,
    String idempotencyKey,
    E event) {

  /// The `trace-id` of W3C Trace Context.
  private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-.*");

  /// What all that was done in one trace has in common; none where the trace has another form.
  public Optional<String> traceId() {
    return traceparent.map(TRACE_ID::matcher).filter(Matcher::matches).map(found -> found.group(1));
  }
}
