package org.planledger.core.plan;

/// What was linked to the aircraft: the customer's account or the remote controller. Neither is the
/// binding of a plan to a device (clause Pre.3).
public enum LinkKind {
  ACCOUNT,
  CONTROLLER
}
