package org.planledger.projections.fees;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.FeeSource;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.plan.PlanEvent.CaseWithdrawn;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.FeeRefunded;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.plan.PlanEvent.RepairDiscountClaimed;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.plan.Refund;
import org.planledger.core.plan.Refund.Limb;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Service;

/// What a plan says of its fees, worked out from its whole history.
final class FeesOfAPlan {

  private FeesOfAPlan() {}

  static List<FeeView> told(PlanHistory history) {
    return history.events().stream()
        .filter(event -> makesFee(history, event))
        .map(event -> fee(history, event))
        .toList();
  }

  /// A case that goes on after its lapse claims again what it was quoted before.
  private static boolean makesFee(PlanHistory history, RecordedEvent<PlanEvent> event) {
    return switch (event.event()) {
      case ReplacementClaimed claim ->
          history.events().stream()
              .filter(other -> other.event() instanceof ReplacementClaimed)
              .filter(other -> ((CaseEvent) other.event()).caseId().equals(claim.caseId()))
              .findFirst()
              .equals(Optional.of(event));
      case RepairDiscountClaimed _ -> true;
      case FeePaid paid -> paid.purpose() == FeePurpose.MISSING_MATERIAL;
      default -> false;
    };
  }

  private static FeeView fee(PlanHistory history, RecordedEvent<PlanEvent> made) {
    var plan = history.plan();
    var c = plan.theCase(((CaseEvent) made.event()).caseId());
    boolean material = made.event() instanceof FeePaid;
    var purpose = material ? FeePurpose.MISSING_MATERIAL : FeePurpose.SERVICE_FEE;
    var claim = material ? Optional.<ReplacementClaimed>empty() : c.claimed();
    var payment = payment(history, made, c);
    var paid = payment.map(event -> (FeePaid) event.event());
    var quoted =
        claim
            .map(q -> q.fee().amount())
            .or(() -> c.discount().filter(_ -> !material).map(RepairDiscountClaimed::total))
            .orElseGet(() -> paid.orElseThrow().amount());
    var source =
        claim
            .map(q -> new FeeSource(q.fee().source(), q.fee().sample()))
            .or(() -> c.discount().filter(_ -> !material).map(RepairDiscountClaimed::source))
            .or(() -> paid.flatMap(FeePaid::source));
    var nothing = new Money(0, quoted.currency());
    var refund = Refund.of(plan, c, purpose);
    boolean due = refund.filter(r -> r.limb().isEmpty() && c.stage().closed()).isPresent();
    var back =
        history.events().stream()
            .map(RecordedEvent::event)
            .filter(FeeRefunded.class::isInstance)
            .map(FeeRefunded.class::cast)
            .filter(r -> r.caseId().equals(c.id()) && r.purpose() == purpose)
            .toList();
    var refunded = back.stream().map(FeeRefunded::amount).reduce(nothing, Money::plus);
    return new FeeView(
        made.eventId(),
        plan.id(),
        c.id(),
        purpose,
        c.discount().isPresent() ? Service.REPAIR_DISCOUNT : Service.REPLACEMENT,
        claim.map(ReplacementClaimed::mode),
        claim.map(ReplacementClaimed::ordinal),
        c.opened().region(),
        status(c, paid, refund, refunded),
        quoted,
        paid.map(FeePaid::amount).orElse(nothing),
        paid.isEmpty() && !c.stage().closed() ? quoted : nothing,
        refunded,
        refund.map(Refund::due).filter(_ -> due).orElse(nothing),
        source.map(FeeSource::label),
        source.map(FeeSource::sample),
        made.event().at(),
        paid.map(FeePaid::at),
        paid.map(FeePaid::paymentReference),
        due ? Optional.of(endedAt(c)) : Optional.empty(),
        back.isEmpty() ? Optional.empty() : Optional.of(back.getLast().at()),
        back.stream().anyMatch(FeeRefunded::goodwill),
        made.position(),
        payment.map(RecordedEvent::position),
        0);
  }

  /// The payment of the fee that an event made; material is quoted and paid by one event.
  private static Optional<RecordedEvent<PlanEvent>> payment(
      PlanHistory history, RecordedEvent<PlanEvent> made, Case c) {
    if (made.event() instanceof FeePaid) {
      return Optional.of(made);
    }
    return history.events().stream()
        .filter(
            event ->
                event.event() instanceof FeePaid paid
                    && paid.caseId().equals(c.id())
                    && paid.purpose() == FeePurpose.SERVICE_FEE)
        .findFirst();
  }

  private static FeeStatus status(
      Case c, Optional<FeePaid> paid, Optional<Refund> refund, Money refunded) {
    if (!c.stage().closed()) {
      return paid.isPresent() ? FeeStatus.PAID : FeeStatus.OPEN;
    }
    if (paid.isEmpty()) {
      return FeeStatus.VOID;
    }
    if (refunded.equals(paid.get().amount())) {
      return FeeStatus.REFUNDED;
    }
    return refund
        .flatMap(Refund::limb)
        .map(limb -> limb == Limb.SERVICE_GIVEN ? FeeStatus.EARNED : FeeStatus.UNUSED)
        .orElse(FeeStatus.DUE_BACK);
  }

  private static Instant endedAt(Case c) {
    return c.since().stream()
        .filter(
            event ->
                event instanceof ReplacementShipped
                    || event instanceof RepairCompleted
                    || event instanceof CaseWithdrawn
                    || event instanceof CaseLapsed
                    || event instanceof CaseRefused)
        .reduce((_, later) -> later)
        .orElseThrow()
        .at();
  }
}
