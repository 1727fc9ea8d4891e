package org.planledger.core.rule;

/// Something a reader of a decision should know although it changed nothing.
public enum Notice {
  /// The incident lies before the cover began, or before the device was bound. A person should
  /// look; the terms test the date of the application only (clause 4).
  INCIDENT_BEFORE_START,
  /// A link was entered while a case was already open, so it could have been made to fit.
  LINK_RECORDED_LATE,
  /// The product was bought elsewhere than in an official or authorised shop: the plan may be
  /// bound, but service will be refused (clause 4).
  CHANNEL_NOT_AUTHORISED,
  /// No proof of purchase is on file, which service abroad needs (clause 2.2).
  PROOF_OF_PURCHASE_MISSING,
  /// Not both links exist, so a flyaway would not be covered as things stand (preamble, item 3).
  LINKS_INCOMPLETE,
  /// Something was decided upon a fact that is corrected now, and would be refused on what holds.
  /// It stands (decision A-91); a person should look at it.
  DECIDED_UPON_A_MISTAKE,
  /// An amount in this decision comes from the demonstration tariff and was never published.
  SAMPLE_FEE
}
