package org.planledger.core.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of a unit that is durable.
///
/// @param positions where its events lie; null when it had none, as after a refusal
/// @param attemptNumbers the numbers of its attempts, in the order in which they were added
/// @param lastSequences the sequence of the last stored event of every stream in the unit
public record Receipt(
    @Nullable PositionSpan positions, List<Long> attemptNumbers, Map<String, Long> lastSequences) {

  public Receipt {
    attemptNumbers = List.copyOf(attemptNumbers);
    lastSequences = Map.copyOf(lastSequences);
  }
}
