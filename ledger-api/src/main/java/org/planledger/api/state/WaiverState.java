package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.PlanEvent.RefusalWaived;
import org.planledger.core.rule.RefusalCode;

/// Grounds of refusal that two persons overruled for the rest of a case.
@Schema(name = "Waiver")
public record WaiverState(
    Instant waivedAt,
    @Schema(description = "In catalogue order.") List<RefusalCode> codes,
    @Schema(description = "Who agreed.") String approvedBy,
    @Schema(description = "Who asked for it.") String actor) {

  static List<WaiverState> of(Case c) {
    return c.since().stream()
        .filter(RefusalWaived.class::isInstance)
        .map(RefusalWaived.class::cast)
        .map(
            waived ->
                new WaiverState(
                    waived.at(), List.copyOf(waived.codes()), waived.approvedBy(), waived.actor()))
        .toList();
  }
}
