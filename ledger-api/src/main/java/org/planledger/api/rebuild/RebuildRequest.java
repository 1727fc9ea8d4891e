package org.planledger.api.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// Begins to build a view anew.
record RebuildRequest(
    @Schema(description = "The name of a view with its version, as `GET /v1/views` lists it.")
        @Size(max = 80)
        String view,
    @Schema(
            name = "switch",
            description =
                "Whether the view that was built anew takes the place of the live one; left out,"
                    + " both are only compared.")
        Optional<Boolean> switching,
    @Schema(
            description =
                "Whether the set of tables that is not live in the end keeps its rows until the"
                    + " view is built again; left out, it does.")
        Optional<Boolean> keep) {}
