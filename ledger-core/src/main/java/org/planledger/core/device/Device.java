package org.planledger.core.device;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;

/// A device as its history left it.
///
/// @param plan the plan that covers it now
/// @param plans every plan it was ever bound to, oldest first
/// @param successor the device that took its place in its last plan
public record Device(
    DeviceId id,
    Optional<PlanId> plan,
    SequencedSet<PlanId> plans,
    boolean restricted,
    boolean ownedByProvider,
    Optional<DeviceId> successor) {

  public Device {
    plans = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(plans));
  }

  /// A device of which the ledger has never heard.
  public static Device unseen(DeviceId id) {
    return new Device(id, Optional.empty(), new LinkedHashSet<>(), false, false, Optional.empty());
  }

  /// The device after one more event; it only remembers.
  public static Device evolve(Device device, DeviceEvent event) {
    return switch (event) {
      case DeviceEvent.BoundToPlan bound -> device.boundTo(bound.planId());
      case DeviceEvent.Restricted _ -> device.with(true, device.ownedByProvider);
      case DeviceEvent.Released _ -> device.with(false, device.ownedByProvider);
      case DeviceEvent.OwnershipTransferred _ -> device.with(device.restricted, true);
      case DeviceEvent.Superseded superseded ->
          new Device(
              device.id,
              Optional.empty(),
              device.plans,
              device.restricted,
              device.ownedByProvider,
              Optional.of(superseded.successor()));
      case DeviceEvent.BindingUndone undone -> device.freedFrom(undone.planId());
      case DeviceEvent.ReturnedToProvider _ -> device.with(device.restricted, true);
    };
  }

  /// Whether it was bound at least once, by purchase or as a replacement.
  public boolean everBound() {
    return !plans.isEmpty();
  }

  /// Whether it may leave the centre as a replacement in a plan: never seen, or the provider's,
  /// free, and never part of that plan before (decision A-81).
  public boolean availableAsReplacementIn(PlanId target) {
    return !everBound()
        || (ownedByProvider && plan.isEmpty() && !restricted && !plans.contains(target));
  }

  /// The furthest of what is true of the device (decision A-80).
  public DeviceStatus status() {
    if (plan.isEmpty() && successor.isPresent()) {
      return DeviceStatus.SUPERSEDED;
    }
    if (ownedByProvider) {
      return DeviceStatus.OWNED_BY_PROVIDER;
    }
    if (restricted) {
      return DeviceStatus.RESTRICTED;
    }
    return plan.isPresent() ? DeviceStatus.ACTIVE : DeviceStatus.UNBOUND;
  }

  private Device boundTo(PlanId newPlan) {
    var more = new LinkedHashSet<>(plans);
    more.add(newPlan);
    // A unit that comes back as a replacement belongs to its new customer, without restriction.
    return new Device(id, Optional.of(newPlan), more, false, false, Optional.empty());
  }

  private Device freedFrom(PlanId wrongPlan) {
    var others = new LinkedHashSet<>(plans);
    others.remove(wrongPlan);
    return new Device(id, Optional.empty(), others, restricted, ownedByProvider, successor);
  }

  private Device with(boolean nowRestricted, boolean nowOwnedByProvider) {
    return new Device(id, plan, plans, nowRestricted, nowOwnedByProvider, successor);
  }
}
