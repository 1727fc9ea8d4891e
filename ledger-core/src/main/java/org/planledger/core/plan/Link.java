package org.planledger.core.plan;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.reference.DeviceId;

/// The time during which an account or a controller was linked to a device: from its first instant
/// up to, and without, its last.
public record Link(DeviceId device, LinkKind kind, Instant from, Optional<Instant> until) {

  boolean of(DeviceId onDevice, LinkKind ofKind) {
    return device.equals(onDevice) && kind == ofKind;
  }

  /// Whether it is a link of this kind on this device that nobody has removed.
  boolean running(DeviceId onDevice, LinkKind ofKind) {
    return of(onDevice, ofKind) && until.isEmpty();
  }

  boolean begunBy(Instant moment) {
    return !from.isAfter(moment);
  }

  boolean containsInstant(Instant moment) {
    return begunBy(moment) && until.map(moment::isBefore).orElse(true);
  }
}
