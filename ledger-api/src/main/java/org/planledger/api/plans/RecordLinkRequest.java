package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.plan.LinkKind;

/// Records that an account or a controller was linked to the device.
record RecordLinkRequest(
    LinkKind kind,
    @Schema(description = "Which account or controller; kept as a private value.") @Size(max = 128)
        String reference,
    @BusinessMoment Instant linkedAt) {}
