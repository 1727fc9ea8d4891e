package org.planledger.core.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.common.IdentifierFactory;
import org.planledger.core.store.UnitRow.NewAttempt;

/// Stores what another version of the program would have stored.
public final class StoredByHand {

  private static final Bytes METADATA =
      Bytes.utf8("{\"actor\":\"a\",\"client\":\"c\",\"idempotencyKey\":\"of another version\"}");

  private static final int ALL = 100_000;

  private StoredByHand() {}

  /// Adds an event to the end of a stream.
  ///
  /// @return its position
  public static long append(
      LedgerStore store,
      StreamType type,
      String streamId,
      String event,
      String revision,
      String json) {
    List<EventRow> stream = store.events().stream(streamId);
    Unit unit = new Unit();
    stage(
        unit,
        stream.isEmpty() ? RecordHash.BEFORE_FIRST : stream.getLast().streamHash(),
        new EventRow(
            0,
            Instant.EPOCH,
            type,
            streamId,
            stream.size(),
            IdentifierFactory.getInstance().generateIdentifier(),
            event,
            revision,
            Instant.parse("2026-05-01T00:00:00Z"),
            Bytes.utf8(json),
            METADATA,
            Bytes.EMPTY,
            Bytes.EMPTY));
    return store.appender().append(unit).positions().last();
  }

  /// Copies a whole ledger into an empty one, attempt by attempt, with its events in another form.
  ///
  /// @param form gives an event another type, revision or payload; its hashes are made anew
  public static void copy(LedgerStore from, LedgerStore to, UnaryOperator<EventRow> form) {
    Map<String, Bytes> ends = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    for (AttemptRow attempt : from.attempts().after(0, ALL)) {
      Unit unit = new Unit();
      PositionSpan span = attempt.positions();
      for (EventRow row : span == null ? List.<EventRow>of() : from.events().between(span)) {
        Bytes before = ends.getOrDefault(row.streamId(), RecordHash.BEFORE_FIRST);
        ends.put(row.streamId(), stage(unit, before, form.apply(row)));
        if (known.add(row.streamId())) {
          from.serials().of(row.streamId()).ifPresent(unit::add);
        }
      }
      unit.add(again(attempt));
      if (attempt.planId() != null && known.add("values of " + attempt.planId())) {
        from.privateValues().ofSubject(attempt.planId()).forEach(unit::add);
      }
      to.appender().append(unit);
    }
  }

  private static Bytes stage(Unit unit, Bytes before, EventRow row) {
    Bytes leaf =
        RecordHash.leaf(
            row.streamId(),
            row.sequence(),
            row.type(),
            row.revision(),
            row.eventId(),
            row.recordedAt(),
            row.payload(),
            row.metadata());
    Bytes link = RecordHash.link(before, leaf);
    unit.stage(
        new StagedEvent(
            row.streamType(),
            row.streamId(),
            row.sequence(),
            row.eventId(),
            row.type(),
            row.revision(),
            row.recordedAt(),
            row.payload(),
            row.metadata(),
            leaf,
            link));
    return link;
  }

  private static NewAttempt again(AttemptRow row) {
    return new NewAttempt(
        row.client(),
        row.idempotencyKey(),
        row.fingerprint(),
        row.planId(),
        row.caseId(),
        row.commandType(),
        row.command(),
        row.outcome(),
        row.decision(),
        row.planSequence(),
        row.actor(),
        row.trace(),
        row.businessMoment(),
        row.recordedAt());
  }
}
