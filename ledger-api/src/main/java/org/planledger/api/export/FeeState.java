package org.planledger.api.export;

import org.planledger.api.statements.Settlements.Settled;
import org.planledger.projections.movements.FeeMovementsView;

/// How far the money of a fee has come.
enum FeeState {
  /// Quoted, and neither captured nor cancelled.
  OPEN,
  /// Captured, and nothing of it paid back.
  CAPTURED,
  /// Captured, and a part of it paid back.
  PARTLY_REFUNDED,
  /// Captured, and all of it paid back.
  REFUNDED,
  /// Never captured, and not owed any more.
  CANCELLED,
  /// Never captured, and given up.
  WRITTEN_OFF;

  static FeeState of(FeeMovementsView fee, Settled settled) {
    var flow = fee.flow();
    if (fee.capture().isEmpty()) {
      return flow.owedMinor() == 0 ? CANCELLED : settled.writtenOffMinor() > 0 ? WRITTEN_OFF : OPEN;
    }
    if (flow.refundedMinor() == 0) {
      return CAPTURED;
    }
    return flow.refundedMinor() == flow.capturedMinor() ? REFUNDED : PARTLY_REFUNDED;
  }
}
