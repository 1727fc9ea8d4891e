package org.planledger.core.finance.matching;

import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;

/// The best of those that were not taken.
///
/// @param feeId the other fee, if another fee was possible for the line
/// @param line the other line, if another line was possible for the fee
/// @param score what its signs count
/// @param whyItLost for people
public record RunnerUp(
    Optional<String> feeId, Optional<LineKey> line, int score, String whyItLost) {}
