package org.planledger.projections.obligations;

/// What is owed when a case is over. Property and money outlive the plan (decision A-82).
public enum ObligationKind {
  /// The customer owes the provider an aircraft that was found after it had changed hands (rule
  /// R-3.3-12).
  RETURN_DEVICE,
  /// The provider owes the customer a payment for what was not given (decision A-71).
  PAY_BACK
}
