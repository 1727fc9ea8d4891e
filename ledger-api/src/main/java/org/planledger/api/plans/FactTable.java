package org.planledger.api.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.Fact;
import org.planledger.core.plan.Facts;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.reference.DeviceId;

/// What was told of a plan on both axes of time: since when and until when each fact is valid, and
/// since when and until when it was held. It is folded from the history of the plan and from
/// nothing else, so that a history that ends earlier gives what was believed then.
final class FactTable {
  private final List<FactVersion> versions = new ArrayList<>();

  /// The fact of a binding that was undone and whose right device is bound by the next event.
  private OptionalLong undone = OptionalLong.empty();

  private @Nullable Plan plan;

  private FactTable() {}

  /// Every version of every fact in the order of recording.
  static List<FactVersion> of(PlanHistory history) {
    var table = new FactTable();
    history.events().forEach(table::add);
    table.endLinks(FactVersion::isHeld);
    return List.copyOf(table.versions);
  }

  private void add(RecordedEvent<PlanEvent> recorded) {
    var event = recorded.event();
    // How long a link is known to last is what was known before it was corrected.
    if (event instanceof LinkCorrected || event instanceof BindingCorrected) {
      endLinks(FactVersion::isHeld);
    }
    plan = Plan.evolve(plan, event);
    switch (event) {
      case DeviceBound bound -> bind(bound, recorded);
      case BindingCorrected corrected -> unbind(corrected, recorded);
      case DamageAssessed assessed -> {
        supersede(sameCase(assessed), recorded, false);
        tell(recorded.sequence(), recorded, assessed);
      }
      case LinkRecorded _, LinkRemoved _, ComponentsReceived _ ->
          tell(recorded.sequence(), recorded, event);
      case LinkCorrected c -> correct(c.factSequence(), c.link(), recorded);
      case ReceiptCorrected c -> correct(c.factSequence(), c.receipt(), recorded);
      case AssessmentCorrected c ->
          correct(c.factSequence(), Optional.of(c.assessment()), recorded);
      case PlanPurchased _, CaseOpened _, ShipmentDispatched _, FlightRecordUploaded _ -> {}
      case ReplacementClaimed _, RepairDiscountClaimed _, FeePaid _, FeeRefunded _ -> {}
      case FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case ReplacementShipped _, RepairCompleted _, MaintenancePerformed _ -> {}
      case DeviceRecovered _, RecoveredDeviceReturned _ -> {}
      case CaseWithdrawn _, CaseLapsed _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case ServiceExpired _, ServiceExhausted _, RewardGranted _, RewardForfeited _ -> {}
      case TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  private void tell(long fact, RecordedEvent<PlanEvent> recorded, PlanEvent told) {
    versions.add(FactVersion.held(fact, recorded, told));
  }

  private void correct(
      long fact, Optional<? extends PlanEvent> holds, RecordedEvent<PlanEvent> recorded) {
    supersede(held(fact), recorded, true);
    holds.ifPresent(event -> tell(fact, recorded, event));
  }

  /// The device before it is covered until the next one is; a device that was bound by mistake was
  /// never covered, and the right one is the same fact told anew.
  private void bind(DeviceBound bound, RecordedEvent<PlanEvent> recorded) {
    change(
        version -> version.isHeld() && isBindingOf(version, bound.inheritedFrom()),
        version -> version.validUntil(Optional.of(bound.at())));
    tell(undone.orElse(recorded.sequence()), recorded, bound);
    undone = OptionalLong.empty();
  }

  private void unbind(BindingCorrected corrected, RecordedEvent<PlanEvent> recorded) {
    Predicate<FactVersion> wrong =
        version -> version.isHeld() && isBindingOf(version, Optional.of(corrected.wrongDevice()));
    undone = versions.stream().filter(wrong).mapToLong(FactVersion::fact).findFirst();
    supersede(wrong, recorded, true);
    var moved =
        versions.stream()
            .filter(version -> version.isHeld() && isLinkOf(version, corrected.wrongDevice()))
            .map(FactVersion::fact)
            .toList();
    for (long fact : moved) {
      correct(fact, now(fact), recorded);
    }
  }

  private Optional<PlanEvent> now(long fact) {
    return facts().held().stream()
        .filter(held -> held.sequence() == fact)
        .map(Fact::held)
        .findFirst();
  }

  private void supersede(
      Predicate<FactVersion> which, RecordedEvent<PlanEvent> by, boolean asWrong) {
    change(which, version -> version.supersededBy(by, asWrong));
  }

  private void endLinks(Predicate<FactVersion> which) {
    change(
        version -> which.test(version) && version.told() instanceof LinkRecorded,
        version -> version.validUntil(facts().linkedUntil(version.fact())));
  }

  private void change(Predicate<FactVersion> which, UnaryOperator<FactVersion> change) {
    versions.replaceAll(version -> which.test(version) ? change.apply(version) : version);
  }

  private Facts facts() {
    return Objects.requireNonNull(plan, "a plan begins with its purchase").facts();
  }

  private static Predicate<FactVersion> held(long fact) {
    return version -> version.isHeld() && version.fact() == fact;
  }

  private static Predicate<FactVersion> sameCase(DamageAssessed assessed) {
    return version ->
        version.isHeld()
            && version.told() instanceof DamageAssessed before
            && before.caseId().equals(assessed.caseId());
  }

  private static boolean isBindingOf(FactVersion version, Optional<DeviceId> device) {
    return version.told() instanceof DeviceBound bound
        && device.equals(Optional.of(bound.deviceId()));
  }

  private static boolean isLinkOf(FactVersion version, DeviceId device) {
    return (version.told() instanceof LinkRecorded linked && linked.deviceId().equals(device))
        || (version.told() instanceof LinkRemoved removed && removed.deviceId().equals(device));
  }
}
