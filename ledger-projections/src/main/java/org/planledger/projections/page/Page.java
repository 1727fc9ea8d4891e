package org.planledger.projections.page;

import java.util.List;
import java.util.Optional;

/// A part of a list.
///
/// @param after where the next part begins, to be handed back as it is; none at the end
public record Page<V>(List<V> rows, Optional<String> after) {

  public Page {
    rows = List.copyOf(rows);
  }
}
