package org.planledger.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.planledger.core.terms.Edition;
import tools.jackson.databind.node.ObjectNode;

/// Asks what other terms would have made of the past: those of a known edition, or those of a
/// document that nobody has released.
record SimulationRequest(
    @Schema(description = "A known edition; or else `candidate`.") Optional<Edition> edition,
    @Schema(
            description =
                "An edition as a document, complete, in the form of the released ones; or else"
                    + " `edition`.")
        Optional<ObjectNode> candidate,
    @Schema(
            description =
                "The edition whose plans are decided again under the candidate; left out, those of"
                    + " every edition.")
        Optional<Edition> inPlaceOf) {}
