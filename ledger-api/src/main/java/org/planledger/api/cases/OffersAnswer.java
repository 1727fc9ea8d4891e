package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.terms.Service;

/// Every way to serve a case, in the order in which the terms prefer them.
@Schema(name = "Offers")
record OffersAnswer(
    UUID planId,
    UUID caseId,
    @Schema(description = "The first that is open: what happens if nobody chooses.")
        @Nullable Service defaultService,
    List<OfferAnswer> offers) {}
