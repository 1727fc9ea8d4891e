package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.command.WaiverRequest;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.plan.CaseType;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.RegionCode;

/// Applies for service.
record OpenCaseRequest(
    CaseType type,
    @Schema(description = "How a repair is served; ONLINE_REPAIR if left out.")
        Optional<Channel> process,
    SerialNumber serialNumber,
    @Schema(description = "The account that asks.") @Size(max = 128) String accountId,
    @Schema(description = "Where service is requested.") RegionCode region,
    @Schema(description = "The centre that handles the case.")
        @Size(max = 64)
        @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9._-]*",
            message = "the code of a centre: letters, digits, full stops, hyphens, underscores")
        String centreId,
    @BusinessMoment Instant submittedAt,
    @Schema(description = "When it happened, by the word of the customer.") Instant incidentAt,
    PrivacyConsentRequest privacyConsent,
    @Schema(description = "By what the proof can be found again; kept as a private value.")
        @Size(max = 500)
        Optional<String> proofOfPurchase,
    @Schema(description = "What happened; kept as a private value.") @Size(max = 5000) @Lines
        Optional<String> description,
    @Schema(description = "For EXPRESS: no assessment, and the original is left.")
        Optional<Boolean> agreesToNoAssessment,
    @Schema(description = "For EXPRESS: the fee is paid before the application.")
        Optional<FeePaymentRequest> feePayment,
    @Schema(description = "Whether the customer backed up and deleted personal data.")
        Optional<Boolean> dataPrepared,
    @Schema(description = "Grounds of refusal that two persons overrule for this application.")
        Optional<WaiverRequest> waiver) {

  /// Which privacy policy the customer accepted, and when.
  record PrivacyConsentRequest(@Size(max = 64) String version, Instant acceptedAt) {}
}
