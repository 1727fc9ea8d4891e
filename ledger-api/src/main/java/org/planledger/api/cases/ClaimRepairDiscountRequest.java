package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;

/// Confirms the use of a discounted repair.
record ClaimRepairDiscountRequest(
    @BusinessMoment Instant claimedAt,
    @Schema(description = "What is to be repaired; one order is one use, however long it is.")
        @Size(min = 1, max = 100)
        List<LineRequest> lines,
    @Schema(description = "Whether the customer knows that a warranty would cost nothing.")
        Optional<Boolean> acknowledgesFreeAlternative) {

  /// One part at its list price, in the currency of the region of the case.
  record LineRequest(
      Part part,
      @Schema(description = "The list price of the material.") Money material,
      @Schema(description = "The list price of the labour.") Money labour) {}
}
