package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;

/// Sells a plan.
record PurchasePlanRequest(
    PlanType planType,
    @Schema(description = "Where the plan is bought.") RegionCode region,
    @Schema(
            description =
                "The first day of cover, in the zone of the region; not before the purchase.")
        LocalDate effectiveOn,
    @BusinessMoment Instant purchasedAt,
    @Schema(description = "The edition of the terms that the customer accepted.")
        Edition acceptedTerms,
    @Schema(description = "In the currency of the region.") Money pricePaid,
    HolderRequest holder,
    @Schema(description = "To bind the device in one go.") Optional<DeviceRequest> device) {}
