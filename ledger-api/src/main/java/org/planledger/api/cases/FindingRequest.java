package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.planledger.api.json.ExclusionId;
import org.planledger.core.plan.Finding;
import org.planledger.core.terms.Part;

/// One circumstance of clause 2.4.2 that was found.
record FindingRequest(
    ExclusionId exclusion,
    @Schema(description = "Left out, it concerns every damaged part.") Optional<Part> part) {

  Finding finding() {
    return new Finding(exclusion.id(), part);
  }
}
