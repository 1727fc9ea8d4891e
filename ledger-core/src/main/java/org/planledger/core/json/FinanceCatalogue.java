package org.planledger.core.json;

import org.planledger.core.finance.book.FinanceEvent;
import org.planledger.core.finance.book.FinanceEvent.*;

/// Under which name and revision each event of the books is stored; what is said of
/// [EventCatalogue] holds here, too.
public final class FinanceCatalogue {

  private static final Catalogue<FinanceEvent> EVENTS =
      new Catalogue<FinanceEvent>()
          .with(FeesReconciled.class, "FeesReconciled", 1)
          .with(MatchedByHand.class, "MatchedByHand", 1)
          .with(MatchWithdrawn.class, "MatchWithdrawn", 1)
          .with(FeeWrittenOff.class, "FeeWrittenOff", 1)
          .with(WriteOffWithdrawn.class, "WriteOffWithdrawn", 1)
          .with(ExceptionsAssigned.class, "ExceptionsAssigned", 1)
          .with(ExceptionPended.class, "ExceptionPended", 1)
          .with(ExceptionResolved.class, "ExceptionResolved", 1)
          .with(ExceptionReopened.class, "ExceptionReopened", 1)
          .with(ExceptionNoted.class, "ExceptionNoted", 1)
          .with(PeriodClosed.class, "PeriodClosed", 1)
          .with(PeriodReopened.class, "PeriodReopened", 1)
          .coveringAllOf(FinanceEvent.class);

  private FinanceCatalogue() {}

  /// How events of this class are stored today.
  public static StoredType of(FinanceEvent event) {
    return EVENTS.of(event.getClass());
  }

  /// Reads an event that was stored under this name.
  ///
  /// @throws StoredJsonException if the name, the revision or the bytes are none of ours
  public static FinanceEvent read(StoredType type, byte[] content) {
    var eventClass =
        EVENTS
            .named(type.name())
            .orElseThrow(() -> StoredJsonException.newer("no event is called " + type.name()));
    if (!EVENTS.of(eventClass).equals(type)) {
      throw StoredJsonException.newer(
          "revision %s of %s is not known".formatted(type.revision(), type.name()));
    }
    return LedgerJson.read(content, eventClass);
  }
}
