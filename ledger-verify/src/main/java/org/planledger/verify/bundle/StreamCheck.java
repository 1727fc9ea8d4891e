package org.planledger.verify.bundle;

import java.util.List;
import java.util.Optional;
import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.KeyedMap;
import org.planledger.verify.proof.LogTree;
import org.planledger.verify.proof.RecordHash;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Findings;
import org.planledger.verify.report.Place;

/// Checks that the events of a stream are those that were recorded, all of them, in their order.
final class StreamCheck {

  private final Stream stream;
  private final Checkpoint checkpoint;
  private final Findings findings;
  private final RecordHash record = new RecordHash();

  StreamCheck(Stream stream, Checkpoint checkpoint, Findings findings) {
    this.stream = stream;
    this.checkpoint = checkpoint;
    this.findings = findings;
  }

  /// Whether nothing was found.
  boolean check() {
    long before = findings.count();
    if (stream.events().isEmpty()) {
      findings.add(Check.SEQUENCE, Place.gap(stream.id(), 0), "the stream has no events");
      return false;
    }
    sequences();
    Hash end = Hash.ZERO;
    for (Event event : stream.events()) {
      Hash leaf = event.leaf(stream.id(), record);
      included(event, leaf);
      end = record.link(end, leaf);
    }
    // A stream of which an event is wrong ends elsewhere in any case.
    if (findings.count() == before) {
      complete(stream.events().getLast(), end);
    }
    return findings.count() == before;
  }

  private void sequences() {
    long due = 0;
    long position = 0;
    for (Event event : stream.events()) {
      if (event.sequence() > due) {
        findings.add(
            Check.SEQUENCE,
            Place.gap(stream.id(), due),
            "an event is missing: sequence %d is followed by %d"
                .formatted(due - 1, event.sequence()));
      } else if (event.sequence() < due) {
        findings.add(
            Check.SEQUENCE,
            place(event),
            "sequence %d is due here, not %d".formatted(due, event.sequence()));
      }
      due = event.sequence() + 1;
      if (event.position() <= position) {
        findings.add(
            Check.POSITION,
            place(event),
            "the event stands after one at position %d, which was recorded later"
                .formatted(position));
      }
      position = event.position();
    }
  }

  private void included(Event event, Hash leaf) {
    long size = checkpoint.events().size();
    if (event.position() > size) {
      findings.add(
          Check.POSITION,
          place(event),
          "the checkpoint is older than this event: it covers %d positions".formatted(size));
      return;
    }
    Optional<Hash> root =
        LogTree.rootOfInclusion(leaf, event.position() - 1, size, event.inclusion());
    if (!root.equals(Optional.of(checkpoint.events().root()))) {
      findings.add(
          Check.INCLUSION,
          place(event),
          "the log has no such event at this position: something in it was changed, or its proof");
    }
  }

  private void complete(Event last, Hash end) {
    Hash key = KeyedMap.key(stream.id());
    List<Hash> siblings = stream.siblings();
    Optional<Hash> root = KeyedMap.rootWith(key, record.entry(key, last.sequence(), end), siblings);
    if (!root.equals(Optional.of(checkpoint.map()))) {
      findings.add(
          Check.COMPLETENESS,
          place(last),
          "by the checkpoint the stream does not end with this event: later ones are left out, or"
              + " the proof was changed");
    }
  }

  private Place place(Event event) {
    return Place.event(stream.id(), event.sequence(), event.position());
  }
}
