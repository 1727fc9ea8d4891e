package org.planledger.core.terms;

/// Who bears one kind of cost of a service (clause 2.5.1).
public enum CostShare {
  /// The provider pays all of it.
  PROVIDER,
  /// The customer pays the replacement fee, set by mode and ordinal.
  FEE_BY_MODE_AND_ORDINAL,
  /// The customer pays a reduced price.
  DISCOUNT
}
