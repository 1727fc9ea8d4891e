package org.planledger.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanEvent.LinkRecorded;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.reference.DeviceId;

/// The time during which an account or a controller was linked to a device: from its first instant
/// up to, and without, its last.
public record Link(DeviceId device, LinkKind kind, Instant from, Optional<Instant> until) {

  static Link begun(LinkRecorded event) {
    return new Link(event.deviceId(), event.kind(), event.at(), Optional.empty());
  }

  /// The links after one of them was removed: the newest of the kind that was still running.
  static List<Link> ended(List<Link> links, LinkRemoved event) {
    var after = new ArrayList<>(links);
    for (int i = after.size() - 1; i >= 0; i--) {
      var link = after.get(i);
      if (link.running(event.deviceId(), event.kind()) && link.begunBy(event.at())) {
        after.set(i, new Link(link.device, link.kind, link.from, Optional.of(event.at())));
        return after;
      }
    }
    throw new IllegalStateException("a link was removed that nobody recorded");
  }

  /// Whether it is a link of this kind on this device that nobody has removed.
  boolean running(DeviceId onDevice, LinkKind ofKind) {
    return device.equals(onDevice) && kind == ofKind && until.isEmpty();
  }

  boolean begunBy(Instant moment) {
    return !from.isAfter(moment);
  }

  boolean containsInstant(Instant moment) {
    return begunBy(moment) && until.map(moment::isBefore).orElse(true);
  }
}
