package org.planledger.api.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.BindingCorrected;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.reference.DeviceId;

/// The devices of a plan, one after the other, and those that were bound by mistake.
///
/// @param chain oldest first; the last one is covered
/// @param undone what the plan counts as never bound
record Lineage(List<Link> chain, List<Link> undone) {

  /// One device.
  ///
  /// @param name as it is called in this dossier
  /// @param bound when and how it came under the plan
  /// @param left when and how it left; empty for the head
  record Link(String deviceId, String name, String model, String bound, String left) {}

  static Lineage of(Plan plan, DeviceNames devices) {
    var chain = new ArrayList<Link>();
    for (var bound : plan.chain()) {
      chain.add(link(plan, bound, devices, succession(plan, bound.deviceId()).orElse("")));
    }
    return new Lineage(
        chain,
        plan.undone().stream()
            .map(bound -> link(plan, bound, devices, undoing(plan, bound.deviceId())))
            .toList());
  }

  private static Link link(Plan plan, DeviceBound bound, DeviceNames devices, String left) {
    return new Link(
        bound.deviceId().value(),
        devices.masked(bound.deviceId().value()),
        bound.model().code(),
        "bound %s, %s".formatted(plan.day(bound.at()), Facts.words(bound.cause().name())),
        left);
  }

  private static String undoing(Plan plan, DeviceId device) {
    return plan.life().stream()
        .filter(BindingCorrected.class::isInstance)
        .map(BindingCorrected.class::cast)
        .filter(corrected -> corrected.wrongDevice().equals(device))
        .map(corrected -> "%s, binding undone".formatted(plan.day(corrected.at())))
        .findFirst()
        .orElse("");
  }

  private static Optional<String> succession(Plan plan, DeviceId original) {
    return plan.cases().values().stream()
        .flatMap(c -> succession(plan, c, original).stream())
        .findFirst();
  }

  /// By another device that was shipped, or by the serial that it came back from a repair with.
  private static Optional<String> succession(Plan plan, Case c, DeviceId original) {
    return c.last(ReplacementShipped.class)
        .filter(shipped -> shipped.original().equals(original))
        .map(shipped -> told(plan.day(shipped.at()), shipped.service().name(), c))
        .or(
            () ->
                c.last(RepairCompleted.class)
                    .filter(repaired -> repaired.device().equals(original))
                    .filter(repaired -> repaired.newDevice().isPresent())
                    .map(
                        repaired ->
                            told(
                                plan.day(repaired.at()),
                                repaired.service().map(Enum::name).orElse("repair at full price"),
                                c)));
  }

  private static String told(LocalDate day, String service, Case c) {
    return "%s, %s, case %s".formatted(day, service, c.id());
  }
}
