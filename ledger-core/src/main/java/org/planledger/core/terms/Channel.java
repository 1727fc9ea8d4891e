package org.planledger.core.terms;

/// How a repair case is served (clause 3.2).
public enum Channel {
  /// The device is sent in and assessed, then the customer chooses the service.
  ONLINE_REPAIR,
  /// The fee is paid first and a replacement leaves on receipt, without an assessment.
  EXPRESS
}
