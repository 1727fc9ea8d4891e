package org.planledger.core.plan;

/// A fact of a plan as it is held now.
///
/// @param sequence of the event that recorded it first
/// @param held the event as it holds; another one than was recorded, where that was corrected
public record Fact(long sequence, PlanEvent held) {}
