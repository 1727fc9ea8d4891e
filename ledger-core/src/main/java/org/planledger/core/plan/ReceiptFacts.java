package org.planledger.core.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;

/// What is told about a parcel when its receipt is corrected.
///
/// @param receivedAt when the parcel arrived at the centre
/// @param controllerLinked whether the remote controller was still linked on arrival
public record ReceiptFacts(
    Instant receivedAt, Map<Part, Integer> components, Optional<Boolean> controllerLinked) {

  public ReceiptFacts {
    components = Collections.unmodifiableMap(new TreeMap<>(components));
  }

  static ReceiptFacts of(ComponentsReceived receipt) {
    return new ReceiptFacts(receipt.at(), receipt.components(), receipt.controllerLinked());
  }

  /// The receipt as it would have been recorded.
  ComponentsReceived receipt(PlanId plan, CaseId theCase) {
    return new ComponentsReceived(plan, receivedAt, theCase, components, controllerLinked);
  }
}
