package org.planledger.projections.fees;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.FeeSource;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.FeeRefunded;
import org.planledger.core.plan.PlanEvent.RepairDiscountClaimed;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Row;

/// A fee with its payment, and what of that went back.
///
/// @param dueBack since when the payment is due back, if the case ended so that it is
record FeeRow(
    FeeSubject subject,
    FeeStatus status,
    Quote quote,
    Optional<Payment> payment,
    Optional<DueBack> dueBack,
    Optional<PaidBack> paidBack,
    long position)
    implements Row {

  /// What was asked for.
  record Quote(Money amount, Optional<FeeSource> source, Instant at, long position) {}

  /// What was captured.
  record Payment(Money amount, Instant at, String reference, long position) {}

  /// From when on the payment is the customer's again.
  record DueBack(Instant at, long position) {}

  /// What was paid back in all.
  ///
  /// @param at when the last of it was paid back
  /// @param goodwill whether any of it was more than what was due
  record PaidBack(Money amount, Instant at, boolean goodwill) {}

  static FeeRow quoted(String feeId, ReplacementClaimed claim, FeeCaseRow in, long at) {
    var source = new FeeSource(claim.fee().source(), claim.fee().sample());
    var quote = new Quote(claim.fee().amount(), Optional.of(source), claim.at(), at);
    return open(FeeSubject.of(feeId, claim, in), quote, at);
  }

  static FeeRow quoted(String feeId, RepairDiscountClaimed claim, FeeCaseRow in, long at) {
    var quote = new Quote(claim.total(), Optional.of(claim.source()), claim.at(), at);
    var subject =
        FeeSubject.of(feeId, FeePurpose.SERVICE_FEE, Service.REPAIR_DISCOUNT, claim.caseId(), in);
    return open(subject, quote, at);
  }

  /// Material is quoted and paid in one step: what is due is known when the parcel is open.
  static FeeRow material(String feeId, FeePaid paid, FeeCaseRow in, long at) {
    var quote = new Quote(paid.amount(), paid.source(), paid.at(), at);
    var subject = FeeSubject.of(feeId, paid.purpose(), Service.REPLACEMENT, paid.caseId(), in);
    return open(subject, quote, at).paid(paid, at);
  }

  FeeRow paid(FeePaid paid, long at) {
    var captured = new Payment(paid.amount(), paid.at(), paid.paymentReference(), at);
    return with(FeeStatus.PAID, Optional.of(captured), dueBack, paidBack, at);
  }

  /// The same fee for what another case left free in the meantime (decision A-68).
  FeeRow renumbered(int ordinal, long at) {
    return new FeeRow(subject.renumbered(ordinal), status, quote, payment, dueBack, paidBack, at);
  }

  /// The case has ended.
  FeeRow ended(CaseEnd end, FeeCaseRow in, Instant when, long at) {
    if (payment.isEmpty()) {
      return with(FeeStatus.VOID, payment, dueBack, paidBack, at);
    }
    if (end.gave(subject.purpose())) {
      return with(FeeStatus.EARNED, payment, dueBack, paidBack, at);
    }
    return keeps(end, in)
        ? with(FeeStatus.UNUSED, payment, dueBack, paidBack, at)
        : with(FeeStatus.DUE_BACK, payment, Optional.of(new DueBack(when, at)), paidBack, at);
  }

  /// The case goes on as if it had not ended.
  FeeRow reinstated(long at) {
    var as = payment.isPresent() ? FeeStatus.PAID : FeeStatus.OPEN;
    return with(as, payment, Optional.empty(), paidBack, at);
  }

  FeeRow refunded(Money part, FeeRefunded refund, long at) {
    var all = paidBack.map(PaidBack::amount).orElse(nothing()).plus(part);
    boolean goodwill = refund.goodwill() || paidBack.filter(PaidBack::goodwill).isPresent();
    var as = all.equals(paidAmount()) ? FeeStatus.REFUNDED : status;
    return with(as, payment, dueBack, Optional.of(new PaidBack(all, refund.at(), goodwill)), at);
  }

  Money paidAmount() {
    return payment.map(Payment::amount).orElse(nothing());
  }

  Money openAmount() {
    return status == FeeStatus.OPEN ? quote.amount() : nothing();
  }

  /// What the provider still holds of the payment.
  Money kept() {
    long back = paidBack.map(PaidBack::amount).orElse(nothing()).minor();
    return new Money(paidAmount().minor() - back, paidAmount().currency());
  }

  /// What is still to be paid back.
  Money dueBackAmount() {
    return status == FeeStatus.DUE_BACK ? kept() : nothing();
  }

  Money nothing() {
    return new Money(0, quote.amount().currency());
  }

  FeeView view() {
    return new FeeView(
        subject.feeId(),
        subject.planId(),
        subject.caseId(),
        subject.purpose(),
        subject.service(),
        subject.mode(),
        subject.ordinal(),
        subject.region(),
        status,
        quote.amount(),
        paidAmount(),
        openAmount(),
        paidBack.map(PaidBack::amount).orElse(nothing()),
        dueBackAmount(),
        quote.source().map(FeeSource::label),
        quote.source().map(FeeSource::sample),
        quote.at(),
        payment.map(Payment::at),
        payment.map(Payment::reference),
        dueBack.map(DueBack::at),
        paidBack.map(PaidBack::at),
        paidBack.filter(PaidBack::goodwill).isPresent(),
        quote.position(),
        payment.map(Payment::position),
        position);
  }

  /// Whether a ground of the clause lets the provider keep what was paid for nothing. Money for
  /// material never stays.
  private boolean keeps(CaseEnd end, FeeCaseRow in) {
    return subject.purpose() == FeePurpose.SERVICE_FEE
        && (end.attributable()
            || !in.inTime()
            || payment.filter(paid -> in.beforehand(paid.at())).isPresent());
  }

  private static FeeRow open(FeeSubject subject, Quote quote, long at) {
    return new FeeRow(
        subject, FeeStatus.OPEN, quote, Optional.empty(), Optional.empty(), Optional.empty(), at);
  }

  private FeeRow with(
      FeeStatus changed,
      Optional<Payment> captured,
      Optional<DueBack> due,
      Optional<PaidBack> back,
      long at) {
    return new FeeRow(subject, changed, quote, captured, due, back, at);
  }
}
