package org.planledger.core.finance.matching;

import java.util.Optional;

/// By what a payout or batch is known.
///
/// @param id what the processor calls it
/// @param file of a batch, the file that it is in, because batches are counted from one by each
///     source; none of a payout, whose lines may be in several files
public record PayoutName(String id, Optional<Integer> file) {}
