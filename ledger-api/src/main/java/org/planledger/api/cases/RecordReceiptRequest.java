package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.terms.Part;

/// Records what arrived at the centre.
record RecordReceiptRequest(
    @BusinessMoment Instant receivedAt,
    @Schema(description = "What was in this parcel; several receipts add up.")
        @Size(min = 1, max = 100)
        List<ComponentRequest> components,
    @Schema(description = "Whether the remote controller was still linked on arrival.")
        Optional<Boolean> controllerLinked) {

  /// Some of one component.
  record ComponentRequest(Part part, @Min(1) @Max(100) int quantity) {}
}
