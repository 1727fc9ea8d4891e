package org.planledger.core.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.NewAttempt;
import org.planledger.core.store.UnitRow.NewRead;
import org.planledger.core.store.UnitRow.PrivateValue;

/// Units laid end to end, to be stored by one statement or transaction. All it says of positions
/// and numbers is relative to where the ledger's head stands before it.
final class Batch {

  /// An event with the largest time of recording in the batch up to it, and the attempt that led to
  /// it, counted from 1 at the start of the batch.
  record PlacedEvent(StagedEvent event, Instant latest, @Nullable Long attemptOffset) {}

  /// An attempt with its first and last event, counted from 1 at the start of the batch.
  record PlacedAttempt(
      NewAttempt attempt,
      @Nullable Long firstOffset,
      @Nullable Long lastOffset,
      @Nullable Long planSequence) {}

  /// How many rows precede a unit in the batch, by what is counted.
  private record Start(int events, int attempts) {}

  private final List<Unit> units;
  private final List<Start> starts = new ArrayList<>();
  private final List<PlacedEvent> events = new ArrayList<>();
  private final List<PlacedAttempt> attempts = new ArrayList<>();
  private final List<PrivateValue> privateValues = new ArrayList<>();
  private final List<DeviceSerial> serials = new ArrayList<>();
  private final List<NewRead> reads = new ArrayList<>();
  private Instant latest = Instant.EPOCH;

  Batch(List<Unit> units) {
    this.units = units;
    units.forEach(this::place);
  }

  private void place(Unit unit) {
    starts.add(new Start(events.size(), attempts.size()));
    Long first = unit.events().isEmpty() ? null : events.size() + 1L;
    Long cause = unit.attempts().isEmpty() ? null : attempts.size() + 1L;
    for (StagedEvent event : unit.events()) {
      latest = event.recordedAt().isAfter(latest) ? event.recordedAt() : latest;
      events.add(new PlacedEvent(event, latest, cause));
    }
    Long last = unit.events().isEmpty() ? null : (long) events.size();
    Map<String, Long> lastSequences = unit.lastSequences();
    for (UnitRow row : unit.rows()) {
      switch (row) {
        case NewAttempt attempt -> attempts.add(place(attempt, first, last, lastSequences));
        case PrivateValue value -> privateValues.add(value);
        case DeviceSerial serial -> serials.add(serial);
        case NewRead read -> reads.add(read);
      }
    }
  }

  private static PlacedAttempt place(
      NewAttempt attempt,
      @Nullable Long first,
      @Nullable Long last,
      Map<String, Long> lastSequences) {
    Long stored = attempt.planId() == null ? null : lastSequences.get(attempt.planId());
    Long planSequence = stored == null ? attempt.planSequence() : stored;
    return switch (attempt.outcome()) {
      case ACCEPTED -> new PlacedAttempt(attempt, first, last, planSequence);
      case REFUSED -> new PlacedAttempt(attempt, null, null, planSequence);
    };
  }

  /// The receipts of all units in order, given where the head stood before the batch.
  List<Receipt> receipts(HeadRow before) {
    List<Receipt> receipts = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      long firstPosition = before.position() + starts.get(i).events() + 1;
      long lastPosition = before.position() + starts.get(i).events() + unit.events().size();
      long attempt = before.attempt() + starts.get(i).attempts();
      int attemptCount = unit.attempts().size();
      List<Long> numbers = new ArrayList<>(attemptCount);
      for (int n = 1; n <= attemptCount; n++) {
        numbers.add(attempt + n);
      }
      receipts.add(
          new Receipt(
              unit.events().isEmpty() ? null : new PositionSpan(firstPosition, lastPosition),
              numbers,
              unit.lastSequences()));
    }
    return receipts;
  }

  List<PlacedEvent> events() {
    return events;
  }

  List<PlacedAttempt> attempts() {
    return attempts;
  }

  List<PrivateValue> privateValues() {
    return privateValues;
  }

  List<DeviceSerial> serials() {
    return serials;
  }

  List<NewRead> reads() {
    return reads;
  }

  /// The largest time of recording in it; the epoch if it has no events.
  Instant latest() {
    return latest;
  }
}
