package org.planledger.core.plan;

import java.time.Instant;
import org.planledger.core.reference.Commitment;

/// The provider's agreement to a parcel that crosses a border (fn. 3).
public record CrossBorderConsent(Commitment reference, Instant givenAt) {}
