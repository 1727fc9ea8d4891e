package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.WindowAnswer;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Window;

/// The warranties of one component.
@Schema(name = "Warranty")
public record WarrantyState(
    @Schema(description = "The first day of the official warranty.") @Nullable LocalDate from,
    @Schema(description = "The first day after the official warranty.") @Nullable LocalDate until,
    @Schema(description = "When the plan extends it; null if it does not.")
        @Nullable WindowAnswer extendedWarranty,
    @Schema(description = "The device from which the whole of it was taken over.")
        @Nullable String inheritedFrom) {

  static Map<String, WarrantyState> of(DeviceBound bound) {
    var cover = bound.cover();
    var inheritedFrom = bound.inheritedFrom().map(DeviceId::value).orElse(null);
    var states = new LinkedHashMap<String, WarrantyState>();
    var parts = new java.util.TreeSet<>(cover.officialWarranty().keySet());
    parts.addAll(cover.extendedWarranty().keySet());
    for (Part part : parts) {
      var official = cover.officialWarranty().get(part);
      states.put(
          part.code(),
          new WarrantyState(
              official == null ? null : official.from(),
              official == null ? null : official.until(),
              window(cover.extendedWarranty().get(part)),
              inheritedFrom));
    }
    return states;
  }

  /// An extended warranty that the official one outlasts is none (rule R-2.1-11).
  private static @Nullable WindowAnswer window(@Nullable Window window) {
    return window == null || window.isEmpty() ? null : WindowAnswer.of(window);
  }
}
