package org.planledger.api.lists;

import java.time.Duration;
import java.util.Optional;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.projections.page.ViewPosition;

/// Waits for a view that has to have seen a position before it is asked.
final class Views {
  /// A view is some milliseconds behind; one that takes longer than this is in trouble.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Views() {}

  static void await(ViewPosition view, Optional<Long> minPosition) {
    minPosition.ifPresent(
        position -> {
          if (!view.await(position, PATIENCE)) {
            throw ProblemException.of(
                    ProblemType.VIEW_BEHIND,
                    "The list has seen the ledger up to position %d.".formatted(view.seen()))
                .with("Retry-After", "1");
          }
        });
  }
}
