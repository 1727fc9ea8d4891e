package org.planledger.projections.history;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.fold.Row;

/// One event of the ledger: what happened, where and by whom, without its content.
///
/// @param sequence its place in its own stream: the device's if it is a device's event
/// @param eventId names the event for ever
/// @param type the stable name of the event
/// @param at when it happened in the customer's world
/// @param recordedAt when the ledger recorded it, in whole milliseconds
/// @param planId the plan it happened to, or on whose behalf it happened to a device
/// @param deviceId the device it is about, where it names one
/// @param client the system that sent the command it follows from
/// @param actor the person or system that acted through it
/// @param idempotencyKey the client's key for that command: with the client, it names the attempt
/// @param traceId what all that was done in one trace has in common (W3C Trace Context, trace-id)
public record HistoryView(
    long position,
    long sequence,
    String eventId,
    String type,
    Instant at,
    Instant recordedAt,
    PlanId planId,
    Optional<CaseId> caseId,
    Optional<DeviceId> deviceId,
    String client,
    String actor,
    String idempotencyKey,
    Optional<String> traceId)
    implements Row {}
