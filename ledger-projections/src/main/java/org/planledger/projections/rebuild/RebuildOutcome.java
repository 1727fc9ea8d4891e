package org.planledger.projections.rebuild;

import java.util.Optional;
import org.planledger.projections.sets.TableSet;

/// What came of building a view anew.
///
/// @param position up to which the live view had come when both were compared: each of its streams
///     was compared at the same event on both sides
/// @param rows how many rows were compared, of both sides together
/// @param differences how many rows are not alike
/// @param first the first of them in the order of the tables and keys
/// @param switched whether the view that was built anew is the live one now
/// @param live which set is live now
/// @param deadLetters how many events the live view had not been able to digest; once it is
///     switched there are none
public record RebuildOutcome(
    long position,
    long rows,
    long differences,
    Optional<Difference> first,
    boolean switched,
    TableSet live,
    long deadLetters) {}
