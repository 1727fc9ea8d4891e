package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.planledger.core.plan.Finding;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.rule.RefusalCode;

/// Why a person refused service for good.
@Schema(name = "RefusedService")
public record RefusalState(
    Instant refusedAt,
    @Schema(description = "The grounds, where they are among the codes.") List<RefusalCode> codes,
    @Schema(description = "The exclusions of clause 2.4.2 that it rests on.")
        List<String> findings) {

  static RefusalState of(CaseRefused refused) {
    return new RefusalState(
        refused.at(),
        List.copyOf(refused.codes()),
        refused.findings().stream().map(Finding::exclusion).toList());
  }
}
