package org.planledger.core.plan;

/// Where an amount comes from.
///
/// @param label a short label of the origin
/// @param sample whether the figure is invented for demonstration; every answer that uses it must
/// say so
public record FeeSource(String label, boolean sample) {}
