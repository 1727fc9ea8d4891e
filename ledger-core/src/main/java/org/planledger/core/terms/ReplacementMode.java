package org.planledger.core.terms;

/// Why a device is replaced; both modes draw on one quota.
public enum ReplacementMode {
  DAMAGE,
  FLYAWAY
}
