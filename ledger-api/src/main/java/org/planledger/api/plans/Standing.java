package org.planledger.api.plans;

import java.time.Instant;
import org.planledger.api.moment.Past;
import org.planledger.core.axon.PlanHistory;

/// A plan as it stands at the point that was asked for.
///
/// @param history all that had happened to it by then
/// @param past the point; that of the plan's last event if now is meant
public record Standing(PlanHistory history, Past past) {

  /// The moment for which everything is worked out that depends on the time.
  public Instant at() {
    return past.at();
  }
}
