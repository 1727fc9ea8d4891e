package org.planledger.projections.movements;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.CaseReinstated;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.FeeRefunded;
import org.planledger.core.plan.PlanEvent.RepairDiscountClaimed;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.reference.CaseId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// The movements of a plan, worked out from what the plan said of itself after each of its events:
/// a movement is where that changed.
final class MovementsOfAPlan {

  /// A fee, as far as its events have come.
  private record Fee(
      String id,
      long position,
      FeePurpose purpose,
      Service service,
      Optional<ReplacementMode> mode,
      Money amount,
      String clause,
      boolean sample,
      List<FeePaid> paid) {}

  private final PlanHistory history;
  private final Map<CaseId, List<Fee>> fees = new LinkedHashMap<>();
  private final List<FeeMovement> told = new ArrayList<>();
  private int number;

  private MovementsOfAPlan(PlanHistory history) {
    this.history = history;
  }

  static List<FeeMovement> told(PlanHistory history) {
    var movements = new MovementsOfAPlan(history);
    Plan plan = null;
    for (var recorded : history.events()) {
      boolean closed =
          plan != null
              && recorded.event() instanceof CaseEvent event
              && plan.cases().containsKey(event.caseId())
              && plan.theCase(event.caseId()).stage().closed();
      plan = Plan.evolve(plan, recorded.event());
      movements.number = 0;
      if (recorded.event() instanceof CaseEvent event) {
        movements.tell(recorded, event, closed, plan.theCase(event.caseId()));
      }
    }
    return movements.told;
  }

  /// @param closed whether the case was closed before
  private void tell(RecordedEvent<PlanEvent> recorded, CaseEvent event, boolean closed, Case c) {
    var ofCase = fees.computeIfAbsent(event.caseId(), _ -> new ArrayList<>());
    switch (event) {
      case ReplacementClaimed claim when ofCase.isEmpty() ->
          quote(recorded, c, claim.amount(), "2.5.1", claim.source().sample());
      case RepairDiscountClaimed claim ->
          quote(recorded, c, claim.total(), "2.5.1", claim.source().sample());
      case FeePaid paid -> {
        if (paid.purpose() == FeePurpose.MISSING_MATERIAL) {
          boolean sample = paid.source().filter(source -> source.sample()).isPresent();
          quote(recorded, c, paid.amount(), "3.2.1", sample);
        }
        var fee =
            ofCase.stream().filter(each -> each.purpose() == paid.purpose()).toList().getLast();
        fee.paid().add(paid);
        add(recorded, c, fee, MovementKind.CAPTURED, paid.amount().minor(), fee.clause());
      }
      case FeeRefunded back -> refund(recorded, c, back);
      default -> {
        boolean ended = c.stage().closed() && !closed;
        boolean again = event instanceof CaseReinstated;
        for (var fee : ofCase) {
          if (fee.paid().isEmpty() && (ended || again)) {
            var kind = ended ? MovementKind.CANCELLED : MovementKind.QUOTED;
            add(recorded, c, fee, kind, fee.amount().minor(), fee.clause());
          }
        }
      }
    }
  }

  private void quote(
      RecordedEvent<PlanEvent> recorded, Case c, Money amount, String clause, boolean sample) {
    boolean material = recorded.event() instanceof FeePaid;
    var fee =
        new Fee(
            recorded.eventId(),
            recorded.position(),
            material ? FeePurpose.MISSING_MATERIAL : FeePurpose.SERVICE_FEE,
            recorded.event() instanceof RepairDiscountClaimed
                ? Service.REPAIR_DISCOUNT
                : Service.REPLACEMENT,
            recorded.event() instanceof ReplacementClaimed claim
                ? Optional.of(claim.mode())
                : Optional.empty(),
            amount,
            clause,
            sample,
            new ArrayList<>());
    fees.get(c.id()).add(fee);
    add(recorded, c, fee, MovementKind.QUOTED, amount.minor(), clause);
  }

  /// What was paid back for a purpose by then, taken from the oldest payment on, less what was paid
  /// back before.
  private void refund(RecordedEvent<PlanEvent> recorded, Case c, FeeRefunded back) {
    long until = c.refunded(back.purpose()).orElseThrow().minor();
    long from = until - back.amount().minor();
    long begins = 0;
    for (var fee : fees.get(c.id())) {
      if (fee.purpose() != back.purpose() || fee.paid().isEmpty()) {
        continue;
      }
      long ends = begins + fee.paid().getFirst().amount().minor();
      long part = Math.min(ends, until) - Math.max(begins, from);
      if (part > 0) {
        add(recorded, c, fee, MovementKind.REFUNDED, part, "2.5.1");
      }
      begins = ends;
    }
  }

  private void add(
      RecordedEvent<PlanEvent> recorded,
      Case c,
      Fee fee,
      MovementKind kind,
      long minor,
      String clause) {
    number++;
    boolean ofPayment = kind == MovementKind.CAPTURED || kind == MovementKind.REFUNDED;
    told.add(
        new FeeMovement(
            recorded.position(),
            number,
            recorded.eventId(),
            recorded.recordedAt().truncatedTo(ChronoUnit.MILLIS),
            recorded.event().at(),
            kind,
            fee.id(),
            fee.position(),
            history.plan().id(),
            c.id(),
            fee.purpose(),
            fee.service(),
            fee.mode(),
            fee.mode().flatMap(_ -> lastOrdinal(recorded, c)),
            c.opened().region(),
            c.opened().centreId(),
            new Money(minor, fee.amount().currency()),
            ofPayment ? Optional.of(fee.paid().getFirst().paymentReference()) : Optional.empty(),
            clause,
            fee.sample()));
  }

  /// The ordinal of the newest claim of the case by then.
  private Optional<Integer> lastOrdinal(RecordedEvent<PlanEvent> by, Case c) {
    return history.events().stream()
        .filter(event -> event.position() <= by.position())
        .map(RecordedEvent::event)
        .filter(ReplacementClaimed.class::isInstance)
        .map(ReplacementClaimed.class::cast)
        .filter(claim -> claim.caseId().equals(c.id()))
        .reduce((_, later) -> later)
        .map(ReplacementClaimed::ordinal);
  }
}
