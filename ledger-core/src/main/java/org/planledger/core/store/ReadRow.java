package org.planledger.core.store;

/// One recorded look-up by serial.
///
/// @param number its place among all look-ups, from 1 and without gaps
/// @param lookup who asked for what, why, and whether it was found
public record SerialLookupRow(long number, UnitRow.SerialLookup lookup) {}
