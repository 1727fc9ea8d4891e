package org.planledger.projections.rebuild;

import org.planledger.projections.sets.TableSet;

/// How a view stands.
///
/// @param name with its version
/// @param live which set of its tables is read and written
/// @param switches how often the sets have changed places
/// @param spare what lies in the other set
/// @param sparePosition up to which position of the ledger that goes
/// @param rows how many rows the live tables have together
public record ViewStanding(
    String name, TableSet live, long switches, Spare spare, long sparePosition, long rows) {}
