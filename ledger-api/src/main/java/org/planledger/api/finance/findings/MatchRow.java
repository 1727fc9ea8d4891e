package org.planledger.api.finance.findings;

import java.util.Optional;
import org.planledger.core.finance.matching.Match;

/// A match as a run has found it.
///
/// @param ordinal its place among what the run has matched
/// @param file of its first line
/// @param line of that, its number in the file
public record MatchRow(
    long run, long ordinal, Match match, Optional<Long> file, Optional<Integer> line) {}
