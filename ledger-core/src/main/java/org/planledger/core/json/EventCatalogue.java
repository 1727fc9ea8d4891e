package org.planledger.core.json;

import java.util.Optional;
import java.util.Set;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.device.DeviceEvent.*;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;

/// Under which name and revision each event is stored. A name, once used, belongs to its event for
/// ever; a form that changes gets the next revision and an upcaster from the one before.
public final class EventCatalogue {

  private static final Catalogue<Object> EVENTS =
      new Catalogue<>()
          .with(PlanPurchased.class, "PlanPurchased", 1)
          .with(DeviceBound.class, "DeviceBound", 1)
          .with(LinkRecorded.class, "LinkRecorded", 1)
          .with(LinkRemoved.class, "LinkRemoved", 1)
          .with(CaseOpened.class, "CaseOpened", 1)
          .with(ShipmentDispatched.class, "ShipmentDispatched", 1)
          .with(ComponentsReceived.class, "ComponentsReceived", 1)
          .with(DamageAssessed.class, "DamageAssessed", 1)
          .with(FlightRecordUploaded.class, "FlightRecordUploaded", 1)
          .with(ReplacementClaimed.class, "ReplacementClaimed", 2)
          .with(FlyawayReportFiled.class, "FlyawayReportFiled", 1)
          .with(FlyawayReportCancelled.class, "FlyawayReportCancelled", 1)
          .with(FeePaid.class, "FeePaid", 1)
          .with(ReplacementShipped.class, "ReplacementShipped", 1)
          .with(DeviceRecovered.class, "DeviceRecovered", 1)
          .with(CaseWithdrawn.class, "CaseWithdrawn", 1)
          .with(CaseLapsed.class, "CaseLapsed", 1)
          .with(BindingCorrected.class, "BindingCorrected", 1)
          .with(LinkCorrected.class, "LinkCorrected", 1)
          .with(ReceiptCorrected.class, "ReceiptCorrected", 1)
          .with(AssessmentCorrected.class, "AssessmentCorrected", 1)
          .with(RepairDiscountClaimed.class, "RepairDiscountClaimed", 1)
          .with(FeeRefunded.class, "FeeRefunded", 1)
          .with(RepairCompleted.class, "RepairCompleted", 1)
          .with(MaintenancePerformed.class, "MaintenancePerformed", 1)
          .with(RecoveredDeviceReturned.class, "RecoveredDeviceReturned", 1)
          .with(CaseReinstated.class, "CaseReinstated", 1)
          .with(CaseRefused.class, "CaseRefused", 1)
          .with(RefusalWaived.class, "RefusalWaived", 1)
          .with(ServiceExpired.class, "ServiceExpired", 1)
          .with(ServiceExhausted.class, "ServiceExhausted", 1)
          .with(RewardGranted.class, "RewardGranted", 1)
          .with(RewardForfeited.class, "RewardForfeited", 1)
          .with(TermsUpgraded.class, "TermsUpgraded", 1)
          .with(ProductReturned.class, "ProductReturned", 1)
          .with(PlanReturned.class, "PlanReturned", 1)
          .with(ExitRequested.class, "ExitRequested", 1)
          .with(PlanExited.class, "PlanExited", 1)
          .with(BoundToPlan.class, "BoundToPlan", 1)
          .with(Restricted.class, "Restricted", 1)
          .with(Released.class, "Released", 1)
          .with(OwnershipTransferred.class, "OwnershipTransferred", 1)
          .with(Superseded.class, "Superseded", 1)
          .with(BindingUndone.class, "BindingUndone", 1)
          .with(ReturnedToProvider.class, "ReturnedToProvider", 1)
          .coveringAllOf(PlanEvent.class, DeviceEvent.class);

  private EventCatalogue() {}

  /// How events of this class are stored today.
  ///
  /// @throws IllegalArgumentException if it is not the class of an event
  public static StoredType of(Class<?> eventClass) {
    return EVENTS.of(eventClass);
  }

  public static boolean holds(Class<?> eventClass) {
    return EVENTS.holds(eventClass);
  }

  /// The class of the events that are stored under this name.
  public static Optional<Class<?>> named(String name) {
    return EVENTS.named(name).map(type -> type);
  }

  /// Every class of event, those of plans first.
  public static Set<Class<?>> events() {
    return EVENTS.types();
  }

  /// Reads the payload of an event that is in its newest revision.
  ///
  /// @throws StoredJsonException if the name, the revision or the bytes are none of ours
  public static Object read(StoredType type, byte[] payload) {
    var eventClass =
        named(type.name())
            .orElseThrow(() -> StoredJsonException.newer("no event is called " + type.name()));
    if (!of(eventClass).equals(type)) {
      var reason =
          "revision %s of %s is not known; the newest is %s"
              .formatted(type.revision(), type.name(), of(eventClass).revision());
      throw isNewer(type)
          ? StoredJsonException.newer(reason)
          : StoredJsonException.senseless(reason);
    }
    return LedgerJson.read(payload, eventClass);
  }

  /// Whether this is how such events are stored today.
  public static boolean isNewest(StoredType type) {
    return named(type.name()).filter(known -> of(known).equals(type)).isPresent();
  }

  /// Whether only a newer version of the program can have stored this: under a name that is not
  /// known here, or in a revision beyond the newest.
  public static boolean isNewer(StoredType type) {
    return named(type.name())
        .map(known -> isBeyond(type.revision(), of(known).revision()))
        .orElse(true);
  }

  /// Revisions are whole numbers, counted from 1.
  private static boolean isBeyond(String revision, String newest) {
    return !revision.matches("[0-9]{1,9}") || Integer.parseInt(revision) > Integer.parseInt(newest);
  }
}
