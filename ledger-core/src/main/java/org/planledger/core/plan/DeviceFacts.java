package org.planledger.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;

/// What is told about a device when it is bound.
///
/// @param warrantyMonths the official warranty by component where it differs from the table of the
/// region; components that are not named follow the table
public record DeviceFacts(
    DeviceId deviceId,
    ModelCode model,
    ProductPurchase purchase,
    LocalDate warrantyStartsOn,
    WarrantySource warrantySource,
    Map<Part, Integer> warrantyMonths,
    Optional<Instant> activatedAt) {

  public DeviceFacts {
    warrantyMonths = Collections.unmodifiableMap(new TreeMap<>(warrantyMonths));
  }
}
