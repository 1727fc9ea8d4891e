package org.planledger.projections.movements;

import java.util.Optional;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Row;

/// What the movements of a fee have come to: as much as the next one has to know.
///
/// @param feePosition the place of the event that made the fee
/// @param clause that it was quoted by
/// @param quoted as it was quoted, whether that still stands or not
/// @param cancelled whether the quote is undone
/// @param captured what was captured of it, with the reference of the payment
/// @param refundedMinor what of that went back
record MovedFeeRow(
    PlanId planId,
    CaseId caseId,
    String feeId,
    long feePosition,
    FeePurpose purpose,
    Service service,
    Optional<ReplacementMode> mode,
    Optional<Integer> ordinal,
    String clause,
    boolean sample,
    Money quoted,
    boolean cancelled,
    Optional<Captured> captured,
    long refundedMinor,
    long position)
    implements Row {

  /// A payment.
  record Captured(long minor, String reference) {}

  /// The same fee after one more movement of it.
  MovedFeeRow after(MovementKind kind, long minor, Optional<String> reference, long at) {
    return switch (kind) {
      case QUOTED -> with(ordinal, false, captured, refundedMinor, at);
      case CAPTURED ->
          with(
              ordinal,
              cancelled,
              Optional.of(new Captured(minor, reference.orElseThrow())),
              refundedMinor,
              at);
      case REFUNDED -> with(ordinal, cancelled, captured, Math.addExact(refundedMinor, minor), at);
      case CANCELLED -> with(ordinal, true, captured, refundedMinor, at);
    };
  }

  /// The same fee for what another case left free in the meantime (decision A-68). That moves no
  /// money.
  MovedFeeRow renumbered(int newOrdinal, long at) {
    return with(Optional.of(newOrdinal), cancelled, captured, refundedMinor, at);
  }

  /// Whether it is owed: quoted, and neither captured nor cancelled.
  boolean open() {
    return !cancelled && captured.isEmpty();
  }

  /// What the provider still holds of the payment.
  long keptMinor() {
    return captured.map(Captured::minor).orElse(0L) - refundedMinor;
  }

  private MovedFeeRow with(
      Optional<Integer> number,
      boolean undone,
      Optional<Captured> payment,
      long backMinor,
      long at) {
    return new MovedFeeRow(
        planId,
        caseId,
        feeId,
        feePosition,
        purpose,
        service,
        mode,
        number,
        clause,
        sample,
        quoted,
        undone,
        payment,
        backMinor,
        at);
  }
}
