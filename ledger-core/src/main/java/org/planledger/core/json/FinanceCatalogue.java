package org.planledger.core.json;

import java.util.Set;
import org.planledger.core.finance.book.FinanceCommand;
import org.planledger.core.finance.book.FinanceCommand.*;
import org.planledger.core.finance.book.FinanceEvent;
import org.planledger.core.finance.book.FinanceEvent.*;
import tools.jackson.databind.node.ObjectNode;

/// Under which name and revision each event of the books is stored, and each command that they
/// refused; what is said of
/// [EventCatalogue] holds here, too.
public final class FinanceCatalogue {

  private static final Catalogue<FinanceEvent> EVENTS =
      new Catalogue<FinanceEvent>()
          .with(FeesReconciled.class, "FeesReconciled", 1)
          .with(MatchedByHand.class, "MatchedByHand", 1)
          .with(MatchWithdrawn.class, "MatchWithdrawn", 1)
          .with(FeeWrittenOff.class, "FeeWrittenOff", 2)
          .with(WriteOffWithdrawn.class, "WriteOffWithdrawn", 1)
          .with(ExceptionsAssigned.class, "ExceptionsAssigned", 1)
          .with(ExceptionPended.class, "ExceptionPended", 1)
          .with(ExceptionResolved.class, "ExceptionResolved", 1)
          .with(ExceptionReopened.class, "ExceptionReopened", 1)
          .with(ExceptionNoted.class, "ExceptionNoted", 1)
          .with(PeriodClosed.class, "PeriodClosed", 1)
          .with(PeriodReopened.class, "PeriodReopened", 1)
          .coveringAllOf(FinanceEvent.class);

  private static final Catalogue<FinanceCommand> COMMANDS =
      new Catalogue<FinanceCommand>()
          .with(MatchByHand.class, "MatchByHand", 1)
          .with(WithdrawMatch.class, "WithdrawMatch", 1)
          .with(WriteOffFee.class, "WriteOffFee", 1)
          .with(WithdrawWriteOff.class, "WithdrawWriteOff", 1)
          .with(AssignExceptions.class, "AssignExceptions", 1)
          .with(PendException.class, "PendException", 1)
          .with(ResolveException.class, "ResolveException", 1)
          .with(ReopenException.class, "ReopenException", 1)
          .with(NoteException.class, "NoteException", 1)
          .with(ClosePeriod.class, "ClosePeriod", 1)
          .with(ReopenPeriod.class, "ReopenPeriod", 1)
          .coveringAllOf(FinanceCommand.class);

  private static final StoredType WRITTEN_OFF_BEFORE = new StoredType("FeeWrittenOff", "1");

  private FinanceCatalogue() {}

  /// How commands of this class are stored today.
  public static StoredType of(FinanceCommand command) {
    return COMMANDS.of(command.getClass());
  }

  /// How events of this class are stored today.
  public static StoredType of(FinanceEvent event) {
    return EVENTS.of(event.getClass());
  }

  /// The events of the books.
  static Set<Class<? extends FinanceEvent>> events() {
    return EVENTS.types();
  }

  /// Reads an event that was stored under this name, in its form of today or an earlier one.
  ///
  /// @throws StoredJsonException if the name, the revision or the bytes are none of ours
  public static FinanceEvent read(StoredType type, byte[] content) {
    var eventClass =
        EVENTS
            .named(type.name())
            .orElseThrow(() -> StoredJsonException.newer("no event is called " + type.name()));
    if (type.equals(WRITTEN_OFF_BEFORE)) {
      return LedgerJson.read(writtenOff(content), eventClass);
    }
    if (!EVENTS.of(eventClass).equals(type)) {
      throw StoredJsonException.newer(
          "revision %s of %s is not known".formatted(type.revision(), type.name()));
    }
    return LedgerJson.read(content, eventClass);
  }

  /// What was taken back could not be given up then.
  private static byte[] writtenOff(byte[] content) {
    var event = LedgerJson.mapper().readTree(content);
    return LedgerJson.write(((ObjectNode) event).put("chargedBack", false));
  }
}
