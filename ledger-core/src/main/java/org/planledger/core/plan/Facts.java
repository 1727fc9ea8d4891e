package org.planledger.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.reference.DeviceId;

/// What was told of a plan and can have been told wrongly: links and their removals, receipts and
/// assessments, as they are held now and in the order of recording. Where a fact was corrected,
/// what holds stands in the place of what was recorded; a fact that never was stands here no more.
///
/// @param events how many events the plan has, and so the sequence of the next
public record Facts(long events, List<Fact> held) {

  public Facts {
    held = List.copyOf(held);
  }

  /// What is known of a plan that was only just sold.
  static Facts ofTheSale() {
    return new Facts(1, List.of());
  }

  Facts after(PlanEvent event) {
    var next =
        switch (event) {
          case LinkRecorded _, LinkRemoved _, ComponentsReceived _, DamageAssessed _ ->
              with(new Fact(events, event));
          case LinkCorrected corrected -> holding(corrected.factSequence(), corrected.link());
          case ReceiptCorrected corrected -> holding(corrected.factSequence(), corrected.receipt());
          case AssessmentCorrected corrected ->
              holding(corrected.factSequence(), Optional.of(corrected.assessment()));
          case BindingCorrected corrected -> moved(corrected);
          case PlanPurchased _, DeviceBound _, CaseOpened _, ShipmentDispatched _ -> held;
          case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> held;
          case ReplacementClaimed _, RepairDiscountClaimed _, FeePaid _, FeeRefunded _ -> held;
          case ReplacementShipped _, RepairCompleted _, MaintenancePerformed _ -> held;
          case DeviceRecovered _, RecoveredDeviceReturned _ -> held;
          case CaseWithdrawn _, CaseLapsed _, CaseReinstated _, CaseRefused _ -> held;
          case RefusalWaived _, ServiceExpired _, ServiceExhausted _ -> held;
          case RewardGranted _, RewardForfeited _, TermsUpgraded _, ProductReturned _ -> held;
          case PlanReturned _, ExitRequested _, PlanExited _ -> held;
        };
    return new Facts(events + 1, next);
  }

  /// The fact of a kind that was recorded last among those that are meant; none if none is held.
  <E extends PlanEvent> Optional<Fact> last(Class<E> kind, Predicate<E> meant) {
    return held.reversed().stream()
        .filter(fact -> kind.isInstance(fact.held()) && meant.test(kind.cast(fact.held())))
        .findFirst();
  }

  /// Every link with the end that the removals give it.
  List<Link> links() {
    return held.stream().flatMap(fact -> link(fact).stream()).toList();
  }

  /// When the link that was recorded under this sequence was removed; none while it lasts, or if
  /// there is no such link.
  public Optional<Instant> linkedUntil(long sequence) {
    return held.stream()
        .filter(fact -> fact.sequence() == sequence)
        .flatMap(fact -> link(fact).stream())
        .findFirst()
        .flatMap(Link::until);
  }

  private Optional<Link> link(Fact fact) {
    if (!(fact.held() instanceof LinkRecorded made)) {
      return Optional.empty();
    }
    var until =
        held.stream()
            .filter(other -> ends(other, fact.sequence(), made))
            .map(other -> other.held().at())
            .min(Instant::compareTo);
    return Optional.of(new Link(made.deviceId(), made.kind(), made.at(), until));
  }

  /// Links go by their own moments, and not by the order in which they were told (decision A-91): a
  /// removal ends whatever link of its kind began before it, also one that is told later. Of the
  /// same moment, it ends what was told before it.
  private static boolean ends(Fact removal, long madeSequence, LinkRecorded made) {
    return removal.held() instanceof LinkRemoved removed
        && removed.deviceId().equals(made.deviceId())
        && removed.kind() == made.kind()
        && (removed.at().isAfter(made.at())
            || (removed.at().equals(made.at()) && removal.sequence() > madeSequence));
  }

  private List<Fact> with(Fact more) {
    var longer = new ArrayList<Fact>(held.size() + 1);
    longer.addAll(held);
    longer.add(more);
    return longer;
  }

  private List<Fact> holding(long sequence, Optional<? extends PlanEvent> instead) {
    var changed = new ArrayList<Fact>(held.size());
    for (var fact : held) {
      if (fact.sequence() != sequence) {
        changed.add(fact);
      } else {
        instead.ifPresent(event -> changed.add(new Fact(sequence, event)));
      }
    }
    return changed;
  }

  /// What was told of the links of a wrong device was meant for the right one (decision A-90).
  private List<Fact> moved(BindingCorrected correction) {
    UnaryOperator<DeviceId> right =
        device -> device.equals(correction.wrongDevice()) ? correction.deviceId() : device;
    return held.stream().map(fact -> new Fact(fact.sequence(), moved(fact.held(), right))).toList();
  }

  private static PlanEvent moved(PlanEvent event, UnaryOperator<DeviceId> right) {
    if (event instanceof LinkRecorded(var plan, var at, var device, var kind, var reference)) {
      return new LinkRecorded(plan, at, right.apply(device), kind, reference);
    }
    if (event instanceof LinkRemoved(var plan, var at, var device, var kind)) {
      return new LinkRemoved(plan, at, right.apply(device), kind);
    }
    return event;
  }
}
