package org.planledger.core.terms;

/// Who bears what of a service (clause 2.5.1).
///
/// @param material the cost of parts
/// @param labour the cost of work
/// @param logistics the cost of shipping inside the region of registration
public record ServiceCosts(CostShare material, CostShare labour, CostShare logistics) {}
