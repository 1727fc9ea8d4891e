package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.planledger.core.plan.PlanEvent.MaintenancePerformed;
import org.planledger.core.terms.Part;

/// Maintenance that was carried out.
@Schema(name = "Maintenance")
public record MaintenanceState(
    Instant performedAt,
    @Schema(description = "Worn parts that were replaced for nothing.") List<String> wornParts,
    @Schema(description = "Other parts that were replaced, which the customer pays.")
        List<String> chargeableParts) {

  static MaintenanceState of(MaintenancePerformed performed) {
    return new MaintenanceState(
        performed.at(),
        performed.wornParts().stream().map(Part::code).toList(),
        performed.chargeableParts().stream().map(Part::code).toList());
  }
}
