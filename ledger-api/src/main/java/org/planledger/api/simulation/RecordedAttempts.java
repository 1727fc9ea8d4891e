package org.planledger.api.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.planledger.core.axon.EventDecoder;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.json.CommandCatalogue;
import org.planledger.core.json.DecisionJson;
import org.planledger.core.json.StoredJsonException;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.simulation.RecordedAttempt;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.NewerRecordException;
import org.planledger.core.store.PositionSpan;
import org.planledger.core.store.StreamType;

/// Reads the attempts of the ledger in order, each with the events it wrote on its plan.
final class RecordedAttempts {
  private final Attempts attempts;
  private final LedgerEvents events;
  private final EventDecoder decoder;

  RecordedAttempts(Attempts attempts, LedgerEvents events, EventDecoder decoder) {
    this.attempts = attempts;
    this.events = events;
    this.decoder = decoder;
  }

  /// The number of the last attempt by now.
  long last() {
    return attempts.last();
  }

  /// The attempts after a number, in order.
  List<RecordedAttempt> after(long number, int limit) {
    var rows = attempts.after(number, limit);
    var written = written(rows);
    var page = new ArrayList<RecordedAttempt>(rows.size());
    @Nullable AttemptRow before = null;
    for (var row : rows) {
      page.add(attempt(row, sharesUnit(before, row) ? List.of() : ofPlan(row, written)));
      before = row;
    }
    return page;
  }

  /// Commands of one unit of work share its events; on one plan they are the first command's.
  private static boolean sharesUnit(@Nullable AttemptRow before, AttemptRow row) {
    return before != null
        && row.positions() != null
        && row.positions().equals(before.positions())
        && String.valueOf(row.planId()).equals(before.planId());
  }

  private RecordedAttempt attempt(AttemptRow row, List<PlanEvent> events) {
    try {
      return new RecordedAttempt(
          row.number(),
          CommandCatalogue.read(row.commandType(), row.command().toArray()),
          DecisionJson.read(row.decision().toArray()).decision(),
          events);
    } catch (StoredJsonException e) {
      throw e.isNewer() ? NewerRecordException.attempt(row, String.valueOf(e.getMessage())) : e;
    }
  }

  private List<PlanEvent> ofPlan(AttemptRow row, NavigableMap<Long, EventRow> written) {
    var span = row.positions();
    if (span == null) {
      return List.of();
    }
    return written.subMap(span.first(), true, span.last(), true).values().stream()
        .filter(event -> event.streamType() == StreamType.PLAN)
        .filter(event -> event.streamId().equals(row.planId()))
        .map(decoder::planEvent)
        .map(RecordedEvent::event)
        .toList();
  }

  /// The events of all these attempts, which lie side by side in the ledger.
  private NavigableMap<Long, EventRow> written(List<AttemptRow> rows) {
    long first = Long.MAX_VALUE;
    long last = 0;
    for (var row : rows) {
      var span = row.positions();
      if (span != null) {
        first = Math.min(first, span.first());
        last = Math.max(last, span.last());
      }
    }
    return last == 0
        ? new TreeMap<>()
        : events.between(new PositionSpan(first, last)).stream()
            .collect(
                Collectors.toMap(EventRow::position, row -> row, (one, _) -> one, TreeMap::new));
  }
}
