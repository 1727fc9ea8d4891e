package org.planledger.api.finance.findings;

import java.util.Optional;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.Severity;

/// An exception as a run has found it.
///
/// @param ordinal its place among the exceptions of the run
/// @param severity on the day by which the run counted
/// @param file of its first line
/// @param line of that, its number in the file
public record ExceptionRow(
    long run,
    long ordinal,
    ExceptionItem item,
    Severity severity,
    Optional<Long> file,
    Optional<Integer> line) {}
