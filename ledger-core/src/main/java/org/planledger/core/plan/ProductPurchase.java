package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.planledger.core.reference.Commitment;
import org.planledger.core.terms.RegionCode;

/// Where and when the product was bought.
public record ProductPurchase(
    RegionCode region,
    SalesChannel channel,
    LocalDate purchasedOn,
    Optional<Commitment> proofOfPurchase) {}
