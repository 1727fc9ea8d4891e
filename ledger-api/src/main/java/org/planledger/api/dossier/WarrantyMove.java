package org.planledger.api.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Window;

/// What an event made of the warranties of a plan's device.
///
/// @param device the device, and where its cover comes from; or what became of the reward
record WarrantyMove(long sequence, String type, String device, List<Row> rows) {

  /// Components that are under the same warranties.
  record Row(String parts, String official, String extended, String reward) {}

  private record Windows(String official, String extended, String reward) {}

  /// Every change, oldest first.
  static List<WarrantyMove> of(PlanHistory history, DeviceNames devices) {
    return history.events().stream().flatMap(recorded -> of(recorded, devices)).toList();
  }

  private static Stream<WarrantyMove> of(RecordedEvent<PlanEvent> recorded, DeviceNames devices) {
    return switch (recorded.event()) {
      case DeviceBound bound ->
          Stream.of(
              new WarrantyMove(
                  recorded.sequence(), recorded.type(), told(bound, devices), rows(bound)));
      case RewardGranted _ ->
          Stream.of(
              move(recorded, "the reward for safe flight is earned, on the days shown above"));
      case RewardForfeited lost ->
          Stream.of(move(recorded, "the reward for safe flight is lost: " + lost.reason()));
      case CaseEvent _ -> Stream.empty();
      case PlanPurchased _, LinkRecorded _, LinkRemoved _ -> Stream.empty();
      case BindingCorrected _, LinkCorrected _ -> Stream.empty();
      case ServiceExpired _, ServiceExhausted _, TermsUpgraded _ -> Stream.empty();
      case ProductReturned _, PlanReturned _, ExitRequested _, PlanExited _ -> Stream.empty();
    };
  }

  private static WarrantyMove move(RecordedEvent<PlanEvent> recorded, String told) {
    return new WarrantyMove(recorded.sequence(), recorded.type(), told, List.of());
  }

  private static String told(DeviceBound bound, DeviceNames devices) {
    var name = devices.of(bound.deviceId().value());
    var start =
        "from %s by %s".formatted(bound.cover().warrantyStartsOn(), bound.cover().warrantySource());
    return bound
        .inheritedFrom()
        .map(
            before ->
                "%s, taken over unchanged from %s".formatted(name, devices.of(before.value())))
        .orElseGet(() -> name + ", " + start);
  }

  private static List<Row> rows(DeviceBound bound) {
    var cover = bound.cover();
    var parts = new TreeSet<>(cover.officialWarranty().keySet());
    parts.addAll(cover.extendedWarranty().keySet());
    parts.addAll(cover.reward().keySet());
    var grouped = new LinkedHashMap<Windows, List<String>>();
    for (var part : parts) {
      var windows =
          new Windows(
              shown(cover.officialWarranty(), part),
              shown(cover.extendedWarranty(), part),
              shown(cover.reward(), part));
      grouped.computeIfAbsent(windows, _ -> new ArrayList<>()).add(part.code());
    }
    return grouped.entrySet().stream()
        .map(
            e ->
                new Row(
                    String.join(", ", e.getValue()),
                    e.getKey().official(),
                    e.getKey().extended(),
                    e.getKey().reward()))
        .toList();
  }

  private static String shown(Map<Part, Window> windows, Part part) {
    return Optional.ofNullable(windows.get(part))
        .map(window -> Facts.window(window.from(), window.until()))
        .orElse("–");
  }
}
