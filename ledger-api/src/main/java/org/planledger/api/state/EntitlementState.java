package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Entitlement;
import org.planledger.core.plan.Entitlements;
import org.planledger.core.plan.Plan;

/// How much of a service is left.
@Schema(name = "Entitlement")
public record EntitlementState(
    @Schema(description = "Null where there is no limit.") @Nullable Integer total,
    int used,
    @Schema(description = "Confirmed in a case that is still open.") int reserved,
    @Schema(description = "Null where there is no limit.") @Nullable Integer available) {

  /// By service.
  public static Map<String, EntitlementState> of(Plan plan) {
    var left = Entitlements.of(plan);
    var states = new LinkedHashMap<String, EntitlementState>();
    states.put("REPLACEMENT", of(left.replacement()));
    states.put(Windows.FLYAWAY, of(left.flyaway()));
    states.put("REPAIR_DISCOUNT", of(left.repairDiscount()));
    states.put("MAINTENANCE", of(left.maintenance()));
    states.put("EXTENDED_WARRANTY", of(left.extendedWarranty()));
    return states;
  }

  private static EntitlementState of(Entitlement entitlement) {
    return new EntitlementState(
        entitlement.total().orElse(null),
        entitlement.used(),
        entitlement.reserved(),
        entitlement.available().orElse(null));
  }
}
