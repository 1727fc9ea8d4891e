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

  /// The links after one more was recorded. One that is entered late ends where a removal that is
  /// already known ended the others of its kind: links go by their own moments, not by the order
  /// in which they were told (decision A-91).
  static List<Link> begun(List<Link> links, LinkRecorded event) {
    var removedAt =
        links.stream()
            .filter(link -> link.of(event.deviceId(), event.kind()))
            .flatMap(link -> link.until.stream())
            .filter(event.at()::isBefore)
            .min(Instant::compareTo);
    var more = new ArrayList<>(links);
    more.add(new Link(event.deviceId(), event.kind(), event.at(), removedAt));
    return more;
  }

  /// The links after one of them was removed. A link that was recorded twice is removed once. A
  /// removal that is told late may cut a link short that was known to end later; that later end is
  /// kept by itself, because it ends any link that is told after it.
  static List<Link> ended(List<Link> links, LinkRemoved event) {
    var after = new ArrayList<Link>();
    for (var link : links) {
      if (!link.of(event.deviceId(), event.kind()) || !link.containsInstant(event.at())) {
        after.add(link);
        continue;
      }
      after.add(new Link(link.device, link.kind, link.from, Optional.of(event.at())));
      link.until.ifPresent(end -> after.add(new Link(link.device, link.kind, end, link.until)));
    }
    return after;
  }

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

  /// This link, but of the right device if it was recorded for the wrong one.
  Link moved(DeviceId wrong, DeviceId right) {
    return device.equals(wrong) ? new Link(right, kind, from, until) : this;
  }
}
