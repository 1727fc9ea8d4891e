package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.planledger.core.terms.Edition;

/// Which edition is asked for.
record EditionQuery(
    @Schema(description = "The edition of the terms; the newest if left out.")
        Optional<Edition> edition) {}
