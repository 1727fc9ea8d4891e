package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.planledger.api.devices.EligibilityAnswer.ServiceAnswer;
import org.planledger.api.devices.LineageAnswer.LinkAnswer;
import org.planledger.api.devices.LineageAnswer.SuccessionAnswer;
import org.planledger.api.devices.LineageAnswer.UndoneAnswer;
import org.planledger.api.devices.LineageAnswer.WarrantyAnswer;
import org.planledger.api.moment.Moments;
import org.planledger.api.moment.Past;
import org.planledger.api.moment.PositionQuery;
import org.planledger.api.web.Ids;
import org.planledger.api.web.MaskedSerials;
import org.planledger.api.web.Query;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.device.Device;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.Eligibility;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.BindingCorrected;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.plan.Situation;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.TermsBook;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reads one device. All of it is folded from the histories of the device and its plan, so it is
/// never behind.
@Tag(name = "Devices", description = "Any device the ledger has ever seen")
@RestController
@RequestMapping(path = "/v1/devices/{deviceId}", produces = MediaType.APPLICATION_JSON_VALUE)
final class DeviceReads {
  private final Devices devices;
  private final MaskedSerials serials;
  private final TermsBook terms;
  private final Moments moments;

  DeviceReads(Devices devices, MaskedSerials serials, TermsBook terms, Moments moments) {
    this.devices = devices;
    this.serials = serials;
    this.terms = terms;
    this.moments = moments;
  }

  @Operation(
      operationId = "readDevice",
      summary = "A device: its plan, what that plan covers now, and its status")
  @GetMapping
  DeviceAnswer device(@PathVariable String deviceId, @Query PositionQuery query) {
    var past = moments.past(query.asked());
    var device = devices.known(Ids.device(deviceId), past);
    var plan = devices.historyIfAny(device, past).map(PlanHistory::plan);
    return new DeviceAnswer(
        device.id().value(),
        serials.of(device.id()).orElse(null),
        plan.flatMap(p -> p.binding(device.id())).map(bound -> bound.model().code()).orElse(null),
        device.status(),
        device.restricted(),
        device.ownedByProvider(),
        plan.map(p -> p.id().value()).orElse(null),
        device.plan().isPresent(),
        plan.flatMap(Plan::head).map(head -> head.deviceId().value()).orElse(null),
        device.successor().map(DeviceId::value).orElse(null),
        device.plans().stream().map(PlanId::value).toList());
  }

  @Operation(
      operationId = "readLineage",
      summary = "The chain of devices, with dates, causes and the warranty as arithmetic")
  @GetMapping("/lineage")
  LineageAnswer lineage(@PathVariable String deviceId, @Query PositionQuery query) {
    var past = moments.past(query.asked());
    var device = devices.known(Ids.device(deviceId), past);
    var plan = devices.history(device, past).plan();
    return new LineageAnswer(
        device.id().value(),
        plan.id().value(),
        plan.head().orElseThrow().deviceId().value(),
        IntStream.range(0, plan.chain().size())
            .mapToObj(i -> link(plan, i + 1, plan.chain().get(i)))
            .toList(),
        plan.undone().stream().map(bound -> undone(plan, bound)).toList(),
        otherPlans(device, plan));
  }

  @Operation(
      operationId = "readEligibility",
      summary = "What a customer could use at the counter, at which fee, and why not")
  @GetMapping("/eligibility")
  EligibilityAnswer eligibility(@PathVariable String deviceId, @Query EligibilityQuery query) {
    var past = moments.past(query.asked());
    var device = devices.known(Ids.device(deviceId), past);
    var plan = devices.history(device, past).plan();
    var at = past.map(Past::at).orElseGet(moments::now);
    var on = query.on().orElseGet(() -> plan.day(at));
    var region = query.region().orElse(plan.sold().region());
    var situation = new Situation(Optional.of(plan), Map.of(device.id(), device), terms);
    var rows =
        Eligibility.of(situation, device.id(), on, region, query.proofOfPurchase().orElse(false));
    return new EligibilityAnswer(
        device.id().value(),
        plan.id().value(),
        on,
        region.code(),
        rows.stream().map(ServiceAnswer::of).toList());
  }

  private LinkAnswer link(Plan plan, int ordinal, DeviceBound bound) {
    return new LinkAnswer(
        ordinal,
        bound.deviceId().value(),
        serials.of(bound.deviceId()).orElse(null),
        bound.model().code(),
        bound.at(),
        bound.cause(),
        bound.inheritedFrom().map(DeviceId::value).orElse(null),
        succession(plan, bound.deviceId()),
        WarrantyAnswer.of(bound));
  }

  private UndoneAnswer undone(Plan plan, DeviceBound bound) {
    var correctedAt =
        plan.life().stream()
            .filter(BindingCorrected.class::isInstance)
            .map(BindingCorrected.class::cast)
            .filter(corrected -> corrected.wrongDevice().equals(bound.deviceId()))
            .map(BindingCorrected::at)
            .findFirst()
            .orElseThrow();
    return new UndoneAnswer(
        bound.deviceId().value(),
        serials.of(bound.deviceId()).orElse(null),
        bound.model().code(),
        bound.at(),
        correctedAt);
  }

  private static @Nullable SuccessionAnswer succession(Plan plan, DeviceId original) {
    return plan.cases().values().stream()
        .flatMap(c -> succession(c, original).stream())
        .findFirst()
        .orElse(null);
  }

  /// By another device that was shipped, or by the serial that it came back from a repair with.
  private static Optional<SuccessionAnswer> succession(Case c, DeviceId original) {
    return c.last(ReplacementShipped.class)
        .filter(shipped -> shipped.original().equals(original))
        .map(SuccessionAnswer::of)
        .or(
            () ->
                c.last(RepairCompleted.class)
                    .filter(repaired -> repaired.device().equals(original))
                    .flatMap(SuccessionAnswer::of));
  }

  private static List<UUID> otherPlans(Device device, Plan plan) {
    return device.plans().stream().filter(id -> !id.equals(plan.id())).map(PlanId::value).toList();
  }
}
