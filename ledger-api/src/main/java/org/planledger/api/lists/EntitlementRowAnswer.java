package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.projections.entitlement.EntitledService;
import org.planledger.projections.entitlement.EntitlementView;

/// One service of a plan in the list of entitlements.
@Schema(name = "EntitlementRow")
record EntitlementRowAnswer(
    UUID planId,
    @Schema(description = "FLYAWAY is the limit inside REPLACEMENT.") EntitledService service,
    @Schema(description = "Null where there is no limit.") @Nullable Integer total,
    int used,
    @Schema(description = "Confirmed in a case that is still open.") int reserved,
    @Schema(description = "Null where there is no limit.") @Nullable Integer available,
    @Schema(description = "Whether the plan was returned or left, so that nothing can be used.")
        boolean ended,
    @Schema(description = "The place of the last event that changed it.") long position) {

  static EntitlementRowAnswer of(EntitlementView view) {
    return new EntitlementRowAnswer(
        view.planId().value(),
        view.service(),
        view.total().orElse(null),
        view.used(),
        view.reserved(),
        view.available().orElse(null),
        view.ended(),
        view.position());
  }
}
