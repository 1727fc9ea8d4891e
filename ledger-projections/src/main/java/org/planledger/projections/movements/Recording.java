package org.planledger.projections.movements;

import static org.planledger.projections.movements.MovementsTables.CASES;
import static org.planledger.projections.movements.MovementsTables.FEES;
import static org.planledger.projections.movements.MovementsTables.MOVEMENTS;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.terms.Money;
import org.planledger.projections.fold.Rows;

/// Writes the movements that follow from the event in hand, one after the other.
final class Recording {

  private final CaseEvent event;
  private final RecordedEvent<?> recorded;
  private final Rows rows;
  private int written;

  Recording(CaseEvent event, RecordedEvent<?> recorded, Rows rows) {
    this.event = event;
    this.recorded = recorded;
    this.rows = rows;
  }

  long at() {
    return recorded.position();
  }

  /// The fees of the case in the order in which they were quoted.
  List<MovedFeeRow> fees() {
    return rows.all(FEES).stream()
        .filter(fee -> fee.caseId().equals(event.caseId()))
        .sorted(Comparator.comparing(MovedFeeRow::feePosition))
        .toList();
  }

  /// Whether the event was handled before. What its fees have come to since then must not be taken
  /// for what it found.
  boolean again() {
    return fees().stream().anyMatch(fee -> fee.position() >= at());
  }

  /// Writes a movement of a fee, and returns what the fee has come to by it.
  ///
  MovedFeeRow move(
      MovedFeeRow fee, MovementKind kind, long minor, Optional<String> reference, String clause) {
    rows.put(MOVEMENTS, new MovementRow(movement(fee, kind, minor, reference, clause)));
    var after = fee.after(kind, minor, reference, at());
    rows.put(FEES, after);
    return after;
  }

  private FeeMovement movement(
      MovedFeeRow fee, MovementKind kind, long minor, Optional<String> reference, String clause) {
    var in =
        rows.find(CASES, event.caseId())
            .orElseThrow(
                () -> new IllegalStateException("case " + event.caseId() + " was never opened"));
    written++;
    return new FeeMovement(
        at(),
        written,
        recorded.eventId(),
        // Axon hands on whole milliseconds, and a rebuild is to give the same.
        recorded.recordedAt().truncatedTo(ChronoUnit.MILLIS),
        event.at(),
        kind,
        fee.feeId(),
        fee.feePosition(),
        fee.planId(),
        fee.caseId(),
        fee.purpose(),
        fee.service(),
        fee.mode(),
        fee.ordinal(),
        in.region(),
        in.centreId(),
        new Money(minor, fee.quoted().currency()),
        reference,
        clause,
        fee.sample());
  }
}
