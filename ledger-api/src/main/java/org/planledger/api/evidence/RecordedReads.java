package org.planledger.api.evidence;

import java.time.InstantSource;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.axon.Caller;
import org.planledger.core.store.Appender;
import org.planledger.core.store.LedgerBusyException;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.OutcomeUnknownException;
import org.planledger.core.store.ReadKind;
import org.planledger.core.store.Unit;
import org.planledger.core.store.UnitRow.NewRead;
import org.springframework.stereotype.Component;

/// Records who looks at what is not shown without a trace, before it is shown.
@Component
public final class RecordedReads {
  private final Appender appender;
  private final InstantSource clock;

  RecordedReads(LedgerStore store, InstantSource clock) {
    this.appender = store.appender();
    this.clock = clock;
  }

  /// Records one read; throws [ProblemException] if that cannot be made sure.
  ///
  /// @param subject the plan, the device or the part of the log, known or not
  /// @param found whether the ledger knows it
  public void record(ReadKind kind, String subject, Caller caller, String reason, boolean found) {
    var unit = new Unit();
    unit.add(
        new NewRead(
            kind, subject, caller.client(), caller.actor(), reason, found, clock.instant()));
    try {
      appender.append(unit);
    } catch (LedgerBusyException e) {
      throw ProblemException.of(ProblemType.BUSY).with("Retry-After", "1");
    } catch (OutcomeUnknownException e) {
      throw ProblemException.of(ProblemType.OUTCOME_UNKNOWN).with("Retry-After", "1");
    }
  }
}
