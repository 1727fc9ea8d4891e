package org.planledger.projections.fees;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.projections.fold.Row;

/// A fee with its payment.
record FeeRow(
    String feeId,
    PlanId planId,
    CaseId caseId,
    FeePurpose purpose,
    Optional<ReplacementMode> mode,
    Optional<Integer> ordinal,
    RegionCode region,
    FeeStatus status,
    Money quoted,
    Optional<String> source,
    Optional<Boolean> sample,
    Instant quotedAt,
    Optional<Payment> payment,
    long quotedPosition,
    long position)
    implements Row {

  /// What was captured.
  record Payment(Money amount, Instant at, String reference, long position) {}

  static FeeRow quoted(String feeId, ReplacementClaimed claim, RegionCode region, long at) {
    return new FeeRow(
        feeId,
        claim.planId(),
        claim.caseId(),
        FeePurpose.SERVICE_FEE,
        Optional.of(claim.mode()),
        Optional.of(claim.ordinal()),
        region,
        FeeStatus.OPEN,
        claim.fee().amount(),
        Optional.of(claim.fee().source()),
        Optional.of(claim.fee().sample()),
        claim.at(),
        Optional.empty(),
        at,
        at);
  }

  /// Material is quoted and paid in one step: what is due is known when the parcel is open.
  static FeeRow material(String feeId, FeePaid paid, RegionCode region, long at) {
    return new FeeRow(
        feeId,
        paid.planId(),
        paid.caseId(),
        paid.purpose(),
        Optional.empty(),
        Optional.empty(),
        region,
        FeeStatus.PAID,
        paid.amount(),
        Optional.empty(),
        Optional.empty(),
        paid.at(),
        Optional.of(payment(paid, at)),
        at,
        at);
  }

  FeeRow paid(FeePaid paid, long at) {
    return with(FeeStatus.PAID, Optional.of(payment(paid, at)), at);
  }

  /// The case was settled: what was paid is earned.
  FeeRow settled(long at) {
    return with(payment.isPresent() ? FeeStatus.EARNED : FeeStatus.VOID, payment, at);
  }

  /// The case came to nothing.
  FeeRow ended(long at) {
    return with(payment.isPresent() ? FeeStatus.UNUSED : FeeStatus.VOID, payment, at);
  }

  Money paidAmount() {
    return payment.map(Payment::amount).orElse(new Money(0, quoted.currency()));
  }

  Money openAmount() {
    boolean due = status == FeeStatus.OPEN;
    return due ? quoted : new Money(0, quoted.currency());
  }

  FeeView view() {
    return new FeeView(
        feeId,
        planId,
        caseId,
        purpose,
        mode,
        ordinal,
        region,
        status,
        quoted,
        paidAmount(),
        openAmount(),
        source,
        sample,
        quotedAt,
        payment.map(Payment::at),
        payment.map(Payment::reference),
        quotedPosition,
        payment.map(Payment::position),
        position);
  }

  private static Payment payment(FeePaid paid, long at) {
    return new Payment(paid.amount(), paid.at(), paid.paymentReference(), at);
  }

  private FeeRow with(FeeStatus changed, Optional<Payment> captured, long at) {
    return new FeeRow(
        feeId,
        planId,
        caseId,
        purpose,
        mode,
        ordinal,
        region,
        changed,
        quoted,
        source,
        sample,
        quotedAt,
        captured,
        quotedPosition,
        at);
  }
}
