package org.planledger.core.plan;

import java.time.Instant;

/// Which privacy policy the customer accepted, and when (clause 3.1(1)).
public record PrivacyConsent(String version, Instant acceptedAt) {}
