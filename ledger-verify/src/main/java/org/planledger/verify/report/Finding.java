package org.planledger.verify.report;

/// Something that is not as it was recorded.
///
/// @param message one sentence for a person
public record Finding(Check check, Place place, String message) {}
