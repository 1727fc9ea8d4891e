package org.planledger.core.plan;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.RecordLink;
import org.planledger.core.plan.PlanCommand.RecordUnlink;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.LinkRecorded;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Model;

/// Decides the recording of links between an aircraft and its account or controller, and holds the
/// test that a flyaway has to pass (clause Pre.3, decisions ).
final class Linking {

  private Linking() {}

  static Decision decide(Situation situation, RecordLink command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    var device = coveredAt(plan, command.linkedAt()).map(DeviceBound::deviceId);
    d.require(
        Rule.REGISTERED_SERIAL, device.isPresent(), Inputs.of("devices", plan.chain().size()));
    device.ifPresent(id -> noticeLate(d, plan, id));
    return d.conclude(
        () ->
            Changes.of(
                new LinkRecorded(
                    plan.id(),
                    command.linkedAt(),
                    device.orElseThrow(),
                    command.kind(),
                    command.reference())));
  }

  static Decision decide(Situation situation, RecordUnlink command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    var linked =
        coveredAt(plan, command.unlinkedAt())
            .map(DeviceBound::deviceId)
            .filter(device -> linkedAt(plan, device, command));
    d.require(
        Rule.LINK_TO_REMOVE,
        linked.isPresent(),
        Inputs.of("kind", command.kind()).and("unlinkedAt", command.unlinkedAt()));
    if (d.granted() && command.kind() == LinkKind.ACCOUNT) {
      d.apply(Rule.ANYONE_CAN_USE, Inputs.of("unlinkedAt", command.unlinkedAt()));
    }
    return d.conclude(
        () ->
            Changes.of(
                new LinkRemoved(
                    plan.id(), command.unlinkedAt(), linked.orElseThrow(), command.kind())));
  }

  /// A link that is told of while a loss of its device is open could have been made to fit.
  static void noticeLate(Deliberation d, Plan plan, DeviceId device) {
    if (plan.openCases().stream()
        .anyMatch(c -> c.flyaway() && c.opened().deviceId().equals(device))) {
      d.notice(Notice.LINK_RECORDED_LATE);
    }
  }

  private static boolean linkedAt(Plan plan, DeviceId device, RecordUnlink command) {
    return plan.links().stream()
        .anyMatch(
            link -> link.of(device, command.kind()) && link.containsInstant(command.unlinkedAt()));
  }

  /// A device that could be lost and served starts without links, and would not be covered as long
  /// as it stays so.
  static void noticeMissingLinks(Deliberation d, Model model) {
    if (model.flyaway() && model.remoteController()) {
      d.notice(Notice.LINKS_INCOMPLETE);
    }
  }

  /// Both links must contain the instant of the last contact. One that was removed later does no
  /// harm; of one kind, either no link had begun, or all that had begun had ended.
  static void linkedAtLastContact(
      Deliberation d, Plan plan, DeviceId device, Instant lastContactAt) {
    for (var kind : LinkKind.values()) {
      var begun =
          plan.links().stream()
              .filter(link -> link.of(device, kind))
              .filter(link -> link.begunBy(lastContactAt))
              .toList();
      var inputs = Inputs.of("kind", kind).and("lastContactAt", lastContactAt);
      if (d.require(Rule.LINKED_BEFORE_FLYAWAY, !begun.isEmpty(), inputs)) {
        d.require(
            Rule.STILL_LINKED_AT_FLYAWAY,
            begun.stream().anyMatch(link -> link.containsInstant(lastContactAt)),
            inputs.and("removedAt", begun.getLast().until()));
      }
    }
  }

  /// The device that the plan covered at a moment: a link entered late belongs to the device of its
  /// own time, and one from before the plan to its first device.
  static Optional<DeviceBound> coveredAt(Plan plan, Instant moment) {
    return plan.chain().reversed().stream()
        .filter(bound -> !bound.at().isAfter(moment))
        .findFirst()
        .or(() -> plan.chain().stream().findFirst());
  }
}
