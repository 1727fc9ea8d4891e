package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.command.WaiverRequest;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.plans.DeviceRequest.PurchaseRequest;
import org.planledger.api.plans.DeviceRequest.WarrantyRequest;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.terms.ModelCode;

/// Binds the device that a plan is to cover.
record BindDeviceRequest(
    SerialNumber serialNumber,
    ModelCode model,
    PurchaseRequest purchase,
    WarrantyRequest warranty,
    Optional<Instant> activatedAt,
    @Schema(
            description =
                "When the binding took effect. Left out, it is the activation, or the purchase of"
                    + " the plan if that is later or no activation is told.")
        @BusinessMoment
        Optional<Instant> boundAt,
    @Schema(description = "Grounds of refusal that two persons overrule for this binding.")
        Optional<WaiverRequest> waiver) {

  DeviceRequest device() {
    return new DeviceRequest(serialNumber, model, purchase, warranty, activatedAt);
  }
}
