package org.planledger.core.device;

/// Why a device came under a plan.
public enum BindingCause {
  /// The customer bought the plan for it.
  PURCHASE,
  /// It replaced another device of the plan.
  REPLACEMENT,
  /// It is what a device of the plan came back from a repair as: another serial (decision A-22).
  REPAIR
}
