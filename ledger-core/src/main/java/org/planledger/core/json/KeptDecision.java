package org.planledger.core.json;

import java.util.List;
import org.planledger.core.plan.Changes;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Decision.Refused;
import org.planledger.core.plan.Remedy;

/// A decision as it is kept with its attempt. It does not hold the events any more: they are stored
/// as events and not again here.
///
/// @param remedies what would have cured a refusal when it was decided; nothing for an accepted
///     command
public record KeptDecision(Decision decision, List<Remedy> remedies) {

  static final Changes NO_EVENTS = new Changes(List.of(), List.of());

  public KeptDecision {
    decision =
        switch (decision) {
          case Accepted a -> new Accepted(a.terms(), a.conditions(), a.notices(), NO_EVENTS);
          case Refused refused -> refused;
        };
    remedies = List.copyOf(remedies);
  }
}
