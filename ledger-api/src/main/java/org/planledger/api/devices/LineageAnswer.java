package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.device.BindingCause;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;

/// The chain of devices of a plan, oldest first, with the warranty that each took over.
@Schema(name = "Lineage")
record LineageAnswer(
    String deviceId,
    UUID planId,
    @Schema(description = "The device that the plan covers now.") String headDeviceId,
    List<LinkAnswer> chain,
    @Schema(description = "Devices that were bound by mistake; the plan never covered them.")
        List<UndoneAnswer> undone,
    @Schema(description = "Other plans the device belonged to.") List<UUID> otherPlans) {

  /// One device of the chain.
  @Schema(name = "LineageLink")
  record LinkAnswer(
      @Schema(description = "Its place in the chain, from 1.") int ordinal,
      String deviceId,
      @Nullable String maskedSerial,
      String model,
      Instant boundAt,
      BindingCause cause,
      @Schema(description = "The device whose place it took.") @Nullable String inheritedFrom,
      @Schema(description = "How it lost its place; null for the head.")
          @Nullable SuccessionAnswer replaced,
      List<WarrantyAnswer> warranty) {}

  /// How one device took the place of another.
  @Schema(name = "Succession")
  record SuccessionAnswer(
      Instant at,
      UUID caseId,
      @Schema(description = "Under what; null for a repair at the full price.")
          @Nullable Service service,
      String byDeviceId) {

    static SuccessionAnswer of(ReplacementShipped shipped) {
      return new SuccessionAnswer(
          shipped.at(), shipped.caseId().value(), shipped.service(), shipped.replacement().value());
    }

    static Optional<SuccessionAnswer> of(RepairCompleted repaired) {
      return repaired
          .newDevice()
          .map(
              device ->
                  new SuccessionAnswer(
                      repaired.at(),
                      repaired.caseId().value(),
                      repaired.service().orElse(null),
                      device.value()));
    }
  }

  /// A binding that named the wrong device and was undone.
  @Schema(name = "UndoneBinding")
  record UndoneAnswer(
      String deviceId,
      @Nullable String maskedSerial,
      String model,
      Instant boundAt,
      Instant correctedAt) {}

  /// The official warranty of a component, as arithmetic that anybody can check.
  @Schema(name = "InheritedWarranty")
  record WarrantyAnswer(
      String part,
      LocalDate startsOn,
      long months,
      @Schema(description = "The first day that is not covered any more.") LocalDate until,
      @Schema(description = "Whether it was taken over from the device before, unchanged.")
          boolean inherited,
      String arithmetic) {

    static WarrantyAnswer of(String part, Window window, boolean inherited) {
      long months = ChronoUnit.MONTHS.between(window.from(), window.until());
      var sum = "%s + %d months = %s".formatted(window.from(), months, window.until());
      return new WarrantyAnswer(
          part,
          window.from(),
          months,
          window.until(),
          inherited,
          inherited ? sum + ", taken over unchanged" : sum);
    }

    static List<WarrantyAnswer> of(DeviceBound bound) {
      return bound.cover().officialWarranty().entrySet().stream()
          .map(
              entry ->
                  of(entry.getKey().code(), entry.getValue(), bound.inheritedFrom().isPresent()))
          .toList();
    }
  }
}
