package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.terms.RegionCode;

/// Records that the device was given to a carrier.
record RecordShipmentInRequest(
    @BusinessMoment Instant dispatchedAt,
    RegionCode fromRegion,
    @Schema(description = "The provider's consent to a parcel that crosses a border.")
        Optional<CrossBorderConsentRequest> crossBorderConsent,
    @Schema(description = "The carrier's number of the parcel; kept as a private value.")
        @Size(max = 128)
        Optional<String> carrierReference) {

  /// The provider's consent, and since when.
  record CrossBorderConsentRequest(
      @Schema(description = "By what it can be found again; kept as a private value.")
          @Size(max = 128)
          String reference,
      Instant givenAt) {}
}
