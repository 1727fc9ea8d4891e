package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.planledger.api.command.Draft;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.plan.DeviceFacts;
import org.planledger.core.plan.ProductPurchase;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.plan.WarrantySource;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;

/// A device that comes under a plan.
record DeviceRequest(
    SerialNumber serialNumber,
    ModelCode model,
    PurchaseRequest purchase,
    WarrantyRequest warranty,
    Optional<Instant> activatedAt) {

  /// Where and when the product was bought.
  record PurchaseRequest(
      RegionCode region,
      SalesChannel channel,
      LocalDate purchasedOn,
      @Schema(description = "By what the proof can be found again; kept as a private value.")
          @Size(max = 500)
          Optional<String> proofOfPurchase) {}

  /// The official warranty of the maker.
  record WarrantyRequest(
      LocalDate startsOn,
      @Schema(description = "What fixed the first day.") WarrantySource source,
      @Schema(description = "By component, where it differs from the table of the region.")
          @Max(120)
          Optional<Map<Part, Integer>> months) {}

  /// The facts of the device.
  ///
  /// @param at the JSON pointer of this request in the body
  DeviceFacts facts(Draft draft, String at) {
    draft.notInTheFuture(purchase.purchasedOn(), at + "/purchase/purchasedOn");
    return new DeviceFacts(
        draft.device(serialNumber),
        model,
        new ProductPurchase(
            purchase.region(),
            purchase.channel(),
            purchase.purchasedOn(),
            draft.commitment("product.proofOfPurchase", purchase.proofOfPurchase())),
        warranty.startsOn(),
        warranty.source(),
        warranty.months().orElse(Map.of()),
        activatedAt);
  }
}
