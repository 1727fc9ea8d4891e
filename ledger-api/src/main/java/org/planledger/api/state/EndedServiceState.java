package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.ServiceExhausted;
import org.planledger.core.plan.PlanEvent.ServiceExpired;
import org.planledger.core.terms.Service;

/// A service of which it was recorded that it is over. No answer waits for the record.
@Schema(name = "EndedService")
public record EndedServiceState(Service service, How because, Instant at) {

  /// How a service ends.
  public enum How {
    /// Its period is over.
    EXPIRED,
    /// Nothing of it is left.
    EXHAUSTED
  }

  static List<EndedServiceState> of(Plan plan) {
    return plan.life().stream().flatMap(event -> ended(event).stream()).toList();
  }

  private static Optional<EndedServiceState> ended(PlanEvent event) {
    if (event instanceof ServiceExpired over) {
      return Optional.of(new EndedServiceState(over.service(), How.EXPIRED, over.at()));
    }
    return event instanceof ServiceExhausted over
        ? Optional.of(new EndedServiceState(over.service(), How.EXHAUSTED, over.at()))
        : Optional.empty();
  }
}
