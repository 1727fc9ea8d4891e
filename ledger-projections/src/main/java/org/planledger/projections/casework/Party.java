package org.planledger.projections.casework;

/// Who has the next move in a case.
public enum Party {
  /// To send something in, to choose, to report or to pay.
  CUSTOMER,
  /// To receive, to assess or to send something out.
  CENTRE
}
