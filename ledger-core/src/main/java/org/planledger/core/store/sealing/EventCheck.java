package org.planledger.core.store.sealing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.RecordHash;
import org.planledger.core.store.StreamType;

/// Looks at events one by one: whether each one's own hashes fit its bytes, whether it follows the
/// event before it in its stream, and whether the ledger's time never falls. It remembers where
/// each stream ends, for the map.
final class EventCheck {

  private record End(long sequence, Bytes streamHash, StreamType type) {}

  private final LedgerEvents events;
  private final Findings findings;
  private final Map<String, End> ends = new HashMap<>();
  private Instant latest;

  /// @param from the position up to which all is known to be well
  EventCheck(LedgerEvents events, long from, Findings findings) {
    this.events = events;
    this.findings = findings;
    this.latest = events.at(from).map(EventRow::ledgerTime).orElse(Instant.EPOCH);
  }

  /// Takes the next event.
  ///
  /// @return its leaf, from its stored bytes
  Hash next(EventRow event) {
    Bytes leaf =
        RecordHash.leaf(
            event.streamId(),
            event.sequence(),
            event.type(),
            event.revision(),
            event.eventId(),
            event.recordedAt(),
            event.payload(),
            event.metadata());
    require(leaf.equals(event.leafHash()), event, "its leaf hash does not fit its bytes");
    latest = event.recordedAt().isAfter(latest) ? event.recordedAt() : latest;
    require(latest.equals(event.ledgerTime()), event, "its ledger time is not the latest so far");
    requireThatItFollows(event);
    ends.put(event.streamId(), new End(event.sequence(), event.streamHash(), event.streamType()));
    return Hash.of(leaf.toArray());
  }

  private void requireThatItFollows(EventRow event) {
    @Nullable End before = ends.get(event.streamId());
    if (before == null && event.sequence() > 0) {
      before = stored(event).orElse(null);
    }
    long expected = before == null ? 0 : before.sequence() + 1;
    Bytes chain = before == null ? RecordHash.BEFORE_FIRST : before.streamHash();
    require(
        event.sequence() == expected,
        event,
        "its stream goes on with sequence " + expected + ", and it has " + event.sequence());
    require(
        RecordHash.link(chain, event.leafHash()).equals(event.streamHash()),
        event,
        "its stream hash does not follow from the event before it");
    require(
        before == null || before.type() == event.streamType(),
        event,
        "its kind of stream is not that of the event before it");
  }

  /// An earlier event of the stream, from before where this check began.
  private Optional<End> stored(EventRow event) {
    return events.streamUpToSequence(event.streamId(), event.sequence() - 1).stream()
        .filter(earlier -> earlier.position() < event.position())
        .reduce((_, last) -> last)
        .map(last -> new End(last.sequence(), last.streamHash(), last.streamType()));
  }

  private void require(boolean well, EventRow event, String what) {
    if (!well) {
      findings.add("ledger_event position " + event.position(), what);
    }
  }

  /// Where the streams end that have been looked at.
  List<StreamEntry> ends() {
    return ends.entrySet().stream()
        .map(
            end ->
                StreamEntry.of(
                    end.getKey(),
                    end.getValue().sequence(),
                    Hash.of(end.getValue().streamHash().toArray())))
        .toList();
  }

  /// The stream with a key, as far as it is known here.
  Optional<String> named(Hash key) {
    return ends.keySet().stream().filter(id -> StreamEntry.key(id).equals(key)).findFirst();
  }
}
