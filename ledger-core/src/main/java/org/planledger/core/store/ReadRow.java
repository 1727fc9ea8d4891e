package org.planledger.core.store;

/// One recorded read.
///
/// @param number its place among all reads, from 1 and without gaps
/// @param read who looked at what, why, and whether it was found
public record ReadRow(long number, UnitRow.NewRead read) {}
