package org.planledger.api.finance.findings;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceEvent.RunTotals;

/// A run of the matching.
///
/// @param dry whether it was only tried
/// @param endedAt none while it runs, and for ever if it was cut short
/// @param report the SHA-256 of its report
public record RunRow(
    long number,
    boolean dry,
    Instant startedAt,
    RunInputs inputs,
    Optional<Instant> endedAt,
    Optional<RunTotals> totals,
    Optional<String> report) {}
