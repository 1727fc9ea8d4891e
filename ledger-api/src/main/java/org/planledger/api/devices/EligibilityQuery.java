package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.terms.RegionCode;

/// When and where somebody asks what a device could get.
record EligibilityQuery(
    @Schema(description = "The contract day; today in the zone of the plan if left out.")
        Optional<LocalDate> on,
    @Schema(description = "Where service is asked for; the region of the plan if left out.")
        Optional<RegionCode> region,
    @Schema(description = "Whether the customer can show a proof of purchase.")
        Optional<Boolean> proofOfPurchase) {}
